using Kanal.Centre.Knowledge;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;

namespace Kanal.Centre.Articles;

/// <summary>Tells of changes after their commit. When it returns, whoever made the change finds it, as does every desk that was told; others were not held up.</summary>
public sealed class ArticleChanges(DeskFeed desks, KnowledgeBase knowledge)
{
    public async Task AnnounceAsync(string what)
    {
        await knowledge.FollowAsync();
        desks.Tell("settings", new SettingsChanged(what));
    }
}
