using System.Globalization;
using Kanal.Centre.Findings;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Health;

/// <summary>Whether everybody is looked after, and by which nodes.</summary>
public sealed class FloorHealth(FindingBook findings, NodeBell bell, Database database, TimeProvider time)
{
    // A beat comes every second or so; a node without one is declared dead soon.
    static readonly TimeSpan _silent = TimeSpan.FromSeconds(10);

    internal async Task<List<HealthItem>> LookAsync(CancellationToken ct) => [Conversations(), .. Nodes(), .. await LeaderAsync(ct)];

    HealthItem Conversations() => findings.Open.Count is 0 ? new(HealthSubject.Conversations, "Every conversation has an owner, or waits where somebody serves.")
        : new(HealthSubject.Conversations, $"{findings.Open.Count} conversations have nobody who looks after them.", "The wallboard says which they are and why, and what would help.");

    IEnumerable<HealthItem> Nodes()
    {
        if (bell.Nodes.Count == 0)
        {
            return [new(HealthSubject.Nodes, "This is the only node.")];
        }

        var now = time.GetUtcNow();
        return bell.Nodes.Select(node => now - node.BeatAt < _silent
            ? new HealthItem(HealthSubject.Nodes, $"The node {node.Name} lives, with version {node.Version}, since {Time(node.Since)} UTC.")
            : new HealthItem(HealthSubject.Nodes, $"The node {node.Name} last said {Math.Round((now - node.BeatAt).TotalSeconds)} s ago that it lives.", "Its machine is stopped, cut off or out of breath, or its clock is wrong. The others take over its work; look at its log."));
    }

    async Task<List<HealthItem>> LeaderAsync(CancellationToken ct)
    {
        if (bell.Nodes.Count == 0)
        {
            return [];
        }

        try
        {
            var leader = await database.ReadAsync(sql => sql.FirstAsync<Leader>("select holder, since from routing_lease"), ct);
            return leader is not null && bell.Nodes.Any(node => node.Name == leader.Holder)
                ? [new(HealthSubject.Nodes, $"The node {leader.Holder} leads, since {Time(leader.Since)} UTC.")]
                : [new(HealthSubject.Nodes, "No node leads, so conversations are offered to nobody.", "Another takes over within seconds. If it stays so, look at the nodes' logs, and start one anew.")];
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            return [];
        }
    }

    static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    sealed record Leader
    {
        public string Holder { get; init; } = "";
        public DateTimeOffset Since { get; init; }
    }
}
