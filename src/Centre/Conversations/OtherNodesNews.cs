using System.Threading.Channels;
using Kanal.Centre.Agents;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Conversations;

/// <summary>What another node says has changed is read here, and told to this node's desks as it is now.</summary>
public sealed class OtherNodesNews(NodeBell bell, ConversationNews conversations, AgentDirectory agents, DeskFeed desk, KeptSettings kept, ILogger<OtherNodesNews> log) : BackgroundService
{
    const int LargestGroup = 200;
    const string Everything = "everything";

    static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changed = Channel.CreateUnbounded<ChangedWord>(new UnboundedChannelOptions { SingleReader = true });
        using var hearing = bell.Hear<ChangedWord>(DeskWords.Changed, word => changed.Writer.TryWrite(word));
        using var missing = bell.WhenMissed(() => changed.Writer.TryWrite(new ChangedWord(Everything, default)));
        while (await changed.Reader.WaitToReadAsync(stoppingToken))
        {
            List<ChangedWord> group = [];
            while (group.Count < LargestGroup && changed.Reader.TryRead(out var word))
            {
                group.Add(word);
            }

            // What changed twice meanwhile is read once.
            foreach (var word in group.Distinct())
            {
                if (!await TellAsync(word, stoppingToken))
                {
                    changed.Writer.TryWrite(word);
                    await Task.Delay(_rest, stoppingToken);
                }
            }
        }
    }

    /// <returns>False where it is to be read again, because the database was in trouble.</returns>
    async Task<bool> TellAsync(ChangedWord word, CancellationToken ct)
    {
        try
        {
            switch (word.What)
            {
                case "conversation":
                    await conversations.SummaryHereAsync(word.Id, ct);
                    break;
                case "presence":
                    desk.TellHere(word.What, await agents.GetAsync(word.Id, ct));
                    break;
                case "settings" when word.Settings is { } settings:
                    await kept.FollowAsync(settings, ct);
                    desk.TellHere(word.What, new SettingsChanged(settings));
                    break;
                case Everything:
                    await kept.FollowAsync(null, ct);
                    TellAllKept();
                    break;
                default:
                    break;
            }

            return true;
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("What another node told of {What} {Id} could not be read: {Reason}", word.What, word.Id, trouble.Message);
            return StorageTrouble.In(trouble) is null;
        }
    }

    // Desks were told to fetch everything when words were missed, and may have been given what was kept here until now.
    void TellAllKept()
    {
        foreach (var what in KeptSettings.ToldOf)
        {
            desk.TellHere("settings", new SettingsChanged(what));
        }
    }
}
