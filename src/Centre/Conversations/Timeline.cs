using System.Globalization;
using Kanal.Centre.Letters;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>Everything in a conversation as the desk shows it.</summary>
public sealed class Timeline(Database database)
{
    /// <summary>
    /// The newest <paramref name="limit"/> messages before <paramref name="before"/> (a sequence; null for the end) with the notes and events among them, oldest first.
    /// </summary>
    public Task<(List<Entry> Entries, string? Older)> ReadAsync(Id conversation, long? before, int limit, CancellationToken ct) =>
        database.ReadAsync(async sql =>
        {
            var end = before ?? long.MaxValue;
            var messages = await sql.QueryAsync<Row>(
                """
                select m.sequence, m.client_id, m.author, m.agent_id, m.text, m.files, m.sent_at, m.channel, m.letter_id, a.name as agent_name, k.card
                from messages m left join agents a on a.id = m.agent_id
                left join message_cards k on k.conversation_id = m.conversation_id and k.author = m.author and k.client_id = m.client_id
                where m.conversation_id = @conversation and m.sequence < @end order by m.sequence desc limit @limit
                """, new { conversation, end, limit });
            var start = messages.Count < limit ? 0 : messages[^1].Sequence;
            var lines = await sql.QueryAsync<Line>(
                """
                select l.*, a.name as agent_name from lines l left join agents a on a.id = l.agent_id
                where l.conversation_id = @conversation and l.sequence >= @start and l.sequence < @end order by l.sequence, l.id
                """, new { conversation, start, end });
            var letters = await LetterReads.OfAsync(sql, conversation, start, end);
            var moved = await LetterMoves.OfAsync(sql, conversation, start, end);
            var entries = messages.Select(row => row.ToEntry() with { Letter = Letter(letters, row.LetterId), Moved = moved.GetValueOrDefault(row.Sequence) })
                .Concat(lines.Select(line => line.ToEntry(Letter(letters, line.LetterId))))
                .OrderBy(entry => entry.Sequence).ThenBy(entry => entry.Kind != EntryKind.Message).ThenBy(entry => entry.Id, StringComparer.Ordinal);
            return (entries.ToList(), start > 1 ? start.ToString(CultureInfo.InvariantCulture) : null);
        }, ct);

    static Letter? Letter(Dictionary<Id, Letter> letters, Id? id) => id is { } known ? letters.GetValueOrDefault(known) : null;

    sealed record Row
    {
        public long Sequence { get; init; }
        public string ClientId { get; init; } = "";
        public Author Author { get; init; }
        public Id? AgentId { get; init; }
        public string? AgentName { get; init; }
        public string Text { get; init; } = "";
        public string? Files { get; init; }
        public DateTimeOffset SentAt { get; init; }
        public string Channel { get; init; } = "";
        public string? Card { get; init; }
        public Id? LetterId { get; init; }

        public Entry ToEntry() => new()
        {
            Id = $"m{Sequence}",
            Kind = EntryKind.Message,
            Sequence = Sequence,
            ClientId = OwnName.AsGiven(ClientId),
            From = Author,
            Author = AgentId is { } agent ? new Person(agent, AgentName) : null,
            Text = Text,
            Files = Json.To<List<FileReference>>(Files) ?? [],
            At = SentAt,
            Channel = Channel,
            Card = Json.To<MessageCard>(Card),
        };
    }
}
