using System.Reflection;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>The table of the nodes on one PostgreSQL: who came, who still gives signs of life.</summary>
public sealed class NodeRegister(Database database, NodeLife life, TimeProvider time)
{
    const long JoinLock = 0x4B616E616C2B;

    const string IsHeld = """
        exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
            and l.classid::bigint = ((n.life >> 32) & 4294967295) and l.objid::bigint = (n.life & 4294967295)
            and l.database = (select oid from pg_database where datname = current_database()))
        """;

    static readonly string _version = typeof(NodeRegister).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Writes this node down and calls it out in the same moment. One node joins at a time, so that of two one always knows the other.</summary>
    /// <returns>All nodes there are; those that were killed while nobody looked are gone.</returns>
    internal async Task<List<NodeRow>> JoinAsync(INodeWire wire, bool again, CancellationToken ct)
    {
        await life.ShowAsync(ct);
        var now = time.GetUtcNow();
        return await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("select pg_advisory_xact_lock(@JoinLock)", new { JoinLock });
            await sql.ExecuteAsync($"delete from nodes where name in (select n.name from nodes n where not {IsHeld})");
            await sql.ExecuteAsync("""
                insert into nodes (name, life, connections, version, since, beats, beat_at) values (@Name, @Key, @Connections, @_version, @now, 0, @now)
                on conflict (name) do nothing
                """, new { life.Name, life.Key, wire.Connections, _version, now });
            await sql.ExecuteAsync("select pg_notify('kanal', @piece)", new { piece = new NodePiece(again ? PieceKind.Again : PieceKind.Came, life.Name).Text });
            return await AllAsync(sql);
        }, ct);
    }

    /// <summary>A sign of life, on the connection that holds the lock, and a look at the others.</summary>
    /// <returns>Null where the others took this node for dead.</returns>
    internal Task<NodeLook?> BeatAsync(CancellationToken ct) => life.OnLockAsync(async (sql, anew) =>
        await sql.ChangesOneAsync("update nodes set beats = beats + 1, beat_at = @now where name = @Name", new { life.Name, now = time.GetUtcNow() })
            ? new NodeLook(await AllAsync(sql), anew)
            : null, ct);

    /// <returns>False where it gave a sign of life after all, or somebody else did the same.</returns>
    internal Task<bool> StrikeOffAsync(NodeRow dead, CancellationToken ct) =>
        database.WriteAsync(sql => sql.ChangesOneAsync("delete from nodes where name = @Name and beats = @Beats", new { dead.Name, dead.Beats }), ct);

    internal Task LeaveAsync(CancellationToken ct) => database.WriteAsync(async sql =>
    {
        await sql.ExecuteAsync("delete from nodes where name = @Name", new { life.Name });
        await sql.ExecuteAsync("select pg_notify('kanal', @piece)", new { piece = new NodePiece(PieceKind.Left, life.Name).Text });
    }, ct);

    static Task<List<NodeRow>> AllAsync(Sql sql) => sql.QueryAsync<NodeRow>($"select n.name, n.connections, n.version, n.since, n.beats, n.beat_at, {IsHeld} as held from nodes n order by n.since, n.name");
}

/// <param name="Anew">This node's own connection had broken in between.</param>
sealed record NodeLook(List<NodeRow> Nodes, bool Anew);

sealed record NodeRow
{
    public string Name { get; init; } = "";
    public string Connections { get; init; } = "";
    public string Version { get; init; } = "";
    public DateTimeOffset Since { get; init; }
    public long Beats { get; init; }
    public DateTimeOffset BeatAt { get; init; }

    /// <summary>The connection that shows it lives is there.</summary>
    public bool Held { get; init; }

    public LivingNode ToNode() => new(Name, Since, Version, BeatAt);
}
