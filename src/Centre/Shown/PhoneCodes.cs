using System.Globalization;
using System.Security.Cryptography;
using Kanal.Centre.Access;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Shown;

/// <summary>
/// Six digits that tie a phone call to a browser: the widget shows them, the customer reads them out, the agent writes them into the
/// conversation, which that browser joins then. They are kept as a keyed digest, hold for ten minutes and work once. They are never
/// written to a log.
/// </summary>
public sealed class PhoneCodes(Database database, SignedTokens tokens, Feed feed, Lines lines, IdSource ids, TimeProvider time)
{
    const int Codes = 1_000_000;
    const int MostTries = 5;
    const int MostSiteTries = 25;

    // With so few of them alive, all that a site's agents may try in ten minutes hits one once in two hundred times ten minutes.
    const int MostAlive = 200;

    static readonly TimeSpan _valid = TimeSpan.FromMinutes(10);

    /// <summary>A new code for a browser; the one before no longer works.</summary>
    /// <param name="visitor">The digest of the browser's token.</param>
    public Task<PhoneCode> MakeAsync(Site site, string visitor, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        var now = time.GetUtcNow();
        await HoldAsync(sql, site.Id);
        await sql.ExecuteAsync("delete from phone_codes where site_id = @site and (expires_at <= @now or (visitor = @visitor and used_at is null))", new { site = site.Id, visitor, now });
        if (await sql.FirstAsync<long>("select count(*) from phone_codes where site_id = @site and used_at is null", new { site = site.Id }) >= MostAlive)
        {
            throw new RefusedException(Refusal.TooMany, "too-many-codes", "Too many codes are in use right now. Try again in a few minutes.") { RetryAfter = TimeSpan.FromMinutes(1) };
        }

        var id = ids.Next(now);
        var expires = now + _valid;
        while (true)
        {
            var code = RandomNumberGenerator.GetInt32(Codes).ToString("D6", CultureInfo.InvariantCulture);
            if (await sql.ChangesOneAsync("""
                insert into phone_codes (id, site_id, visitor, digest, expires_at) values (@id, @site, @visitor, @digest, @expires)
                on conflict (site_id, digest) do nothing
                """, new { id, site = site.Id, visitor, digest = tokens.CodeDigest(site.Id, code), expires }))
            {
                return new PhoneCode(code, expires);
            }
        }
    }, ct);

    /// <summary>The browser that shows this code joins the conversation.</summary>
    /// <exception cref="RefusedException"><c>wrong-code</c>, or <c>too-many-tries</c>: then only a wait and a new code help.</exception>
    public async Task RedeemAsync(Site site, Id conversation, Person agent, string? code, CancellationToken ct)
    {
        var digits = string.Concat((code ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));
        if (digits.Length != 6 || !digits.All(char.IsAsciiDigit))
        {
            throw RefusedException.Invalid("code", "A code has six digits.");
        }

        // A wrong try is committed, so it is answered after the transaction.
        var (refused, row, line) = await database.WriteAsync(sql => TryAsync(sql, site, conversation, agent, tokens.CodeDigest(site.Id, digits)), ct);
        if (row is null)
        {
            throw refused ?? RefusedException.NotFound("code");
        }

        feed.PublishEverywhere(Topic.Code(row.Id), new Change("joined", JoinedBy(row)));
        if (line is not null)
        {
            lines.Tell(line);
        }
    }

    /// <summary>The code that a browser waits with, and what it has joined if it has.</summary>
    public Task<(Id Code, Joined? Joined)?> WaitingAsync(Site site, string visitor, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var row = await sql.FirstAsync<Row>($"select {Columns} from phone_codes where site_id = @site and visitor = @visitor and expires_at > @now order by id desc limit 1",
            new { site = site.Id, visitor, now = time.GetUtcNow() });
        return row is null ? ((Id, Joined?)?)null : (row.Id, row.ConversationId is null ? null : JoinedBy(row));
    }, ct);

    // Whose code was misheard gets nothing of what was said before; whom the conversation is with may see it anyway.
    Joined JoinedBy(Row row)
    {
        var conversation = row.ConversationId ?? default;
        var token = row is { JoinedAfter: { } after, UsedAt: { } since } ? tokens.ForRestOf(conversation, after, since) : tokens.ForConversation(conversation);
        return new Joined(conversation, token, new PublicAgent(row.Agent));
    }

    async Task<(RefusedException? Refused, Row? Used, Line? Line)> TryAsync(Sql sql, Site site, Id conversation, Person agent, string digest)
    {
        var now = time.GetUtcNow();
        await HoldAsync(sql, site.Id);
        await sql.ExecuteAsync("delete from phone_code_tries where site_id = @site and tried_at <= @since", new { site = site.Id, since = now - _valid });
        var tries = await sql.QueryAsync<Id>("select agent_id from phone_code_tries where site_id = @site", new { site = site.Id });
        if (tries.Count >= MostSiteTries || tries.Count(one => one == agent.Id) >= MostTries)
        {
            return (new RefusedException(Refusal.TooMany, "too-many-tries", "Five codes were wrong. Wait ten minutes, then ask the customer for a new code.") { RetryAfter = _valid }, null, null);
        }

        if (await sql.FirstAsync<Id?>("select id from phone_codes where site_id = @site and digest = @digest and used_at is null and expires_at > @now", new { site = site.Id, digest, now }) is not { } found)
        {
            await sql.ExecuteAsync("insert into phone_code_tries (id, site_id, agent_id, tried_at) values (@id, @site, @agent, @now)", new { id = ids.Next(now), site = site.Id, agent = agent.Id, now });
            return (RefusedException.Conflict("wrong-code", "This code is not right, or its ten minutes are over. Ask the customer to read it once more."), null, null);
        }

        await sql.ExecuteAsync("""
            update phone_codes set used_at = @now, conversation_id = @conversation, agent = @name,
                joined_after = (select case when exists (select 1 from addresses a where a.customer_id = c.customer_id and a.kind = 'browser' and a.value = phone_codes.visitor) then null else c.last_sequence end
                    from conversations c where c.id = @conversation)
            where id = @found
            """, new { found, now, conversation, name = agent.Name });
        return (null, await sql.FirstAsync<Row>($"select {Columns} from phone_codes where id = @found", new { found }), await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Joined), agent.Id, agent.Name)));
    }

    // Tries at the same time would not see each other; the site's row lets one in after the other.
    static Task<int> HoldAsync(Sql sql, Id site) => sql.ExecuteAsync("update sites set version = version where id = @site", new { site });

    const string Columns = "id, conversation_id, agent, used_at, joined_after";

    sealed record Row
    {
        public Id Id { get; init; }
        public Id? ConversationId { get; init; }
        public string? Agent { get; init; }
        public DateTimeOffset? UsedAt { get; init; }
        public long? JoinedAfter { get; init; }
    }
}

/// <param name="Code">Six digits to read out.</param>
public sealed record PhoneCode(string Code, DateTimeOffset ExpiresAt);

/// <summary>A browser has joined a conversation.</summary>
/// <param name="Token">Lets it in.</param>
public sealed record Joined(Id Conversation, string Token, PublicAgent Agent);
