using Kanal.Centre.Knowledge;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;

namespace Kanal.Centre.Articles;

/// <summary>Tells of changes after their commit. When it returns, whoever made the change finds it; others were not held up.</summary>
public sealed class ArticleChanges(DeskFeed desks, KnowledgeBase knowledge)
{
    public Task AnnounceAsync(string what, CancellationToken ct)
    {
        desks.Tell("settings", new SettingsChanged(what));
        return knowledge.CatchUpAsync(ct);
    }
}
