using Kanal.Centre.Storage;

namespace Kanal.Centre.Agents;

/// <summary>Who works here.</summary>
public sealed class AgentDirectory(Database database)
{
    /// <summary>Everyone, by name; those who have left at the end.</summary>
    public async Task<List<Agent>> ListAsync(CancellationToken ct)
    {
        var rows = await database.ReadAsync(sql => sql.QueryAsync<AgentRow>($"{AgentRow.Select} order by a.active desc, a.name, a.id"), ct);
        return [.. rows.Select(row => row.Read())];
    }

    /// <exception cref="RefusedException">There is no such agent.</exception>
    public Task<Agent> GetAsync(Id id, CancellationToken ct) => database.ReadAsync(sql => ReadAsync(sql, id), ct);

    /// <summary>The agent with what only the agent sees.</summary>
    public async Task<Agent> OwnAsync(Id id, CancellationToken ct)
    {
        var row = await database.ReadAsync(sql => RowAsync(sql, id), ct);
        return (row ?? throw RefusedException.NotFound("agent")).Read(withPreferences: true);
    }

    /// <summary>The agent as the transaction sees it.</summary>
    public static async Task<Agent> ReadAsync(Sql sql, Id id) => (await RowAsync(sql, id) ?? throw RefusedException.NotFound("agent")).Read();

    internal static async Task<List<Agent>> ActiveAsync(Sql sql) => (await sql.QueryAsync<AgentRow>($"{AgentRow.Select} where a.active = true")).ConvertAll(row => row.Read());

    /// <summary>Those who have left among them.</summary>
    internal static async Task<List<Agent>> AllAsync(Sql sql) => (await sql.QueryAsync<AgentRow>(AgentRow.Select)).ConvertAll(row => row.Read());

    static Task<AgentRow?> RowAsync(Sql sql, Id id) => sql.FirstAsync<AgentRow>($"{AgentRow.Select} where a.id = @id", new { id });
}
