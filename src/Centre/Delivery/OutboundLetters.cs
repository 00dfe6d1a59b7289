using Kanal.Centre.Attachments;
using Kanal.Centre.Letters;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Delivery;

/// <summary>Letters of ours as a channel writes them out.</summary>
public sealed class OutboundLetters(Database database, SiteDirectory sites, FileShelf shelf, ReplyAddresses addresses)
{
    internal async Task<OutboundLetter> ReadAsync(Id letter, MailAccess mailbox, CancellationToken ct)
    {
        var (row, language) = await database.ReadAsync(async sql => (
            await LetterRow.FindAsync(sql, letter) ?? throw new InvalidOperationException("A letter in the outbox is not there."),
            await sql.FirstAsync<string>("select c.language from conversations c join letters l on l.conversation_id = c.id where l.id = @letter", new { letter })), ct);
        var people = row.Between;
        return new OutboundLetter
        {
            Id = row.Id,
            MessageId = row.MessageId ?? addresses.MessageIdFor(mailbox.Address, row.Id),
            From = new LetterAddress(mailbox.Address, people.From?.Name ?? mailbox.Name),
            ReplyTo = mailbox.PlusAddressing && row.ConversationId is { } conversation ? addresses.AddressFor(mailbox.Address, conversation) : null,
            To = people.To,
            Cc = people.Cc,
            Subject = row.Subject,
            InReplyTo = row.InReplyTo,
            References = row.Thread.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Date = row.WrittenAt,
            Text = row.Text,
            Signature = row.Signature,
            Quoted = row.Quoted,
            Automatic = row.Kind == LetterKind.Acknowledgement,
            Language = language ?? "en",
            Accent = (await sites.FindAsync(row.SiteId, ct))?.Look.Accent ?? new SiteLook().Accent,
            Files = [.. row.Attached.Select(file => new OutboundFile(file.File.Name, file.File.Type, () => shelf.Open(file.File.Id)))],
        };
    }
}
