using Kanal.Centre.Conversations;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Callbacks;

/// <summary>What customers and agents do with a callback: ask for one in a conversation that is there, move it, cancel it.</summary>
public sealed class CallbackDesk(Database database, CallbackBook book, CallbackSlots slots, CallbackNews news, TimeProvider time)
{
    public Task<Callback?> FindAsync(Id conversation, CancellationToken ct) =>
        database.ReadAsync(async sql => (await CallbackRow.FindAsync(sql, conversation))?.ToCallback(), ct);

    /// <summary>The customer's own open callback to this number, where they have one already.</summary>
    public Task<Id?> OwnAsync(Site site, string? visitor, string number, CancellationToken ct) => database.ReadAsync(sql => sql.FirstAsync<Id?>("""
        select cb.conversation_id from callbacks cb join conversations c on c.id = cb.conversation_id join addresses a on a.customer_id = c.customer_id
        where cb.site_id = @site and cb.number = @number and cb.state = 'open' and a.kind = 'browser' and a.value = @visitor
        """, new { site = site.Id, number, visitor }), ct);

    /// <summary>The conversation goes on as a call.</summary>
    /// <param name="by">The agent who books; null for the customer, who can do it while nobody has answered.</param>
    public async Task<Callback> BookAsync(Site site, Id conversation, CallbackWish wish, Mover? by, CancellationToken ct)
    {
        var (before, line) = await database.WriteAsync(async sql =>
        {
            var now = time.GetUtcNow();
            var head = await CallbackNews.HeadAsync(sql, conversation) ?? throw RefusedException.NotFound("conversation");
            if (by is null && head.State is not (ConversationState.Queued or ConversationState.Planned))
            {
                throw RefusedException.Conflict("not-waiting", "An agent has this conversation now, or it is over.");
            }

            await HoldAsync(sql, conversation, by);
            var written = await book.PlaceAsync(sql, site, conversation, wish, by?.Agent, now);
            await CallbackNews.WithdrawOfferAsync(sql, conversation, now);
            return (head, written);
        }, ct);
        slots.Forget(site.Id);
        await news.PlacedAsync(conversation, line, before.AgentId);
        return await FindAsync(conversation, CancellationToken.None) ?? throw RefusedException.NotFound("callback");
    }

    /// <summary>Another time; null for as soon as an agent is free.</summary>
    public async Task<Callback> MoveAsync(Site site, Id conversation, DateTimeOffset? slot, Mover? by, CancellationToken ct)
    {
        var row = await database.ReadAsync(sql => CallbackRow.FindAsync(sql, conversation), ct);
        return row is { IsOpen: true }
            ? await BookAsync(site, conversation, new CallbackWish(row.Number, slot), by, ct)
            : throw RefusedException.NotFound("callback");
    }

    /// <summary>Nobody calls any more. The conversation is over with it, unless an agent has it. Cancelling twice changes nothing.</summary>
    public async Task CancelAsync(Site site, Id conversation, Mover? by, CancellationToken ct)
    {
        var author = by is null ? Author.Visitor : Author.Agent;
        var (line, closed) = await database.WriteAsync(async sql =>
        {
            var row = await CallbackRow.FindAsync(sql, conversation) ?? throw RefusedException.NotFound("callback");
            if (row is { IsOpen: true, IsHeld: true } && by is null)
            {
                throw RefusedException.Conflict("not-waiting", "An agent is calling now.");
            }

            await HoldAsync(sql, conversation, by);
            return await book.CancelAsync(sql, conversation, author, by?.Agent, reason: null, time.GetUtcNow());
        }, ct);
        if (line is not null)
        {
            slots.Forget(site.Id);
            await news.CancelledAsync(conversation, line, closed ? author : null);
        }
    }

    static Task HoldAsync(Sql sql, Id conversation, Mover? by) => by is null ? Task.CompletedTask : Ownership.HoldAsync(sql, conversation, by.Owner);
}
