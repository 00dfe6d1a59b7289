using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Planning;

/// <summary>What planning assumes of a queue at a site.</summary>
/// <param name="Shrinkage">Of planned time, breaks not counted, the share in which somebody is not there: ill, on leave, in a meeting.</param>
/// <param name="UsesFactor">Whether the team's own factor is applied where it can be fitted.</param>
/// <param name="Quantile">For what part of days like the forecast there are to be enough people, 0.5 to 0.95.</param>
/// <param name="Version">0 where nothing was ever set.</param>
public sealed record PlanningQueue(Id Site, Id Queue, double Shrinkage = 0.15, bool UsesFactor = true, double Quantile = 0.65, long Version = 0);

/// <summary>What is left out stays as it is.</summary>
/// <param name="Version">The one that was read; the change is refused where somebody was quicker.</param>
public sealed record PlanningQueueRequest(double? Shrinkage = null, bool? UsesFactor = null, double? Quantile = null, long? Version = null);

public sealed class PlanningQueues(Database database, Audit audit)
{
    public Task<PlanningQueue> ReadAsync(Site site, Id queue, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        await ExistsAsync(sql, queue);
        return await ReadAsync(sql, site.Id, queue);
    }, ct);

    public Task<PlanningQueue> ChangeAsync(Site site, Id queue, PlanningQueueRequest request, Caller caller, CancellationToken ct)
    {
        var faults = new Faults();
        faults.AddIf(request.Shrinkage is { } shrinkage && !(shrinkage is >= 0 and <= 0.8), "shrinkage", "This is a share between 0 and 0.8.");
        faults.AddIf(request.Quantile is { } quantile && !(quantile is >= 0.5 and <= 0.95), "quantile", "This is a share between 0.5 and 0.95.");
        faults.ThrowIfAny();
        return database.WriteAsync(async sql =>
        {
            await ExistsAsync(sql, queue);
            var before = await ReadAsync(sql, site.Id, queue);
            if (request.Version is { } version && version != before.Version)
            {
                throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this meanwhile. Look at what it is now, then change it again.");
            }

            var after = new PlanningQueue(site.Id, queue, request.Shrinkage ?? before.Shrinkage, request.UsesFactor ?? before.UsesFactor, request.Quantile ?? before.Quantile, before.Version + 1);
            await sql.ExecuteAsync("""
                insert into planning_queues (site_id, queue_id, shrinkage, uses_factor, quantile, version) values (@Site, @Queue, @Shrinkage, @UsesFactor, @Quantile, @Version)
                on conflict (site_id, queue_id) do update set shrinkage = excluded.shrinkage, uses_factor = excluded.uses_factor, quantile = excluded.quantile, version = excluded.version
                """, after);
            await audit.NoteAsync(sql, caller, "planning.changed", $"{site.Id} {queue}");
            return after;
        }, ct);
    }

    internal static async Task<PlanningQueue> ReadAsync(Sql sql, Id site, Id queue) =>
        await sql.FirstAsync<Row>("select shrinkage, uses_factor, quantile, version from planning_queues where site_id = @site and queue_id = @queue", new { site, queue }) is { } row
            ? new PlanningQueue(site, queue, row.Shrinkage, row.UsesFactor, row.Quantile, row.Version)
            : new PlanningQueue(site, queue);

    static async Task ExistsAsync(Sql sql, Id queue)
    {
        if (await sql.FirstAsync<long>("select count(*) from queues where id = @queue", new { queue }) == 0)
        {
            throw RefusedException.NotFound("queue");
        }
    }

    sealed record Row
    {
        public double Shrinkage { get; init; }
        public bool UsesFactor { get; init; }
        public double Quantile { get; init; }
        public long Version { get; init; }
    }
}
