using Kanal.Centre.Skills;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Queues;

/// <summary>The queues with all that is set about them.</summary>
public sealed class QueueBook(Database database, QueueBoard board)
{
    public async Task<List<Queue>> ListAsync(CancellationToken ct)
    {
        var counts = (await board.ReadAsync(ct)).ToDictionary(queue => queue.Id);
        return await database.ReadAsync(async sql =>
        {
            var roster = await Roster.ReadAsync(sql);
            var skills = await SkillBook.ListAsync(sql);
            var teams = (await sql.QueryAsync<TeamRow>("select q.queue_id, q.team_id from team_queues q join teams t on t.id = q.team_id order by t.name, t.id")).ToLookup(row => row.QueueId, row => row.TeamId);
            return (await RowsAsync(sql)).ConvertAll(row =>
            {
                var (terms, served) = (row.Terms, roster.Agents.Where(agent => agent.Serves(row.Id)).ToList());
                var count = counts.GetValueOrDefault(row.Id);
                return new Queue
                {
                    Id = row.Id,
                    Name = row.Name,
                    Waiting = count?.Waiting ?? 0,
                    LongestWaitSince = count?.LongestWaitSince,
                    Available = count?.Available ?? 0,
                    SignedIn = count?.SignedIn ?? 0,
                    Waits = count?.Waits ?? [],
                    Terms = terms,
                    Teams = [.. teams[row.Id]],
                    ServedBy = served.ConvertAll(agent => agent.Id),
                    Warnings = StepWarnings.Of(terms.Steps, served, skills),
                    Version = row.Version,
                };
            });
        }, ct);
    }

    /// <exception cref="RefusedException">There is no such queue.</exception>
    public async Task<Queue> GetAsync(Id id, CancellationToken ct) => (await ListAsync(ct)).Find(queue => queue.Id == id) ?? throw RefusedException.NotFound("queue");

    /// <summary>By name.</summary>
    internal static Task<List<QueueRow>> RowsAsync(Sql sql) => sql.QueryAsync<QueueRow>("select id, name, rules, version from queues order by name, id");

    sealed record TeamRow
    {
        public Id QueueId { get; init; }
        public Id TeamId { get; init; }
    }
}

/// <summary>A queue as the table has it.</summary>
sealed record QueueRow
{
    public Id Id { get; init; }
    public string Name { get; init; } = "";
    public string Rules { get; init; } = "{}";
    public long Version { get; init; }

    public QueueTerms Terms => Json.To<QueueTerms>(Rules) ?? new QueueTerms();
}
