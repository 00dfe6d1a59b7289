using Kanal.Centre.Callbacks;
using Kanal.Centre.Customers;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Topics;

namespace Kanal.Centre.Conversations;

/// <summary>Writes a new conversation with customer, leg and first message in one transaction.</summary>
public sealed class Openings(Database database, IdSource ids, CustomerDirectory customers, CallbackBook callbacks, TimeProvider time)
{
    public Task<Opened> OpenAsync(Opening opening, CancellationToken ct) => database.WriteAsync(sql => OpenAsync(sql, opening), ct);

    /// <summary>Within the caller's transaction; <see cref="Intake.TellAsync"/> follows its commit.</summary>
    internal async Task<Opened> OpenAsync(Sql sql, Opening opening)
    {
        if (await sql.FirstAsync<Start>("select id, start_digest, menu_kept from conversations where start_key = @StartKey", new { opening.StartKey }) is { } before)
        {
            return before.StartDigest == opening.StartDigest
                ? new Opened(before.Id, 1, before.MenuKept, null)
                : throw RefusedException.Conflict("client-id-reused", "This clientId already started a conversation with other words.");
        }

        var now = time.GetUtcNow();
        var entry = await sql.FirstAsync<EntryPointRow>(
            "select id, queue_id from entry_points where site_id = @site and channel = @Channel order by case when id = @EntryPoint then 0 else 1 end, id limit 1", new { site = opening.Site.Id, opening.Channel, opening.EntryPoint })
            ?? throw RefusedException.Conflict("channel-not-offered", $"This site takes no {opening.Channel}.");
        var topic = await TopicAsync(sql, opening.Facts.Topic);
        var customer = opening.Sender is { } sender ? await customers.OfSenderAsync(sql, opening.Site.Id, sender, opening.Name, opening.Language, now) : await customers.RecogniseAsync(sql, opening.Site, opening.Visitor, opening.Address, opening.Name, opening.Language, now, opening.Person);
        var conversation = ids.Next(now);
        await sql.ExecuteAsync("""
            insert into conversations (id, site_id, queue_id, customer_id, topic_id, state, channel, language, start_key, start_digest, menu_kept, facts, visitor,
                target_seconds, value, opened_at, queued_at, last_at, last_sequence, read_by_agent, read_by_visitor)
            values (@conversation, @site, @queue, @customer, @topic, 'queued', @Channel, @Language, @StartKey, @StartDigest, @MenuKept, @facts, @Visitor,
                @TargetSeconds, @Value, @now, @now, @now, 0, 0, 0)
            """, new
        {
            conversation,
            site = opening.Site.Id,
            queue = topic?.Routing.Queue ?? entry.QueueId,
            customer,
            topic = topic?.Id,
            opening.Channel,
            opening.Language,
            opening.StartKey,
            opening.StartDigest,
            opening.MenuKept,
            opening.Visitor,
            opening.TargetSeconds,
            opening.Value,
            facts = Json.From(opening.Facts),
            now,
        });
        await sql.ExecuteAsync("insert into legs (id, site_id, conversation_id, entry_point_id, channel, address, opened_at) values (@id, @site, @conversation, @entry, @Channel, @Address, @now)",
            new { id = ids.Next(now), site = opening.Site.Id, conversation, entry = entry.Id, opening.Channel, opening.Address, now });
        if (opening.Site.KeepsJourney)
        {
            await PageAsync(sql, conversation, opening.Facts, now);
        }

        var message = new Append(conversation, Author.Visitor, null, null, opening.ClientId, opening.Text, opening.Files, now) { Letter = opening.Letter };
        var added = (await new JournalBatch(database.Journal, sql).PlaceAsync([message])).Results[0]
            ?? throw new InvalidOperationException("A conversation written a moment ago is not there.");
        if (opening.Callback is { } wish)
        {
            added = added with { After = await CallAsync(sql, opening.Site, conversation, customer, wish, now) };
        }

        return new Opened(conversation, added.Sequence, opening.MenuKept, new FirstMessage(message, added));
    }

    // A page may name what its visitors ask about; only a name that is one of our topics means anything.
    static async Task<Topics.Topic?> TopicAsync(Sql sql, string? said)
    {
        var folded = Folding.Fold(said ?? "");
        return folded.Length == 0 ? null : (await TopicList.ReadAsync(sql)).Find(topic => Folding.Fold(topic.Name) == folded);
    }

    async Task<ConversationHead> CallAsync(Sql sql, Site site, Id conversation, Id customer, CallbackWish wish, DateTimeOffset now)
    {
        await callbacks.PlaceAsync(sql, site, conversation, wish, null, now);
        if (await customers.AddAsync(sql, site.Id, customer, AddressKind.Phone, wish.Number, verified: false, now))
        {
            await CustomerDirectory.FoldAsync(sql, customer);
        }

        return await CallbackNews.HeadAsync(sql, conversation) ?? throw new InvalidOperationException("A conversation written a moment ago is not there.");
    }

    async Task PageAsync(Sql sql, Id conversation, VisitorFacts facts, DateTimeOffset now)
    {
        if (facts.Page is { } page)
        {
            await sql.ExecuteAsync("insert into page_views (id, conversation_id, page, title, seen_at) values (@id, @conversation, @page, @title, @now)",
                new { id = ids.Next(now), conversation, page, title = facts.Title, now });
        }
    }

    sealed record Start
    {
        public Id Id { get; init; }
        public string StartDigest { get; init; } = "";
        public bool MenuKept { get; init; }
    }

    sealed record EntryPointRow
    {
        public Id Id { get; init; }
        public Id QueueId { get; init; }
    }
}
