using Kanal.Centre.Access;
using Kanal.Centre.Planning;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.StrategyRuns;

/// <summary>Tries of strategies on recorded traffic: asked for, looked at, stopped, and kept.</summary>
public sealed class StrategyRunBook(Database database, StrategyRunQueue queue, TriedStrategies strategies, Audit audit, IdSource ids, TimeProvider time)
{
    const int Most = 100;
    const int MostWaiting = 3;

    /// <summary>The latest first, without their results.</summary>
    public async Task<List<StrategyRun>> ListAsync(Site site, CancellationToken ct) =>
        (await database.ReadAsync(sql => sql.QueryAsync<StrategyRunRow>($"select {StrategyRunRow.Brief} from simulations where site_id = @Id order by id desc limit {Most}", new { site.Id }), ct))
        .ConvertAll(row => row.ToRun(time.GetUtcNow()));

    public async Task<StrategyRun> ReadAsync(Site site, Id id, CancellationToken ct) => (await FindAsync(site, id, ct)).ToRun(time.GetUtcNow());

    public async Task<StrategyRun> StartAsync(Site site, StrategyRunRequest request, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (runs, traffic, faults) = (request.Runs ?? 10, request.Traffic ?? RunTraffic.Recorded, new Faults());
        var (from, days) = RunDays.Read(faults, traffic, request.From, request.Days, Dates.At(site.DateAt(now)));
        faults.AddIf(runs is < 2 or > 50, "runs", "This should be 2 to 50.");
        faults.ThrowIfAny();
        var one = await strategies.OfAsync(site, request.One ?? strategies.Live(site), ct);
        var other = await strategies.OfAsync(site, request.Other, ct);
        var plan = new RunPlan { From = from, Days = days, Runs = runs, Seed = request.Seed ?? 1, Traffic = traffic, One = Named(one), Other = Named(other) with { Version = request.Other } };
        var row = new StrategyRunRow { Id = ids.Next(now), SiteId = site.Id, State = StrategyRunState.Running, Request = Json.From(plan), CreatedAt = now, CreatedBy = caller.Name, TouchedAt = now };
        await database.WriteAsync(async sql =>
        {
            if (await sql.FirstAsync<long>("select count(*) from simulations where site_id = @Id and state = 'running' and touched_at > @alive", new { site.Id, alive = now.AddMinutes(-2) }) >= MostWaiting)
            {
                throw RefusedException.Conflict("simulations-waiting", $"{MostWaiting} simulations of this site are under way already. Wait for one, or stop it.");
            }

            await sql.ExecuteAsync("insert into simulations (id, site_id, state, request, progress, created_at, created_by, touched_at) values (@Id, @SiteId, 'running', @Request, 0, @CreatedAt, @CreatedBy, @TouchedAt)",
                new { row.Id, row.SiteId, row.Request, row.CreatedAt, row.CreatedBy, row.TouchedAt });
            await audit.NoteAsync(sql, caller, "simulation.started", row.Id.ToString());
        }, ct);
        queue.Put(new AskedRun(row.Id, site, plan, one, other));
        queue.Tell();
        return row.ToRun(now);
    }

    /// <summary>Stops one that is under way, wherever it runs. One that is done stays as it is.</summary>
    public async Task<StrategyRun> StopAsync(Site site, Id id, CancellationToken ct)
    {
        await FindAsync(site, id, ct);
        await database.WriteAsync(sql => sql.ExecuteAsync("update simulations set state = 'stopped', finished_at = @now where id = @id and state = 'running'", new { id, now = time.GetUtcNow() }), ct);
        queue.Stop(id);
        queue.Tell();
        return await ReadAsync(site, id, ct);
    }

    public async Task DeleteAsync(Site site, Id id, Caller caller, CancellationToken ct)
    {
        await FindAsync(site, id, ct);
        queue.Stop(id);
        await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("delete from simulations where id = @id", new { id });
            await audit.NoteAsync(sql, caller, "simulation.deleted", id.ToString());
        }, ct);
        queue.Tell();
    }

    async Task<StrategyRunRow> FindAsync(Site site, Id id, CancellationToken ct) =>
        await database.ReadAsync(sql => sql.FirstAsync<StrategyRunRow>($"select {StrategyRunRow.Columns} from simulations where id = @id and site_id = @site", new { id, site = site.Id }), ct)
        ?? throw RefusedException.NotFound("simulation");

    static TriedStrategy Named(PublishedStrategy published) => new(published.Strategy.Definition.Name, published.Version);
}

/// <summary>The strategies that can be tried: versions, and the draft as it is.</summary>
public sealed class TriedStrategies(Database database, StrategyShelf shelf, StrategySettingsBook settingsBook)
{
    public long Live(Site site) => shelf.For(site).Version;

    /// <param name="version">Null for the draft.</param>
    internal async Task<PublishedStrategy> OfAsync(Site site, long? version, CancellationToken ct)
    {
        if (version is { } number)
        {
            return await shelf.FindAsync(site, number, ct) ?? throw RefusedException.NotFound("version");
        }

        if (await database.ReadAsync(sql => StrategyRow.FindAsync(sql, site.Id), ct) is not { Draft: { } draft })
        {
            throw RefusedException.Invalid("other", "There is no draft to try: say which version, or change the strategy first.");
        }

        var settings = await settingsBook.ReadAsync(site.Id, ct);
        return ChannelStrategy.From(VersionRow.DefinitionOf(draft), PublishedStrategy.CatalogueOf(settings.OwnFacts), out var problems) is { } strategy
            ? new PublishedStrategy(0, strategy, shelf.For(site).Policy, settings)
            : throw DefinitionReading.Stopped(problems);
    }
}
