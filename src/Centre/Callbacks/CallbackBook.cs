using Kanal.Centre.Conversations;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Callbacks;

/// <summary>Puts calls in the book, inside the transactions of those who ask for them.</summary>
public sealed class CallbackBook(IdSource ids, Lines lines)
{
    /// <summary>
    /// Makes a conversation one that waits for a call: in line, or set aside until its time. A conversation that waits keeps its place
    /// where no time is chosen.
    /// </summary>
    /// <param name="by">The agent who books; null for the customer.</param>
    /// <exception cref="RefusedException"><c>slot-gone</c>, or <c>callback-exists</c>: this number is booked already.</exception>
    public async Task<Line> PlaceAsync(Sql sql, Site site, Id conversation, CallbackWish wish, Person? by, DateTimeOffset now)
    {
        var before = await CallbackRow.FindAsync(sql, conversation);
        await RefuseTwiceAsync(sql, site, conversation, wish.Number);
        if (before is { IsOpen: true, SlotAt: { } held })
        {
            await CallbackSlots.ReleaseAsync(sql, site.Id, held);
        }

        if (wish.Slot is { } slot)
        {
            await CallbackSlots.TakeAsync(sql, site, slot, now);
        }

        var plan = CallbackPlan.For(site, wish.Slot, now);
        await sql.ExecuteAsync("delete from callbacks where conversation_id = @conversation", new { conversation });
        if (!await sql.ChangesOneAsync("""
            insert into callbacks (conversation_id, site_id, number, kind, state, slot_at, not_before, due_at, attempts, asked_at, reminded_at)
            values (@conversation, @site, @Number, @kind, 'open', @SlotAt, @NotBefore, @DueAt, 0, @now, null) on conflict do nothing
            """, new { conversation, site = site.Id, wish.Number, kind = plan.Kind.Text(), plan.SlotAt, plan.NotBefore, plan.DueAt, now }))
        {
            throw Exists();
        }

        await LegAsync(sql, conversation, wish.Number, now);
        await StandAsync(sql, conversation, plan.IsLater(now), slot: plan.Kind == CallbackKind.Slot, now);
        var happened = new ConversationEvent(before is { IsOpen: true } ? EventType.CallbackMoved : EventType.CallbackBooked) { At = plan.SlotAt, ByVisitor = by is null ? true : null };
        return await lines.AddAsync(sql, conversation, Line.Of(happened, by?.Id, by?.Name));
    }

    /// <summary>Takes a call off the book; closes its conversation, unless an agent has it.</summary>
    /// <returns>What happened, null where there was nothing to cancel; and whether the conversation is closed with it.</returns>
    public async Task<(Line? Line, bool Closed)> CancelAsync(Sql sql, Id conversation, Author author, Person? by, CancelReason? reason, DateTimeOffset now)
    {
        if (!await CallbackRow.EndAsync(sql, conversation, CallbackState.Cancelled))
        {
            return (null, false);
        }

        var closed = await sql.ChangesOneAsync("""
            update conversations set state = 'closed', ended_at = @now, closed_at = @now, ended_by = @author, waiting_since = null, outcome = @outcome
            where id = @conversation and state in ('queued', 'planned')
            """, new { conversation, now, author = author.Text(), outcome = author == Author.Visitor ? Outcome.Lost.Text() : null });
        await CallbackNews.WithdrawOfferAsync(sql, conversation, now);
        var happened = new ConversationEvent(EventType.CallbackCancelled) { ByVisitor = author == Author.Visitor ? true : null, Cancelled = reason };
        return (await lines.AddAsync(sql, conversation, Line.Of(happened, by?.Id, by?.Name)), closed);
    }

    internal static RefusedException Exists() =>
        new(Refusal.Conflict, "callback-exists", "A call to this number is booked already. It can be moved or cancelled where it was booked.")
        {
            Errors = new() { ["address"] = ["A call to this number is booked already."] },
        };

    static async Task RefuseTwiceAsync(Sql sql, Site site, Id conversation, string number)
    {
        if (await sql.FirstAsync<Id?>("select conversation_id from callbacks where site_id = @site and number = @number and state = 'open' and conversation_id <> @conversation",
            new { site = site.Id, number, conversation }) is not null)
        {
            throw Exists();
        }
    }

    async Task LegAsync(Sql sql, Id conversation, string number, DateTimeOffset now) => await sql.ExecuteAsync("""
        insert into legs (id, site_id, conversation_id, entry_point_id, channel, address, opened_at)
        select @id, c.site_id, c.id, (select min(e.id) from entry_points e where e.site_id = c.site_id and e.channel = 'callback'), 'callback', @number, @now
        from conversations c where c.id = @conversation
            and not exists (select 1 from legs l where l.conversation_id = c.id and l.channel = 'callback' and l.address = @number)
        """, new { id = ids.Next(now), conversation, number, now });

    static async Task StandAsync(Sql sql, Id conversation, bool later, bool slot, DateTimeOffset now)
    {
        // Who is set aside for a chosen time waits for nothing until then; who only keeps a place goes on waiting.
        var changed = await sql.ChangesOneAsync($"""
            update conversations set channel = 'callback', target_seconds = null, last_agent_id = coalesce(agent_id, last_agent_id), agent_id = null, ended_at = null, closed_at = null, outcome = null,
                queued_at = case when state = 'queued' then queued_at else @now end,
                waiting_since = {(slot ? "null" : "case when state in ('queued', 'planned') then coalesce(waiting_since, queued_at, @now) else @now end")},
                state = '{(later ? "planned" : "queued")}'
            where id = @conversation and state in ('queued', 'planned', 'assigned', 'wrapUp')
            """, new { conversation, now });
        if (!changed)
        {
            throw RefusedException.Conflict("conversation-closed", "This conversation is closed. Start a new one to be called.");
        }
    }
}
