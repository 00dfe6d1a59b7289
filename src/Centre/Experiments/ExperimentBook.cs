using System.Security.Cryptography;
using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Experiments;

/// <summary>A site's experiments, made and looked at.</summary>
public sealed class ExperimentBook(Database database, ExperimentRounds rounds, Audit audit, IdSource ids, TimeProvider time)
{
    const int Most = 100;

    /// <summary>The latest first.</summary>
    public async Task<List<Experiment>> ListAsync(Site site, CancellationToken ct)
    {
        List<Experiment> experiments = [];
        foreach (var row in await database.ReadAsync(sql => sql.QueryAsync<ExperimentRow>($"select {ExperimentRow.Columns} from experiments where site_id = @Id order by id desc limit {Most}", new { site.Id }), ct))
        {
            experiments.Add(row.State == ExperimentState.Running ? await rounds.LookAsync(site, row.Id, ct) : row.ToExperiment(null));
        }

        return experiments;
    }

    public Task<Experiment> ReadAsync(Site site, Id id, CancellationToken ct) => rounds.LookAsync(site, id, ct);

    public async Task<Experiment> CreateAsync(Site site, ExperimentRequest request, Caller caller, CancellationToken ct)
    {
        var (name, arms, alpha) = ExperimentCheck.Check(request);
        var now = time.GetUtcNow();
        var row = new ExperimentRow
        {
            Id = ids.Next(now),
            SiteId = site.Id,
            Name = name,
            Kind = request.Kind,
            Arms = Json.From(arms),
            Expected = request.Expected,
            ExpectedNet = request.ExpectedNet,
            Alpha = alpha,
            Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            State = ExperimentState.Draft,
            CreatedAt = now,
            CreatedBy = caller.Name,
        };
        await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("""
                insert into experiments (id, site_id, name, kind, arms, expected, expected_net, alpha, salt, state, created_at, created_by)
                values (@Id, @SiteId, @Name, @kind, @Arms, @Expected, @ExpectedNet, @Alpha, @Salt, 'draft', @CreatedAt, @CreatedBy)
                """, new { row.Id, row.SiteId, row.Name, kind = row.Kind.Text(), row.Arms, row.Expected, row.ExpectedNet, row.Alpha, row.Salt, row.CreatedAt, row.CreatedBy });
            await audit.NoteAsync(sql, caller, "experiment.created", row.Id.ToString());
        }, ct);
        rounds.Tell();
        return row.ToExperiment(null);
    }

    /// <summary>Takes away one that was never started; what was measured stays.</summary>
    public async Task DeleteAsync(Site site, Id id, Caller caller, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var row = await ExperimentRow.FindAsync(sql, site.Id, id) ?? throw RefusedException.NotFound("experiment");
            if (row.State != ExperimentState.Draft || !await sql.ChangesOneAsync("delete from experiments where id = @id and state = 'draft'", new { id }))
            {
                throw RefusedException.Conflict("experiment-started", "What was measured is kept: only an experiment that never ran can be deleted.");
            }

            await audit.NoteAsync(sql, caller, "experiment.deleted", id.ToString());
        }, ct);
        rounds.Tell();
    }
}
