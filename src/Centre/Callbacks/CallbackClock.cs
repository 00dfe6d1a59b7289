using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Callbacks;

/// <summary>
/// Does what is due: brings calls into line when their time comes, sets them aside when the site closes, takes them off when the
/// customer got through elsewhere, and says when a time could not be kept. All of it is read from the database, so a restart forgets nothing.
/// Of several nodes, the one that leads does it; each tells the visitors that listen to it.
/// </summary>
public sealed class CallbackClock(CallbackRounds rounds, RoutingLease lease, Feed feed, TimeProvider time, ILogger<CallbackClock> log) : BackgroundService
{
    static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bell = new Bell(time);
        using var listening = feed.Subscribe(Topic.Desk, change => bell.RingIf(Hears(change)));
        while (!stoppingToken.IsCancellationRequested)
        {
            await lease.HeldAsync(stoppingToken);
            var rest = _rest;
            DateTimeOffset? next = null;
            try
            {
                next = await rounds.GoAsync(stoppingToken);
                rest = _longest;
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "The round of callbacks failed; it goes again");
            }

            await bell.WaitAsync(Earlier(next, time.GetUtcNow() + rest), stoppingToken);
        }
    }

    // A word of an agent may be the customer's answer; a change of a conversation may be a new callback; other hours move all of them.
    bool Hears(Change change)
    {
        if (change is { Name: "conversation", Body: ConversationSummary { Callback: { } callback } summary })
        {
            feed.Publish(Topic.Visitor(summary.Id), new Change("callback", callback));
            return true;
        }

        return change.Name == "settings" || (rounds.AnyOpen && change is { Name: "message", Body: EntryAdded { Entry.From: Author.Agent } });
    }

    static DateTimeOffset Earlier(DateTimeOffset? next, DateTimeOffset latest) => next < latest ? next.Value : latest;
}
