using System.Security.Cryptography;
using System.Text;
using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Access;

/// <summary>Finds who asks, anew for each request: a role that was taken away is gone with the next one.</summary>
public sealed class Callers(Database database, TimeProvider time, ILogger<Callers> log)
{
    static readonly TimeSpan _lastUsedStep = TimeSpan.FromMinutes(1);

    /// <summary>The agent of a session; null when the password has changed since, or the agent was deactivated.</summary>
    public async Task<Caller?> OfSessionAsync(Id agent, string stamp, CancellationToken ct)
    {
        var row = await database.ReadAsync(sql => sql.FirstAsync<SessionRow>("""
            select a.id, a.name, a.role, s.security_stamp from agents a join agent_secrets s on s.agent_id = a.id
            where a.id = @agent and a.active = true
            """, new { agent }), ct);
        return row is not null && Same(row.SecurityStamp, stamp) ? new Caller(row.Id, row.Name, row.Role, null) : null;
    }

    /// <summary>The one a key stands for; null for a key that is unknown or whose agent was deactivated.</summary>
    public async Task<Caller?> OfKeyAsync(string secret, CancellationToken ct)
    {
        var hash = KeySecret.Hash(secret);
        var row = await database.ReadAsync(sql => sql.FirstAsync<KeyRow>("""
            select k.id, k.name, k.scopes, k.agent_id, k.last_used_at, a.name as agent_name, a.role, a.active
            from keys k left join agents a on a.id = k.agent_id where k.secret_hash = @hash
            """, new { hash }), ct);
        if (row is null || (row.AgentId is not null && row.Active != true))
        {
            return null;
        }

        await NoteUseAsync(row, ct);
        return new Caller(row.AgentId, row.AgentName ?? row.Name, row.Role ?? Role.Administrator, new HashSet<string>(Json.To<string[]>(row.Scopes) ?? []))
        {
            KeyId = row.Id,
        };
    }

    async Task NoteUseAsync(KeyRow key, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (key.LastUsedAt is { } last && now - last < _lastUsedStep)
        {
            return;
        }

        try
        {
            await database.WriteAsync(sql => sql.ExecuteAsync(
                "update keys set last_used_at = @now where id = @id and (last_used_at is null or last_used_at < @before)",
                new { id = key.Id, now, before = now - _lastUsedStep }), ct);
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is { } reason)
        {
            log.LogWarning("When the key {Key} was last used was not written: {Reason}", key.Name, reason);
        }
    }

    static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    sealed record SessionRow
    {
        public Id Id { get; init; }

        public string Name { get; init; } = "";

        public Role Role { get; init; }

        public string SecurityStamp { get; init; } = "";
    }

    sealed record KeyRow
    {
        public Id Id { get; init; }

        public string Name { get; init; } = "";

        public string Scopes { get; init; } = "[]";

        public Id? AgentId { get; init; }

        public DateTimeOffset? LastUsedAt { get; init; }

        public string? AgentName { get; init; }

        public Role? Role { get; init; }

        public bool? Active { get; init; }
    }
}
