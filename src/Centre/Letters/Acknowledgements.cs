using Kanal.Centre.Conversations;
using Kanal.Centre.Delivery;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Centre.Waits;
using NodaTime;

namespace Kanal.Centre.Letters;

/// <summary>Tells who wrote a letter that it has come and by when we answer: people only, and each at most once a day.</summary>
public sealed class Acknowledgements(LetterTimes times, SiteDirectory sites, Outbox outbox, Lines lines, IdSource ids)
{
    internal async Task<Line?> WriteAsync(Sql sql, MailboxRow mailbox, LetterRow row, InboundLetter letter, string language)
    {
        if (!mailbox.Acknowledges || !mailbox.Active || mailbox.Outgoing is null || letter.NoAnswerByMachine || letter.Flags.Automatic || letter.Flags.List
            || row.ConversationId is not { } conversation || await RecipientAsync(sql, letter) is not { } to || !await ClaimAsync(sql, mailbox.Id, to.Address, row.WrittenAt))
        {
            return null;
        }

        var (subject, text) = await TextAsync(mailbox, row, language);
        var answer = outbox.Begin(LetterKind.Acknowledgement, mailbox.SiteId, conversation, mailbox.Sender, new LetterPeople { To = [to] }) with
        {
            Author = Author.System,
            ClientId = $"acknowledgement:{row.Id}",
            InReplyTo = row.MessageId,
            Thread = $"{row.Thread} {row.MessageId}".Trim(),
            Subject = subject,
            Text = text,
        };
        await outbox.InsertAsync(sql, answer, OutboxState.Waiting);
        return await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Acknowledged) { Address = to.Address, Letter = answer.Id }));
    }

    /// <summary>The conversation goes on by letter.</summary>
    internal async Task AddLegAsync(Sql sql, MailboxRow mailbox, Id conversation, string? address, DateTimeOffset now)
    {
        if (await sql.FirstAsync<long>("select count(*) from legs where conversation_id = @conversation and channel = 'email' and address = @address", new { conversation, address }) == 0)
        {
            await sql.ExecuteAsync("insert into legs (id, site_id, conversation_id, entry_point_id, channel, address, opened_at) values (@id, @SiteId, @conversation, @EntryPointId, 'email', @address, @now)",
                new { id = ids.Next(now), mailbox.SiteId, conversation, mailbox.EntryPointId, address, now });
        }
    }

    static async Task<LetterAddress?> RecipientAsync(Sql sql, InboundLetter letter) =>
        (letter.ReplyTo.Count > 0 ? letter.ReplyTo[0] : letter.From) is { } to && (await Participants.OutsideAsync(sql, [to])).Count == 1 ? to : null;

    static Task<bool> ClaimAsync(Sql sql, Id mailbox, string address, DateTimeOffset now) => sql.ChangesOneAsync(
        "insert into acknowledged_senders (mailbox_id, address, day_at) values (@mailbox, @address, @day) on conflict (mailbox_id, address, day_at) do nothing",
        new { mailbox, address, day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) });

    async Task<(string Subject, string Text)> TextAsync(MailboxRow mailbox, LetterRow row, string language)
    {
        var strings = Strings.In(language.Split('-')[0]);
        var own = Json.To<Dictionary<string, AcknowledgementText>>(mailbox.Acknowledgements)?.GetValueOrDefault(language);
        var when = strings["letter.soon"];
        if (await sites.FindAsync(mailbox.SiteId, CancellationToken.None) is { } site && await times.NextDueAsync(site, Instant.FromDateTimeOffset(row.WrittenAt)) is { } due)
        {
            var zone = site.Calendar.Zone;
            when = strings.Say("letter.by", ("time", strings.DayAndTime(due.InZone(zone).LocalDateTime, Instant.FromDateTimeOffset(row.WrittenAt).InZone(zone).LocalDateTime)));
        }

        var text = (own?.Text ?? strings["letter.acknowledgement"]).Replace("{when}", when, StringComparison.Ordinal);
        return (own?.Subject ?? Subjects.Answer(row.Subject), text);
    }
}
