using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>The answers to requests that carry an idempotency key, kept for a day.</summary>
public sealed class KeptAnswers(Database database, NodeLife life, TimeProvider time)
{
    const string StillClaimed = "caller = @Caller and route = @Route and key = @Key and node = @Node and asked_at = @AskedAt and status is null";

    static readonly TimeSpan _kept = TimeSpan.FromHours(24);

    // No request takes as long as this, so what became of it was not noted.
    static readonly TimeSpan _abandoned = TimeSpan.FromMinutes(5);

    // A node that took another name is written down under it within this time.
    static readonly TimeSpan _renaming = TimeSpan.FromSeconds(1);

    readonly GrowingNumbers _moments = new();

    /// <summary>The place of a request that this node is about to carry out, with a moment of its own.</summary>
    public AnswerKey KeyOf(string caller, string route, string key) =>
        new(caller, route, key, life.Name, DateTimeOffset.FromUnixTimeMilliseconds(_moments.Next(time.GetUtcNow().ToUnixTimeMilliseconds())));

    /// <summary>
    /// Claims the key. Null where it was free and the request is to be carried out; else what is there. A node that died while answering leaves
    /// its claim behind, which is free when the others have struck it off: then its connections are closed, and what it had begun is undone.
    /// </summary>
    public Task<KeptAnswer?> ClaimAsync(AnswerKey key, string digest, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        var now = key.AskedAt;
        await sql.ExecuteAsync("""
            delete from kept_answers where caller = @Caller and route = @Route and key = @Key
                and (asked_at < @old or (status is null and (asked_at < @abandoned or (asked_at < @renamed and node <> @me and node not in (select name from nodes)))))
            """, new { key.Caller, key.Route, key.Key, old = now - _kept, abandoned = now - _abandoned, renamed = now - _renaming, me = key.Node });
        var claimed = await sql.ChangesOneAsync("""
            insert into kept_answers (caller, route, key, digest, asked_at, node) values (@Caller, @Route, @Key, @digest, @now, @me)
            on conflict (caller, route, key) do nothing
            """, new { key.Caller, key.Route, key.Key, digest, now, me = key.Node });
        return claimed ? null : await sql.FirstAsync<KeptAnswer>(
            "select digest, status, headers, body from kept_answers where caller = @Caller and route = @Route and key = @Key", key);
    }, ct);

    public Task KeepAsync(AnswerKey key, KeptAnswer answer, CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        $"update kept_answers set status = @Status, headers = @Headers, body = @Body where {StillClaimed}",
        new { key.Caller, key.Route, key.Key, key.Node, key.AskedAt, answer.Status, answer.Headers, answer.Body }), ct);

    /// <summary>Nothing was done; the key is free again.</summary>
    public Task ReleaseAsync(AnswerKey key, CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        $"delete from kept_answers where {StillClaimed}", key), ct);

    public Task<int> CleanAsync(CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        "delete from kept_answers where asked_at < @old", new { old = time.GetUtcNow() - _kept }), ct);
}

/// <param name="Route">Method and path.</param>
/// <param name="Node">Which carries the request out.</param>
/// <param name="AskedAt">No other request to this node has the same.</param>
public sealed record AnswerKey(string Caller, string Route, string Key, string Node, DateTimeOffset AskedAt);

/// <summary>An answer as it was given.</summary>
public sealed record KeptAnswer
{
    /// <summary>Of the request's body.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Null while the request is being carried out.</summary>
    public int? Status { get; init; }

    /// <summary>As JSON.</summary>
    public string? Headers { get; init; }

    /// <summary>Null where it held a secret.</summary>
    public string? Body { get; init; }
}
