using Kanal.Centre.Conversations;
using Kanal.Centre.Delivery;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Puts a letter whose conversation is chosen into it, and tells of it. Done again it does nothing more.</summary>
public sealed class LetterPlacing(Database database, Intake intake, Lines lines, Outbox outbox, DeliveryNews news, ConversationNews conversations)
{
    internal async Task PlaceAsync(ChosenLetter chosen, CancellationToken ct)
    {
        if (chosen.Opened is { } opened)
        {
            await intake.TellAsync(opened);
        }

        if (chosen.Bounced is { } bounced)
        {
            bounced.Lines.ForEach(lines.Tell);
            await news.TellAsync(bounced.Letter, ct);
            await conversations.SummaryAsync(bounced.Conversation, ct);
        }

        await PlaceAsync(chosen.Row, ct);
        if (chosen.Acknowledged is { } line)
        {
            lines.Tell(line);
            outbox.Ring();
        }
    }

    internal async Task PlaceAsync(LetterRow row, CancellationToken ct)
    {
        if (row is not { Placed: false, ConversationId: { } conversation })
        {
            return;
        }

        if (row.Became == Became.Message)
        {
            await intake.ReceiveAsync(new InboundMessage(conversation, row.ClientId, row.Text, row.MessageFiles, row.WrittenAt) { Letter = row.ToTold([]), Channel = "email" }, ct);
        }

        foreach (var line in await database.WriteAsync(sql => FinishAsync(sql, row, conversation), ct))
        {
            lines.Tell(line, line.LetterId is null ? null : row.ToTold([]));
        }
    }

    async Task<List<Line>> FinishAsync(Sql sql, LetterRow row, Id conversation)
    {
        List<Line> written = [];
        if (!await sql.ChangesOneAsync("update letters set placed = true where id = @Id and placed = false", new { row.Id }))
        {
            return written;
        }

        if (row.Became == Became.Note)
        {
            written.Add(await lines.AddAsync(sql, conversation, new Line { Kind = EntryKind.Note, ClientId = row.ClientId, Text = row.Text, LetterId = row.Id }));
        }
        else if (Subjects.Bare(row.Subject).Length > 0 && await sql.QueryAsync<string>("select subject from letters where conversation_id = @conversation and id < @Id and subject <> ''", new { conversation, row.Id }) is { Count: > 0 } before
            && !before.Exists(subject => Subjects.Same(subject, row.Subject)))
        {
            var sequence = await sql.FirstAsync<long>("select sequence from messages where conversation_id = @conversation and author = 'visitor' and client_id = @ClientId", new { conversation, row.ClientId });
            written.Add(await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.SplitProposed) { Subject = row.Subject, Sequence = sequence, Letter = row.Id })));
        }

        return written;
    }
}
