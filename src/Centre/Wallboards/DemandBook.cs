using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Wallboards;

/// <summary>Keeps demands, and makes them anew from the conversations where the last moments before a stop were not kept. Every node knows them, the one that leads writes them.</summary>
public sealed class DemandBook(Database database, IdSource ids, AnswerTargets targets, RoutingLease lease, TimeProvider time)
{
    // The longest day in any time zone, and then some: what began before it is no longer today anywhere.
    static readonly TimeSpan _longestDay = TimeSpan.FromHours(50);

    internal Demand Open(Followed conversation, DateTimeOffset since) => targets.Again(new Demand
    {
        Id = ids.Next(),
        ConversationId = conversation.Id,
        QueueId = conversation.QueueId,
        SiteId = conversation.SiteId,
        Channel = conversation.Channel,
        Since = since,
        OwnTarget = conversation.TargetSeconds,
        Target = 0,
    });

    internal async Task WriteAsync(IReadOnlyCollection<Demand> demands, CancellationToken ct)
    {
        try
        {
            await (lease.Term is { } term ? WriteAsync(demands, term, ct) : Task.CompletedTask);
        }
        catch (LeaseLostException)
        {
            // Whoever leads now has them from the conversations, under numbers of its own.
        }
    }

    Task WriteAsync(IReadOnlyCollection<Demand> demands, LeaseTerm term, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        await term.CheckAsync(sql);
        foreach (var demand in demands)
        {
            await sql.ExecuteAsync("""
                insert into demands (id, conversation_id, queue_id, site_id, channel, since, target, own_target, ended_at, ending, waited)
                values (@Id, @ConversationId, @QueueId, @SiteId, @Channel, @Since, @Target, @OwnTarget, @EndedAt, @ending, @Waited)
                on conflict (id) do update set queue_id = excluded.queue_id, channel = excluded.channel, target = excluded.target, own_target = excluded.own_target,
                    ended_at = excluded.ended_at, ending = excluded.ending, waited = excluded.waited
                """, new
            {
                demand.Id,
                demand.ConversationId,
                demand.QueueId,
                demand.SiteId,
                demand.Channel,
                demand.Since,
                demand.Target,
                demand.OwnTarget,
                demand.EndedAt,
                ending = demand.Ending?.Text(),
                demand.Waited,
            });
        }
    }, ct);

    /// <summary>Those that are open or of today, after what the conversations say more was written down.</summary>
    internal async Task<List<Demand>> ReadAsync(CancellationToken ct)
    {
        var from = time.GetUtcNow() - _longestDay;
        var (kept, stands) = await database.ReadAsync(async sql => (
            await sql.QueryAsync<Demand>("select * from demands where since >= @from or ended_at is null", new { from }),
            await sql.QueryAsync<Stands>($"{Stands.Select} where c.state <> 'closed' or c.id >= @first", new { first = IdSource.Earliest(from) })), ct);
        var mended = Mended(kept, stands, from).ToList();
        if (mended.Count > 0)
        {
            await WriteAsync(mended, ct);
        }

        return [.. kept.Where(demand => !mended.Exists(other => other.Id == demand.Id)).Select(targets.Set), .. mended];
    }

    IEnumerable<Demand> Mended(List<Demand> kept, List<Stands> stands, DateTimeOffset from)
    {
        var known = kept.ToLookup(demand => demand.ConversationId);
        foreach (var conversation in stands)
        {
            var open = known[conversation.Id].FirstOrDefault(demand => demand.Ending is null);
            if (open is not null && conversation.EndOf(open.Since) is var (at, ending))
            {
                yield return targets.Set(targets.End(open, at, ending));
            }
            else if (open is null && conversation.Comes(known[conversation.Id].Any()) is { } since && (since >= from || conversation.EndOf(since) is null))
            {
                var demand = Open(conversation, since);
                yield return conversation.EndOf(since) is var (end, how) ? targets.Set(targets.End(demand, end, how)) : demand;
            }
        }

        // A conversation that was closed longer ago is not among those, but its demand must not stay open for ever.
        var seen = stands.Select(conversation => conversation.Id).ToHashSet();
        foreach (var lost in kept.Where(demand => demand.Ending is null && !seen.Contains(demand.ConversationId)))
        {
            yield return targets.Set(targets.End(lost, lost.Since, DemandEnding.Withdrawn));
        }
    }
}
