using Kanal.Centre.Agents;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Findings;

/// <summary>
/// Sees to it that no conversation is without owner or queue: it looks, where this node leads, at the start, every few minutes, when somebody has gone
/// home, and when routing had to begin anew. What it sees twice is so; what it sees once may be somebody in the middle of something.
/// </summary>
public sealed class Watchdog(FindingBook book, Mending mending, RoutingLease lease, Feed feed, TimeProvider time, ILogger<Watchdog> log) : BackgroundService
{
    static readonly TimeSpan _round = TimeSpan.FromMinutes(3);
    static readonly TimeSpan _again = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bell = new Bell(time);
        using var following = feed.Subscribe(Topic.Desk, change => bell.RingIf(change.Body is Agent { Presence: Presence.Offline, InHand: > 0 }));
        using var recoveries = feed.Subscribe(Topic.Board, change => bell.RingIf(change.Name == RoutingNews.Beginning));
        while (!stoppingToken.IsCancellationRequested)
        {
            await lease.HeldAsync(stoppingToken);
            await LookAsync(stoppingToken);
            await bell.WaitAsync(time.GetUtcNow() + _round, stoppingToken);
        }
    }

    async Task LookAsync(CancellationToken ct)
    {
        try
        {
            var suspected = (await book.LookAsync(ct)).Select(finding => finding.Key).ToHashSet();
            List<Finding> found = [];
            if (suspected.Count > 0)
            {
                await Task.Delay(_again, time, ct);
                found = (await book.LookAsync(ct)).FindAll(finding => suspected.Contains(finding.Key));
            }

            List<Finding> left = [];
            foreach (var finding in found)
            {
                var mended = await mending.MendAsync(finding, ct);
                if (mended)
                {
                    log.LogWarning("conversation={Conversation} was {Kind}; it has been put right", finding.Conversation, finding.Kind);
                }
                else
                {
                    left.Add(finding);
                }
            }

            foreach (var finding in book.Keep(left))
            {
                log.LogWarning("conversation={Conversation} is {Kind}; somebody has to look at it", finding.Conversation, finding.Kind);
            }
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            log.LogWarning("The watchdog could not look: {Reason}", StorageTrouble.In(trouble));
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(trouble, "The watchdog stumbled; it looks again in a few minutes");
        }
    }
}
