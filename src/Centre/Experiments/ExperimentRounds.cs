using Kanal.Centre.Access;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;

namespace Kanal.Centre.Experiments;

/// <summary>Looks at running experiments, keeps the smallest p of all looks, and stops those that can't be believed any more.</summary>
public sealed class ExperimentRounds(Database database, ExperimentArms arms, StrategyShelf shelf, DeskFeed desks, Audit audit, TimeProvider time) : IDisposable
{
    // Of two who read which run, the one who reads later is believed.
    readonly SemaphoreSlim _reading = new(1, 1);

    /// <summary>Reads anew which experiments run. Call after the commit of a change.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            var rows = await database.ReadAsync(sql => sql.QueryAsync<ExperimentRow>($"select {ExperimentRow.Columns} from experiments where state = 'running'"), ct);
            arms.Run(rows.Select(RunningExperiment.Of));
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>How an experiment stands; a look at one that runs may stop it.</summary>
    public async Task<Experiment> LookAsync(Site site, Id id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (row, reading) = await database.ReadAsync(async sql =>
        {
            var row = await ExperimentRow.FindAsync(sql, site.Id, id) ?? throw RefusedException.NotFound("experiment");
            return (row, row.State == ExperimentState.Running ? ExperimentLook.At(row, await ExperimentTotals.ReadAsync(sql, row, now), now) : default);
        }, ct);
        if (reading.Result is not { } result)
        {
            return row.ToExperiment(null);
        }

        if (Trouble(site, row, result) is { } trouble)
        {
            return await StopAsync(site, id, trouble, null, null, ct) ?? await LookAsync(site, id, ct);
        }

        if (reading.SmallestP is { } p && !(p >= row.SmallestP))
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("update experiments set smallest_p = @p where id = @id and (smallest_p is null or smallest_p > @p)", new { id, p }), ct);
        }

        return row.ToExperiment(result);
    }

    /// <summary>Writes down how it stands and forgets who took part.</summary>
    /// <param name="caller">Null where it stops by itself.</param>
    /// <returns>Null where it does not run.</returns>
    public async Task<Experiment?> StopAsync(Site site, Id id, StopReason reason, string? note, Caller? caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var stopped = await database.WriteAsync(async sql =>
        {
            var row = await ExperimentRow.FindAsync(sql, site.Id, id) ?? throw RefusedException.NotFound("experiment");
            if (row.State != ExperimentState.Running)
            {
                return null;
            }

            var (result, smallest) = ExperimentLook.At(row, await ExperimentTotals.ReadAsync(sql, row, now), now);
            await sql.ExecuteAsync("""
                update experiments set state = 'stopped', stopped_at = @now, stopped_by = @who, stop_reason = @reason, note = @note, result = @result, smallest_p = @smallest where id = @id
                """, new { id, now, who = caller?.Name, reason = reason.Text(), note, result = Json.From(result), smallest });
            await sql.ExecuteAsync("delete from experiment_visitors where experiment_id = @id", new { id });
            if (caller is not null)
            {
                await audit.NoteAsync(sql, caller, "experiment.stopped", id.ToString());
            }

            return await ExperimentRow.FindAsync(sql, site.Id, id);
        }, ct);
        await FollowAsync(CancellationToken.None);
        Tell();
        return stopped?.ToExperiment(null);
    }

    /// <summary>Tells the desks that there is something new about experiments.</summary>
    public void Tell() => desks.Tell("settings", new SettingsChanged("experiments"));

    StopReason? Trouble(Site site, ExperimentRow row, ExperimentResult result)
    {
        var live = shelf.For(site);
        return result.Shares.Mismatch ? StopReason.ShareMismatch
            : live.Settings.Consent < Privacy.Journey ? StopReason.ConsentGone
            : !RunningExperiment.Of(row).Fits(live) ? StopReason.HoldoutChanged
            : null;
    }
}
