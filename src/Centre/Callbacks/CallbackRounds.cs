using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Phones;

namespace Kanal.Centre.Callbacks;

/// <summary>One look at all calls that are still to be made.</summary>
public sealed class CallbackRounds(Database database, SiteDirectory sites, CallbackBook book, CallbackNews news, DeskFeed desk, TimeProvider time)
{
    static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    /// <summary>Whether the last look found any.</summary>
    public bool AnyOpen { get; private set; } = true;

    /// <returns>When the next thing is due; null where nothing is in sight.</returns>
    public async Task<DateTimeOffset?> GoAsync(CancellationToken ct)
    {
        await CancelReachedAsync(ct);
        var open = await database.ReadAsync(sql => sql.QueryAsync<CallbackRow>($"{CallbackRow.Select} where cb.state = 'open' and c.state in ('queued', 'planned')"), ct);
        AnyOpen = open.Count > 0;
        DateTimeOffset? next = null;
        foreach (var row in open)
        {
            if (await sites.FindAsync(row.SiteId, ct) is { } site && await LookAsync(row, site, ct) is { } due && (next is null || due < next))
            {
                next = due;
            }
        }

        return next;
    }

    async Task<DateTimeOffset?> LookAsync(CallbackRow row, Site site, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (site.OpenFrom(now) is not { } opens || opens > now)
        {
            return await CloseAsync(row, site.OpenFrom(row.NotBefore > now ? row.NotBefore : now), ct);
        }

        if (row.Standing == ConversationState.Planned)
        {
            return row.NotBefore > now ? row.NotBefore : await QueueAsync(row, now, ct);
        }

        return Earlier(site.StatusAt(now).ClosesAt, await RemindAsync(row, now, ct));
    }

    // Nobody is called outside hours: what waits is set aside until we open, and keeps its place.
    async Task<DateTimeOffset?> CloseAsync(CallbackRow row, DateTimeOffset? opens, CancellationToken ct)
    {
        var notBefore = opens ?? row.NotBefore;
        if (row.Standing == ConversationState.Planned && row.NotBefore == notBefore)
        {
            return opens;
        }

        var moved = await database.WriteAsync(async sql =>
        {
            if (!await HoldAsync(sql, row) || !await sql.ChangesOneAsync("update conversations set state = 'planned' where id = @ConversationId and state in ('queued', 'planned')", row))
            {
                return false;
            }

            await sql.ExecuteAsync("update callbacks set not_before = @notBefore, due_at = case when due_at is null then null else @notBefore end, reminded_at = null where conversation_id = @conversation and state = 'open'",
                new { conversation = row.ConversationId, notBefore });
            await CallbackNews.WithdrawOfferAsync(sql, row.ConversationId, time.GetUtcNow());
            return true;
        }, ct);
        if (moved)
        {
            await news.PlacedAsync(row.ConversationId, null, null);
        }

        return opens;
    }

    async Task<DateTimeOffset?> QueueAsync(CallbackRow row, DateTimeOffset now, CancellationToken ct)
    {
        // One who booked a time has waited since that time, not since they asked; one who keeps a place has waited all along.
        if (await database.WriteAsync(async sql => await HoldAsync(sql, row) && await sql.ChangesOneAsync(
            "update conversations set state = 'queued', queued_at = @now, waiting_since = coalesce(waiting_since, @since) where id = @conversation and state = 'planned'",
            new { conversation = row.ConversationId, now, since = row.NotBefore }), ct))
        {
            await news.PlacedAsync(row.ConversationId, null, null);
        }

        return row.DueAt;
    }

    async Task<DateTimeOffset?> RemindAsync(CallbackRow row, DateTimeOffset now, CancellationToken ct)
    {
        if (row.DueAt is not { } due || row.RemindedAt is not null || due > now)
        {
            return row.RemindedAt is null ? row.DueAt : null;
        }

        if (row.Offered)
        {
            return now + _patience;
        }

        if (await database.WriteAsync(sql => sql.ChangesOneAsync("update callbacks set reminded_at = @now where conversation_id = @conversation and reminded_at is null and due_at = @due",
            new { conversation = row.ConversationId, now, due }), ct))
        {
            var name = await database.ReadAsync(sql => sql.FirstAsync<string>("select name from customers where id = @CustomerId", row), ct);
            desk.Tell("callbackDue", new CallbackDue(row.ConversationId, name, PhoneNumber.Shown(row.Number), due));
        }

        return null;
    }

    // Got through elsewhere: another conversation of theirs, or one with this number, was answered after they asked for the call.
    async Task CancelReachedAsync(CancellationToken ct)
    {
        var reached = await database.ReadAsync(sql => sql.QueryAsync<Id>("""
            select cb.conversation_id from callbacks cb join conversations c on c.id = cb.conversation_id
            where cb.state = 'open' and c.state in ('queued', 'planned') and (
                exists (select 1 from conversations o where o.customer_id = c.customer_id and o.id <> c.id and (o.answered_at > cb.asked_at or (o.last_from = 'agent' and o.last_at > cb.asked_at)))
                or exists (select 1 from addresses a join conversations o on o.customer_id = a.customer_id
                    where a.site_id = cb.site_id and a.kind = 'phone' and a.value = cb.number and a.verified = true and o.id <> c.id and (o.answered_at > cb.asked_at or (o.last_from = 'agent' and o.last_at > cb.asked_at))))
            """), ct);
        foreach (var conversation in reached)
        {
            var (line, _) = await database.WriteAsync(sql => book.CancelAsync(sql, conversation, Author.System, null, CancelReason.ReachedElsewhere, time.GetUtcNow()), ct);
            if (line is not null)
            {
                await news.CancelledAsync(conversation, line, Author.System);
            }
        }
    }

    // Who chose another time since it was read is looked at anew, by the news of that.
    static Task<bool> HoldAsync(Sql sql, CallbackRow row) =>
        sql.ChangesOneAsync("update callbacks set not_before = not_before where conversation_id = @ConversationId and state = 'open' and not_before = @NotBefore", row);

    static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;
}
