using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>The answers to requests that carry an idempotency key, kept for a day.</summary>
public sealed class KeptAnswers(Database database, TimeProvider time)
{
    static readonly TimeSpan _kept = TimeSpan.FromHours(24);

    // A node that died while answering leaves its claim behind; no request takes as long as this.
    static readonly TimeSpan _abandoned = TimeSpan.FromMinutes(5);

    /// <summary>Claims the key. Null where it was free and the request is to be carried out; else what is there.</summary>
    public Task<KeptAnswer?> ClaimAsync(AnswerKey key, string digest, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        var now = time.GetUtcNow();
        await sql.ExecuteAsync("""
            delete from kept_answers where caller = @Caller and route = @Route and key = @Key
                and (asked_at < @old or (status is null and asked_at < @abandoned))
            """, new { key.Caller, key.Route, key.Key, old = now - _kept, abandoned = now - _abandoned });
        var claimed = await sql.ChangesOneAsync("""
            insert into kept_answers (caller, route, key, digest, asked_at) values (@Caller, @Route, @Key, @digest, @now)
            on conflict (caller, route, key) do nothing
            """, new { key.Caller, key.Route, key.Key, digest, now });
        return claimed ? null : await sql.FirstAsync<KeptAnswer>(
            "select digest, status, headers, body from kept_answers where caller = @Caller and route = @Route and key = @Key", key);
    }, ct);

    public Task KeepAsync(AnswerKey key, KeptAnswer answer, CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        "update kept_answers set status = @Status, headers = @Headers, body = @Body where caller = @Caller and route = @Route and key = @Key",
        new { key.Caller, key.Route, key.Key, answer.Status, answer.Headers, answer.Body }), ct);

    /// <summary>Nothing was done; the key is free again.</summary>
    public Task ReleaseAsync(AnswerKey key, CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        "delete from kept_answers where caller = @Caller and route = @Route and key = @Key and status is null", key), ct);

    public Task<int> CleanAsync(CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        "delete from kept_answers where asked_at < @old", new { old = time.GetUtcNow() - _kept }), ct);
}

/// <param name="Route">Method and path.</param>
public sealed record AnswerKey(string Caller, string Route, string Key);

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
