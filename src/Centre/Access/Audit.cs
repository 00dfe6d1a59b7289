using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>Who did what to the installation. Written in the transaction of the act itself.</summary>
public sealed class Audit(Database database, IdSource ids, TimeProvider time)
{
    const int Most = 200;

    /// <param name="what">Noun and what happened to it, such as <c>agent.changed</c>.</param>
    /// <param name="target">To which one, by id or name.</param>
    public Task NoteAsync(Sql sql, Caller caller, string what, string? target)
    {
        var now = time.GetUtcNow();
        return sql.ExecuteAsync("insert into audit (id, who, agent_id, key_id, what, target, at) values (@id, @who, @AgentId, @KeyId, @what, @target, @now)",
            new { id = ids.Next(now), who = caller.Name, caller.AgentId, caller.KeyId, what, target, now });
    }

    /// <summary>The latest first.</summary>
    public async Task<Listing<AuditEntry>> ListAsync(string? cursor, int? limit, CancellationToken ct)
    {
        var before = cursor is null ? new Id(long.MaxValue) : Id.TryParse(cursor, null, out var id) ? id : throw RefusedException.Invalid("cursor", "This is not a place in the list.");
        var count = Math.Clamp(limit ?? Most, 1, Most);
        var entries = await database.ReadAsync(sql => sql.QueryAsync<AuditEntry>(
            "select id, who, agent_id, key_id, what, target, at from audit where id < @before order by id desc limit @count", new { before, count = count + 1 }), ct);
        return entries.Count <= count ? new(entries) : new(entries[..count], entries[count - 1].Id.ToString());
    }
}

/// <summary>An act of administration.</summary>
public sealed record AuditEntry
{
    public required Id Id { get; init; }

    /// <summary>The name as it was then.</summary>
    public required string Who { get; init; }

    public Id? AgentId { get; init; }

    public Id? KeyId { get; init; }

    public required string What { get; init; }

    public string? Target { get; init; }

    public required DateTimeOffset At { get; init; }
}
