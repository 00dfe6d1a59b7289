using Kanal.Centre.Callbacks;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>What the visitor's side of a conversation tells and asks, messages aside.</summary>
public sealed class Visits(Database database, IdSource ids, Lines lines, DeskFeed desk, ConversationNews news, TimeProvider time)
{
    const int JourneyLength = 200;

    /// <summary>The visitor is on another page, or knows more of themselves.</summary>
    public async Task FactsAsync(Id conversation, VisitorFacts facts, CancellationToken ct)
    {
        var known = await database.WriteAsync(async sql =>
        {
            var before = Json.To<VisitorFacts>(await sql.FirstAsync<string>("select facts from conversations where id = @conversation", new { conversation })) ?? new VisitorFacts();
            var after = before.With(facts);
            await sql.ExecuteAsync("update conversations set facts = @facts where id = @conversation", new { conversation, facts = Json.From(after) });
            if (facts.Page is { } page && page != before.Page && await KeepsJourneyAsync(sql, conversation) && await sql.FirstAsync<long>("select count(*) from page_views where conversation_id = @conversation", new { conversation }) < JourneyLength)
            {
                await sql.ExecuteAsync("insert into page_views (id, conversation_id, page, title, seen_at) values (@id, @conversation, @page, @title, @now)",
                    new { id = ids.Next(), conversation, page, title = facts.Title, now = time.GetUtcNow() });
            }

            return after;
        }, ct);
        desk.Tell("visitor", new VisitorSeen(conversation, true, known));
    }

    static Task<bool> KeepsJourneyAsync(Sql sql, Id conversation) =>
        sql.FirstAsync<bool>("select s.keeps_journey from sites s join conversations c on c.site_id = s.id where c.id = @conversation", new { conversation });

    public async Task RateAsync(Id conversation, int score, string? comment, CancellationToken ct)
    {
        if (score is < 1 or > 5)
        {
            throw RefusedException.Invalid("score", "A rating is 1, 2, 3, 4 or 5.");
        }

        var line = await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("update conversations set rating = @score, rating_comment = @comment where id = @conversation", new { conversation, score, comment });
            return await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Rated) { Score = score, Reason = comment, ByVisitor = true }));
        }, ct);
        lines.Tell(line);
        await news.SummaryAsync(conversation, CancellationToken.None);
    }

    /// <summary>The same conversation goes on over another channel: the call that was asked for is off, and whoever was set aside for it waits for an answer from now on.</summary>
    public async Task SwitchAsync(Id conversation, string channel, string address, CancellationToken ct)
    {
        var (line, head) = await database.WriteAsync(async sql =>
        {
            var now = time.GetUtcNow();
            await sql.ExecuteAsync("""
                update conversations set channel = @channel, target_seconds = null, queued_at = case when state = 'planned' then @now else queued_at end,
                    waiting_since = case when state = 'planned' then coalesce(waiting_since, @now) else waiting_since end, state = case when state = 'planned' then 'queued' else state end
                where id = @conversation
                """, new { conversation, channel, now });
            // A site may have several mailboxes; each is a way in of its own.
            await sql.ExecuteAsync("""
                insert into legs (id, site_id, conversation_id, entry_point_id, channel, address, opened_at)
                select @id, c.site_id, c.id, (select min(e.id) from entry_points e where e.site_id = c.site_id and e.channel = @channel), @channel, @address, @now
                from conversations c where c.id = @conversation
                """, new { id = ids.Next(now), conversation, channel, address, now });
            await CallbackRow.EndAsync(sql, conversation, CallbackState.Cancelled);
            await CallbackNews.WithdrawOfferAsync(sql, conversation, now);
            return (await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Switched) { Channel = channel, ByVisitor = true })), await CallbackNews.HeadAsync(sql, conversation));
        }, ct);
        lines.Tell(line);
        // In line it stood as something else, which weighs and is due otherwise.
        await (head is { State: ConversationState.Queued } ? news.RequeuedAsync(head, waited: true, null, CancellationToken.None) : news.SummaryAsync(conversation, CancellationToken.None));
    }
}

/// <param name="Facts">Null where nothing new is known.</param>
public sealed record VisitorSeen(Id Conversation, bool Online, VisitorFacts? Facts) : IWithin;
