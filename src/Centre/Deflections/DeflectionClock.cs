using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Deflections;

/// <summary>Calls the rounds: when a conversation begins, and when the time of what was read is over. Of several nodes, the one that leads does it.</summary>
public sealed class DeflectionClock(DeflectionRounds rounds, RoutingLease lease, NodeBell nodes, Feed feed, TimeProvider time, ILogger<DeflectionClock> log) : BackgroundService
{
    const string Word = "reading";

    static readonly TimeSpan _rest = TimeSpan.FromSeconds(10);

    readonly Bell _bell = new(time);

    /// <summary>Somebody reads, so that there is a time to wait for.</summary>
    public void Began()
    {
        _bell.Ring();
        if (!lease.IsHeld)
        {
            nodes.Ring(Word, new Reading());
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = feed.Subscribe(Topic.Desk, Hear);
        using var elsewhere = nodes.Hear<Reading>(Word, _ => _bell.Ring());
        using var missed = nodes.WhenMissed(_bell.Ring);
        while (!stoppingToken.IsCancellationRequested)
        {
            var term = await lease.HeldAsync(stoppingToken);
            DateTimeOffset? next;
            try
            {
                next = await rounds.GoAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "What visitors have read could not be closed; it is tried again");
                next = time.GetUtcNow() + _rest;
            }

            // What visitors read at a node that led in between is found when this one leads again.
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, term.Over);
            await _bell.WaitAsync(next, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    void Hear(Change change)
    {
        if (lease.IsHeld && change is { Name: "message", Body: EntryAdded { Entry: { Sequence: 1, From: Author.Visitor } } first })
        {
            rounds.Heard(first.Conversation);
            _bell.Ring();
        }
    }

    /// <summary>Somebody reads at another node.</summary>
    sealed record Reading;
}
