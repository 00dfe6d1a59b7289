using Kanal.Centre.Conversations;
using Kanal.Centre.Letters;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Delivery;

/// <summary>
/// The door out: what is in it is on disk, and will be sent or said to have failed. A letter's Message-ID is fixed when it is written, so that
/// whoever gets it twice can tell.
/// </summary>
public sealed class Outbox(Database database, ReplyAddresses addresses, IdSource ids, TimeProvider time) : IDisposable
{
    /// <summary>Rings where there may be something to send.</summary>
    internal Bell Bell { get; } = new(time);

    internal void Ring() => Bell.Ring();

    /// <summary>A letter of ours as each begins; what differs between them is added by whoever writes it.</summary>
    internal LetterRow Begin(LetterKind kind, Id site, Id conversation, SendingMailbox from, LetterPeople to)
    {
        var now = time.GetUtcNow();
        var id = ids.Next(now);
        return new LetterRow
        {
            Id = id,
            SiteId = site,
            MailboxId = from.Id,
            ConversationId = conversation,
            Mine = true,
            Kind = kind,
            Placed = true,
            Author = Author.Agent,
            MessageId = addresses.MessageIdFor(from.Address, id),
            People = Json.From(to with { From = new LetterAddress(from.Address, from.Name) }),
            WrittenAt = now,
        };
    }

    /// <param name="due">Null for at once.</param>
    /// <param name="unlessRead">Not at all where its message has been read in the chat by then.</param>
    internal async Task InsertAsync(Sql sql, LetterRow letter, OutboxState state, DateTimeOffset? due = null, bool unlessRead = false)
    {
        var now = time.GetUtcNow();
        await LetterRow.InsertAsync(sql, letter);
        await sql.ExecuteAsync("""
            insert into outbox (letter_id, mailbox_id, state, unless_read, due_at, attempts, created_at) values (@Id, @MailboxId, @state, @unlessRead, @due, 0, @now)
            """, new { letter.Id, letter.MailboxId, state = state.Text(), unlessRead, due = due ?? now, now });
        foreach (var to in letter.Between.Recipients)
        {
            await sql.ExecuteAsync("insert into deliveries (letter_id, address, state, changed_at) values (@Id, @Address, 'waiting', @now)", new { letter.Id, to.Address, now });
        }
    }

    /// <summary>Its message is in the conversation: it may go.</summary>
    internal async Task ReleaseAsync(Id letter, CancellationToken ct)
    {
        await database.WriteAsync(sql => sql.ExecuteAsync("update outbox set state = 'waiting' where letter_id = @letter and state = 'held'", new { letter }), ct);
        Ring();
    }

    /// <summary>Its message was refused: it was never written.</summary>
    internal Task DropAsync(Id letter, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        if (await sql.FirstAsync<long>("select count(*) from outbox where letter_id = @letter and state = 'held'", new { letter }) == 1)
        {
            await sql.ExecuteAsync("delete from deliveries where letter_id = @letter", new { letter });
            await sql.ExecuteAsync("delete from outbox where letter_id = @letter", new { letter });
            await sql.ExecuteAsync("delete from letters where id = @letter", new { letter });
        }
    }, ct);

    /// <summary>Tries again to send to those who don't have it, by hand.</summary>
    /// <exception cref="RefusedException"><c>not-retryable</c>: it has gone, or goes by itself.</exception>
    public async Task RetryAsync(Id conversation, Id letter, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            if (await sql.FirstAsync<long>("select count(*) from letters where id = @letter and conversation_id = @conversation and mine = true", new { letter, conversation }) == 0)
            {
                throw RefusedException.NotFound("letter");
            }

            var now = time.GetUtcNow();
            if (!await sql.ChangesOneAsync("update outbox set state = 'waiting', due_at = @now, attempts = 0, created_at = @now where letter_id = @letter and (state in ('failed', 'uncertain') or (state = 'waiting' and attempts > 0))", new { letter, now }))
            {
                throw RefusedException.Conflict("not-retryable", "This letter has gone, or is on its way by itself.");
            }

            await sql.ExecuteAsync("update deliveries set state = 'waiting', changed_at = @now where letter_id = @letter and state <> 'accepted'", new { letter, now });
        }, ct);
        Ring();
    }

    /// <summary>Each time that it was tried, oldest first.</summary>
    public Task<List<DeliveryTry>> AttemptsAsync(Id conversation, Id letter, CancellationToken ct) => database.ReadAsync(async sql =>
        await sql.FirstAsync<long>("select count(*) from letters where id = @letter and conversation_id = @conversation and mine = true", new { letter, conversation }) == 1
            ? await sql.QueryAsync<DeliveryTry>("select began_at as at, ended_at, outcome, detail from delivery_attempts where letter_id = @letter order by id", new { letter })
            : throw RefusedException.NotFound("letter"), ct);

    public void Dispose() => Bell.Dispose();
}

/// <summary>How a letter of ours stands, as its row has it.</summary>
enum OutboxState
{
    /// <summary>Written, but its message is not in the conversation yet.</summary>
    Held,
    Waiting,

    /// <summary>Somebody connects; nothing was handed over yet.</summary>
    Sending,

    /// <summary>The server may have taken it.</summary>
    Handing,
    Sent,
    Failed,
    Uncertain,
    NotNeeded,
}

/// <summary>One time that a letter was tried.</summary>
public sealed record DeliveryTry
{
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary><c>sent</c>, <c>waiting</c>, <c>failed</c> or <c>uncertain</c>; null where it was broken off.</summary>
    public string? Outcome { get; init; }

    public string? Detail { get; init; }
}
