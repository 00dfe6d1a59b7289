using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Seeding;

/// <summary>
/// Writes the past straight into the tables, in one transaction: an import, since no use case takes messages of three weeks ago.
/// Everything live goes through HTTP.
/// </summary>
sealed class HistoryImport(Database database, TimeProvider time)
{
    public Task WriteAsync(Id site, IReadOnlyList<Story> stories, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        var entries = (await sql.QueryAsync<EntryPoint>("select id, queue_id, channel from entry_points where site_id = @site", new { site })).ToDictionary(entry => entry.Channel);
        // Ids grow with time, so the past has a source of its own that starts before now.
        await new Tables(site, entries, new IdSource(time)).FillAsync(sql, stories);
    }, ct);

    sealed class Tables(Id site, Dictionary<string, EntryPoint> entries, IdSource ids)
    {
        const int OneVipIn = 9;
        const int ValueOfVip = 8;

        readonly Dictionary<string, Id> _customers = [];
        readonly BulkInsert _customerRows = new("customers", "id, site_id, name, folded, language, notes, first_seen_at, grp, value");
        readonly BulkInsert _addresses = new("addresses", "id, site_id, customer_id, kind, value, verified, created_at");
        readonly BulkInsert _conversations = new("conversations", """
            id, site_id, queue_id, customer_id, state, channel, language, agent_id, last_agent_id, topic_id, outcome, menu_kept, facts, opened_at, queued_at,
            waiting_since, answered_at, ended_at, closed_at, last_sequence, last_from, last_text, last_at, read_by_agent, read_by_visitor, rating, rating_comment, visitor
            """);
        readonly BulkInsert _legs = new("legs", "id, site_id, conversation_id, entry_point_id, channel, address, opened_at");
        readonly BulkInsert _messages = new("messages", "conversation_id, sequence, client_id, author, agent_id, channel, text, sent_at");
        readonly BulkInsert _lines = new("lines", "id, conversation_id, sequence, kind, client_id, agent_id, text, event, happened_at");
        readonly BulkInsert _pages = new("page_views", "id, conversation_id, page, title, seen_at");

        public async Task FillAsync(Sql sql, IReadOnlyList<Story> stories)
        {
            foreach (var story in stories)
            {
                Add(story, ids.Next(story.OpenedAt));
            }

            foreach (var table in new[] { _customerRows, _addresses, _conversations, _legs, _messages, _lines, _pages })
            {
                await table.WriteAsync(sql);
            }
        }

        void Add(Story story, Id id)
        {
            var entry = entries[story.Channel];
            var last = story.Messages[^1];
            var waiting = story.State == ConversationState.Queued;
            var seen = waiting ? 0 : story.Messages.Count;
            _conversations.Add(id, site, story.Queue ?? entry.QueueId, Customer(story), story.State.Text(), story.Channel, story.Language, story.Agent, story.Agent, story.Topic,
                story.Outcome?.Text(), true, Json.From(story.Facts), story.OpenedAt, story.OpenedAt, waiting ? story.OpenedAt : null, story.AnsweredAt, story.ClosedAt, story.ClosedAt,
                story.Messages.Count, last.Author.Text(), last.Text, last.At, seen, Math.Max(1, seen), story.Rating, story.RatingComment, story.Channel == "chat" ? Browser.Of(story.Customer) : null);
            _legs.Add(ids.Next(story.OpenedAt), site, id, entry.Id, story.Channel, story.Email, story.OpenedAt);
            foreach (var page in story.Pages)
            {
                _pages.Add(ids.Next(story.OpenedAt), id, page.Page, page.Title, story.OpenedAt - page.Before);
            }

            foreach (var (place, message) in story.Messages.Index())
            {
                _messages.Add(id, place + 1L, $"demo-{place}", message.Author.Text(), message.Author == Author.Agent ? story.Agent : null, story.Channel, message.Text, message.At);
            }

            foreach (var (place, line) in story.Lines.Index())
            {
                _lines.Add(ids.Next(line.At), id, line.After, line.Kind.Text(), line.Kind == EntryKind.Note ? $"demo-{place}" : null, line.ByAgent ? story.Agent : null, line.Text,
                    line.Event is { } happened ? Json.From(happened) : null, line.At);
            }
        }

        // Whoever has a name comes back now and then.
        Id Customer(Story story)
        {
            if (_customers.TryGetValue(story.Customer, out var known))
            {
                return known;
            }

            var id = ids.Next(story.OpenedAt);
            var vip = story.CustomerName is not null && _customers.Count % OneVipIn == 0;
            _customers[story.Customer] = id;
            _customerRows.Add(id, site, story.CustomerName, Folding.Fold($"{story.CustomerName} {story.Email}"), story.Language, "", story.OpenedAt, vip ? Workforce.Vip : null, vip ? ValueOfVip : null);
            _addresses.Add(ids.Next(story.OpenedAt), site, id, "browser", Browser.Of(story.Customer), true, story.OpenedAt);
            if (story.Email is { } email)
            {
                _addresses.Add(ids.Next(story.OpenedAt), site, id, "email", email, false, story.OpenedAt);
            }

            return id;
        }
    }

    sealed record EntryPoint
    {
        public Id Id { get; init; }
        public Id QueueId { get; init; }
        public string Channel { get; init; } = "";
    }
}
