using System.Collections.Concurrent;
using Kanal.Centre.Conversations;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Delivery;

/// <summary>
/// What is written about letters on their way. A letter is claimed by one guarded update, so that of several nodes one sends it; what a dead
/// one had claimed is free again as soon as it is known to be dead, unless the server may have taken it: that, a person decides.
/// </summary>
public sealed class DeliveryRecords(Database database, NodeLife life, Lines lines, DeliveryNews news, IdSource ids, TimeProvider time)
{
    /// <summary>For how long a claim holds that is not renewed, by whoever seems to live.</summary>
    internal static readonly TimeSpan Claim = TimeSpan.FromMinutes(3);

    static readonly TimeSpan _longestHeld = TimeSpan.FromMinutes(1);
    static readonly TimeSpan _patience = TimeSpan.FromDays(3);
    static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
    ];

    // What is being sent here now: our own claim on it holds, though it may be renewed late, as when the machine slept.
    readonly ConcurrentDictionary<Id, bool> _inHand = new();

    /// <summary>Frees what was left lying: by a node that died, or by a reply whose message arrived and whose writer did not get to say so.</summary>
    internal async Task RescueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (claims, held) = await database.ReadAsync(async sql => (
            await sql.QueryAsync<OpenClaim>("select letter_id, claim, claimed_until from outbox where state in ('sending', 'handing')"),
            await sql.FirstAsync<long>("select count(*) from outbox where state = 'held' and created_at < @before", new { before = now - _longestHeld })), ct);
        foreach (var claim in claims.Where(claim => claim.Claim != life.Name || (claim.ClaimedUntil < now && !_inHand.ContainsKey(claim.LetterId))))
        {
            if (claim.ClaimedUntil < now || !await life.LivesAsync(claim.Claim, ct))
            {
                await FreeAsync(claim, now, ct);
            }
        }

        if (held > 0)
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("""
                update outbox set state = 'waiting' where state = 'held' and created_at < @before and exists (
                    select 1 from letters l join messages m on m.conversation_id = l.conversation_id and m.letter_id = l.id where l.id = outbox.letter_id)
                """, new { before = now - _longestHeld }), ct);
        }
    }

    // What was to be handed over has gone to nobody; what was being handed over may have.
    async Task FreeAsync(OpenClaim claim, DateTimeOffset now, CancellationToken ct)
    {
        var uncertain = await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("update outbox set state = 'waiting', claim = null where letter_id = @LetterId and state = 'sending' and claim = @Claim and claimed_until = @ClaimedUntil", claim);
            var lost = await sql.ChangesOneAsync("update outbox set state = 'uncertain', due_at = null, claim = null where letter_id = @LetterId and state = 'handing' and claim = @Claim and claimed_until = @ClaimedUntil", claim);
            if (lost)
            {
                await sql.ExecuteAsync("update deliveries set state = 'uncertain', changed_at = @now where letter_id = @LetterId and state in ('waiting', 'retrying')", new { claim.LetterId, now });
            }

            return lost;
        }, ct);
        if (uncertain)
        {
            await news.TellAsync(claim.LetterId, ct);
        }
    }

    /// <summary>When the first letter is due of each mailbox that has any.</summary>
    internal Task<List<WaitingLetters>> WaitingAsync(CancellationToken ct) => database.ReadAsync(sql => sql.QueryAsync<WaitingLetters>(
        "select mailbox_id, min(due_at) as due_at from outbox where state = 'waiting' group by mailbox_id"), ct);

    internal Task<List<DueLetter>> DueAsync(Id mailbox, int most, CancellationToken ct) => database.ReadAsync(sql => sql.QueryAsync<DueLetter>(
        "select letter_id, mailbox_id from outbox where state = 'waiting' and mailbox_id = @mailbox and due_at <= @now order by due_at, letter_id limit @most", new { mailbox, now = time.GetUtcNow(), most }), ct);

    /// <summary>When to look again; null where nothing is on its way.</summary>
    /// <param name="next">When the next letter is due that waits.</param>
    internal async Task<DateTimeOffset?> NextAsync(DateTimeOffset? next, CancellationToken ct)
    {
        var others = await database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from outbox where state in ('held', 'sending', 'handing')"), ct);
        var soon = time.GetUtcNow() + _longestHeld;
        return others > 0 && (next is null || next > soon) ? soon : next;
    }

    /// <summary>Takes a letter in hand; null where another node was quicker, or it has been read in the chat.</summary>
    internal async Task<ClaimedLetter?> ClaimAsync(Id letter, CancellationToken ct)
    {
        await life.ShowAsync(ct);
        var now = time.GetUtcNow();
        var (claimed, read) = await database.WriteAsync(async sql =>
        {
            if (await sql.ChangesOneAsync("""
                update outbox set state = 'notNeeded', due_at = null where letter_id = @letter and state = 'waiting' and unless_read = true and exists (
                    select 1 from letters l join messages m on m.conversation_id = l.conversation_id and m.letter_id = l.id
                    join conversations c on c.id = m.conversation_id where l.id = outbox.letter_id and c.read_by_visitor >= m.sequence)
                """, new { letter }))
            {
                return (null, true);
            }

            if (!await sql.ChangesOneAsync("update outbox set state = 'sending', claim = @me, claimed_until = @until, attempts = attempts + 1 where letter_id = @letter and state = 'waiting'",
                new { letter, me = life.Name, until = now + Claim }))
            {
                return ((ClaimedLetter?)null, false);
            }

            var attempt = ids.Next(now);
            await sql.ExecuteAsync("insert into delivery_attempts (id, letter_id, began_at) values (@attempt, @letter, @now)", new { attempt, letter, now });
            var to = await sql.QueryAsync<string>("select address from deliveries where letter_id = @letter and state in ('waiting', 'retrying') order by address", new { letter });
            return (new ClaimedLetter(letter, attempt, to), false);
        }, ct);
        if (read || claimed is not null)
        {
            await news.TellAsync(letter, ct);
        }

        if (claimed is not null)
        {
            _inHand[letter] = true;
        }

        return claimed;
    }

    /// <summary>It is not being sent here any more, whatever could be written down of it.</summary>
    internal void LetGo(ClaimedLetter letter) => _inHand.TryRemove(letter.Letter, out _);

    /// <summary>The next thing is to hand it over.</summary>
    internal async Task HandingAsync(ClaimedLetter letter, CancellationToken ct)
    {
        if (!await database.WriteAsync(sql => sql.ChangesOneAsync("update outbox set state = 'handing', claimed_until = @until where letter_id = @Letter and state = 'sending' and claim = @me",
            new { letter.Letter, me = life.Name, until = time.GetUtcNow() + Claim }), ct))
        {
            throw new InvalidOperationException("Another node has this letter now.");
        }
    }

    internal Task RenewAsync(ClaimedLetter letter, CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        "update outbox set claimed_until = @until where letter_id = @Letter and claim = @me and state in ('sending', 'handing')", new { letter.Letter, me = life.Name, until = time.GetUtcNow() + Claim }), ct);

    /// <summary>Writes down what became of it.</summary>
    internal async Task EndAsync(ClaimedLetter letter, SendOutcome outcome, CancellationToken ct)
    {
        var written = await database.WriteAsync(sql => EndAsync(sql, letter, outcome), ct);
        written.ForEach(lines.Tell);
        await news.TellAsync(letter.Letter, ct);
    }

    async Task<List<Line>> EndAsync(Sql sql, ClaimedLetter letter, SendOutcome outcome)
    {
        var now = time.GetUtcNow();
        var row = await sql.FirstAsync<OutboxRow>("select o.attempts, o.created_at, l.conversation_id from outbox o join letters l on l.id = o.letter_id where o.letter_id = @Letter", new { letter.Letter })
            ?? throw new InvalidOperationException("A letter in hand is not in the outbox.");
        var givesUp = now - row.CreatedAt > _patience;
        List<Line> written = [];
        foreach (var one in outcome.Recipients)
        {
            var state = one.Result switch
            {
                SendResult.Accepted => DeliveryState.Accepted,
                SendResult.Unknown => DeliveryState.Uncertain,
                SendResult.Temporary when !givesUp => DeliveryState.Retrying,
                _ => DeliveryState.Failed,
            };
            await sql.ExecuteAsync("update deliveries set state = @state, detail = @Detail, changed_at = @now where letter_id = @Letter and address = @Address",
                new { letter.Letter, one.Address, one.Detail, state = state.Text(), now });
            if (state == DeliveryState.Failed && row.ConversationId is { } conversation)
            {
                written.Add(await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.DeliveryFailed) { Address = one.Address, Reason = one.Detail, Letter = letter.Letter })));
            }
        }

        var states = await sql.QueryAsync<string>("select state from deliveries where letter_id = @Letter", new { letter.Letter });
        var whole = states.Contains("uncertain") ? OutboxState.Uncertain
            : states.Contains("retrying") || states.Contains("waiting") ? OutboxState.Waiting
            : states.Contains("failed") || states.Contains("bounced") ? OutboxState.Failed
            : OutboxState.Sent;
        DateTimeOffset? due = whole == OutboxState.Waiting ? now + _pauses[Math.Min(row.Attempts, _pauses.Length) - 1] : null;
        await sql.ExecuteAsync("update outbox set state = @state, due_at = @due, claim = null, claimed_until = null where letter_id = @Letter and claim = @me",
            new { letter.Letter, state = whole.Text(), due, me = life.Name });
        await sql.ExecuteAsync("update delivery_attempts set ended_at = @now, outcome = @state, detail = @detail where id = @Attempt",
            new { letter.Attempt, now, state = whole.Text(), detail = string.Join("; ", outcome.Recipients.Select(one => one.Detail).OfType<string>().Distinct().Take(5)) });
        return written;
    }

    sealed record OpenClaim
    {
        public Id LetterId { get; init; }
        public string Claim { get; init; } = "";
        public DateTimeOffset ClaimedUntil { get; init; }
    }

    sealed record OutboxRow
    {
        public int Attempts { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public Id? ConversationId { get; init; }
    }
}

sealed record WaitingLetters
{
    public Id MailboxId { get; init; }
    public DateTimeOffset DueAt { get; init; }
}

sealed record DueLetter
{
    public Id LetterId { get; init; }
    public Id MailboxId { get; init; }
}

/// <param name="Recipients">Those who don't have it yet.</param>
sealed record ClaimedLetter(Id Letter, Id Attempt, IReadOnlyList<string> Recipients);
