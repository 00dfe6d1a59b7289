using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;

namespace Kanal.Centre.Experiments;

/// <summary>Starts and stops experiments; on each site one runs at a time.</summary>
public sealed class ExperimentControl(Database database, StrategyShelf shelf, ExperimentRounds rounds, Audit audit, TimeProvider time)
{
    const int LongestNote = 1_000;

    public async Task<Experiment> StartAsync(Site site, Id id, Caller caller, CancellationToken ct)
    {
        var live = shelf.For(site);
        if (live.Settings.Consent < Privacy.Journey)
        {
            throw RefusedException.Conflict("consent-needed", "An experiment follows visitors from page to page, so the site must ask them first: set its consent to journey. Without it everybody is somebody new on every page.");
        }

        var row = await database.ReadAsync(sql => ExperimentRow.FindAsync(sql, site.Id, id), ct) ?? throw RefusedException.NotFound("experiment");
        if (row.State != ExperimentState.Draft)
        {
            throw Started();
        }

        var arms = row.Kind == ExperimentKind.Holdout ? HeldOut(live) : await VersionsAsync(site, row.Plans, ct);
        var economy = live.Strategy.Definition.Economy is { } worth ? new ExperimentEconomy(worth.MarginShare, worth.Costs) : null;
        await database.WriteAsync(async sql =>
        {
            if (await sql.FirstAsync<long>("select count(*) from experiments where site_id = @Id and state = 'running'", new { site.Id }) > 0)
            {
                throw RefusedException.Conflict("experiment-running", "Another experiment runs on this site. Two at a time would get into each other's way: stop that one first.");
            }

            var started = await sql.ChangesOneAsync("""
                update experiments set state = 'running', started_at = @now, started_by = @Name, arms = @arms, salt = @salt, economy = @economy
                where id = @id and state = 'draft'
                """, new { id, now = time.GetUtcNow(), caller.Name, arms = Json.From(arms), salt = row.Kind == ExperimentKind.Holdout ? live.Strategy.Definition.Holdout?.Salt : row.Salt, economy = economy is null ? null : Json.From(economy) });
            if (!started)
            {
                throw Started();
            }

            await audit.NoteAsync(sql, caller, "experiment.started", id.ToString());
        }, ct);
        await rounds.FollowAsync(CancellationToken.None);
        rounds.Tell();
        return await rounds.LookAsync(site, id, ct);
    }

    public async Task<Experiment> StopAsync(Site site, Id id, string? note, Caller caller, CancellationToken ct)
    {
        var faults = new Faults();
        var said = faults.Text("note", note, LongestNote);
        faults.ThrowIfAny();
        var stopped = await rounds.StopAsync(site, id, StopReason.Asked, said.Length > 0 ? said : null, caller, ct);
        return stopped ?? throw RefusedException.Conflict("experiment-not-running", "This experiment does not run.");
    }

    static RefusedException Started() => RefusedException.Conflict("experiment-started", "This experiment has been started already. Make a new one to measure anew.");

    static IReadOnlyList<ArmPlan> HeldOut(PublishedStrategy live) => live.Strategy.Definition.Holdout is { Share: > 0 and < 1 } holdout
        ? ExperimentCheck.ArmsOf(holdout.Share)
        : throw RefusedException.Conflict("no-holdout", "The live strategy holds nobody out. Publish one with a holdout first, such as a tenth of all visitors.");

    async Task<IReadOnlyList<ArmPlan>> VersionsAsync(Site site, IReadOnlyList<ArmPlan> arms, CancellationToken ct)
    {
        for (var i = 0; i < arms.Count; i++)
        {
            if (arms[i].Version is not { } version || await shelf.FindAsync(site, version, ct) is null)
            {
                throw RefusedException.Invalid($"arms[{i}].version", $"There is no version {arms[i].Version} of this site's strategy.");
            }
        }

        return arms;
    }
}
