using System.Globalization;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>Reads what was said.</summary>
public sealed class Messages(Database database)
{
    /// <summary>Messages after <paramref name="after"/>, oldest first, at most <paramref name="limit"/>, as the visitor sees them.</summary>
    public Task<List<Message>> AfterAsync(Id conversation, long after, int limit, CancellationToken ct) =>
        database.ReadAsync(async sql => (await sql.QueryAsync<Row>(
            """
            select m.sequence, m.client_id, m.author, m.text, m.files, m.sent_at, m.channel, a.name as agent_name, k.card
            from messages m left join agents a on a.id = m.agent_id
            left join message_cards k on k.conversation_id = m.conversation_id and k.author = m.author and k.client_id = m.client_id
            where m.conversation_id = @conversation and m.sequence > @after order by m.sequence limit @limit
            """, new { conversation, after, limit })).ConvertAll(row => row.ToMessage()), ct);

    /// <summary>The same, a page at a time.</summary>
    public async Task<Listing<Message>> PageAsync(Id conversation, long after, int limit, CancellationToken ct)
    {
        var found = await AfterAsync(conversation, after, limit + 1, ct);
        return found.Count <= limit ? new(found) : new(found[..limit], found[limit - 1].Sequence.ToString(CultureInfo.InvariantCulture));
    }

    sealed record Row
    {
        public long Sequence { get; init; }
        public string ClientId { get; init; } = "";
        public Author Author { get; init; }
        public string Text { get; init; } = "";
        public string? Files { get; init; }
        public DateTimeOffset SentAt { get; init; }
        public string Channel { get; init; } = "";
        public string? Card { get; init; }
        public string? AgentName { get; init; }

        public Message ToMessage() => new()
        {
            Sequence = Sequence,
            ClientId = Author == Author.Visitor ? ClientId : null,
            From = Author,
            Name = AgentName,
            Text = Text,
            Files = Json.To<List<FileReference>>(Files) ?? [],
            At = SentAt,
            Channel = Channel,
            Card = Json.To<MessageCard>(Card),
        };
    }
}
