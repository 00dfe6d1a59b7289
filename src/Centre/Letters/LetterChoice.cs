using Kanal.Centre.Conversations;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Decides what becomes of a letter, and writes it down with that, in one transaction.</summary>
public sealed class LetterChoice(SiteDirectory sites, LetterThreading threading, Openings openings, Acknowledgements acknowledgements, Bounces bounces, VisitorsOnline visitors)
{
    const string Channel = "email";

    /// <summary>The letter as it was taken before, by where it lies or by what it is.</summary>
    internal static Task<LetterRow?> FindAsync(Sql sql, Id mailbox, string? source, string? digest) =>
        sql.FirstAsync<LetterRow>($"{LetterRow.Select} where l.mailbox_id = @mailbox and (l.source = @source or l.digest = @digest) order by l.id limit 1", new { mailbox, source, digest });

    internal async Task<ChosenLetter> ChooseAsync(Sql sql, LetterRow row, InboundLetter letter)
    {
        if (await FindAsync(sql, row.MailboxId, row.Source, row.Digest) is { } before)
        {
            return new ChosenLetter(before) { Repeat = true };
        }

        var mailbox = await MailboxBook.RowAsync(sql, row.MailboxId) ?? throw RefusedException.NotFound("mailbox");
        row = row with { SiteId = mailbox.SiteId };
        if (letter.From?.Address == mailbox.Address && letter.MessageId is { } own && threading.IsOurs(own))
        {
            return await KeepAsync(sql, row with { Became = Became.Dropped, Placed = true });
        }

        if ((letter.Report is not null || letter.Flags.Bounce) && await bounces.FindAsync(sql, mailbox.SiteId, letter) is { } ours)
        {
            var chosen = await KeepAsync(sql, row with { Became = Became.Bounce, ConversationId = ours.ConversationId, Placed = true });
            return chosen with { Bounced = await bounces.ApplyAsync(sql, ours, letter) };
        }

        var blocked = letter.From is { } from && await BlockedSenders.HasAsync(sql, mailbox.SiteId, from.Address);
        var thread = blocked ? null : await threading.FindAsync(sql, mailbox.SiteId, letter);
        return thread is null ? await OpenAsync(sql, mailbox, row, letter, letter.Spam || blocked) : await JoinAsync(sql, mailbox, row, letter, thread);
    }

    async Task<ChosenLetter> JoinAsync(Sql sql, MailboxRow mailbox, LetterRow row, InboundLetter letter, LetterThreading.Thread thread)
    {
        var asked = letter.From is { } from && await Participants.FindAsync(sql, thread.Id, from.Address) is { Role: ParticipantRole.Forwarded };
        var chosen = await KeepAsync(sql, row with { Became = asked || letter.Flags.Automatic ? Became.Note : Became.Message, ConversationId = thread.Id });
        await LetterFiles.InsertAsync(sql, row.Attached, mailbox.SiteId, thread.Id, Author.Visitor, null, row.WrittenAt);
        await TakePartAsync(sql, thread.Id, letter, row.WrittenAt, first: false);
        if (thread.Channel != Channel && chosen.Row.Became == Became.Message)
        {
            await GoOnByLetterAsync(sql, mailbox, thread, letter, row.WrittenAt);
        }

        return chosen with { Acknowledged = thread.State == ConversationState.Closed ? await acknowledgements.WriteAsync(sql, mailbox, chosen.Row, letter, thread.Language) : null };
    }

    async Task<ChosenLetter> OpenAsync(Sql sql, MailboxRow mailbox, LetterRow row, InboundLetter letter, bool spam)
    {
        var site = await sites.FindAsync(mailbox.SiteId, CancellationToken.None) ?? throw RefusedException.NotFound("site");
        var language = site.LanguageFor(await sql.FirstAsync<string>("""
            select c.language from customers c join addresses a on a.customer_id = c.id where a.site_id = @Id and a.kind = 'email' and a.value = @sender
            """, new { site.Id, sender = letter.From?.Address }) ?? letter.Language);
        var opening = new Opening(site, null, $"letter/{row.Id}", row.Digest ?? "", Channel, row.ClientId, row.Text, letter.From?.Name, letter.From?.Address, language, new VisitorFacts(), true)
        {
            Letter = row.ToTold([]),
            Sender = letter.From?.Address,
            EntryPoint = mailbox.EntryPointId,
            Files = row.MessageFiles,
        };
        var opened = await openings.OpenAsync(sql, opening);
        if (spam)
        {
            opened = await CloseAsync(sql, opened, row.WrittenAt);
        }

        var chosen = await KeepAsync(sql, row with { Became = spam ? Became.Spam : Became.Message, Spam = spam, ConversationId = opened.Conversation, Placed = true });
        await LetterFiles.InsertAsync(sql, row.Attached, mailbox.SiteId, opened.Conversation, Author.Visitor, null, row.WrittenAt);
        await TakePartAsync(sql, opened.Conversation, letter, row.WrittenAt, first: true);
        return chosen with { Opened = opened, Acknowledged = spam ? null : await acknowledgements.WriteAsync(sql, mailbox, chosen.Row, letter, language) };
    }

    static async Task<ChosenLetter> KeepAsync(Sql sql, LetterRow row)
    {
        await LetterRow.InsertAsync(sql, row);
        return new ChosenLetter(row);
    }

    // Nobody is to be bothered with it; who looks for it finds it among the closed.
    static async Task<Opened> CloseAsync(Sql sql, Opened opened, DateTimeOffset now)
    {
        await sql.ExecuteAsync("update conversations set state = 'closed', outcome = 'spam', closed_at = @now, ended_at = @now, waiting_since = null where id = @Conversation", new { opened.Conversation, now });
        return opened.First is { } first
            ? opened with { First = first with { Added = first.Added with { After = first.Added.After with { State = ConversationState.Closed, WaitingSince = null, ClosedAt = now } } } }
            : opened;
    }

    static async Task TakePartAsync(Sql sql, Id conversation, InboundLetter letter, DateTimeOffset now, bool first)
    {
        if (letter.From is { } from)
        {
            await Participants.AddAsync(sql, conversation, await Participants.OutsideAsync(sql, [from]), first ? ParticipantRole.Customer : ParticipantRole.Copied, now);
        }

        await Participants.AddAsync(sql, conversation, await Participants.OutsideAsync(sql, letter.To.Concat(letter.Cc)), ParticipantRole.Copied, now);
    }

    // Whoever sits in the chat still is answered there; whoever writes a letter instead is answered by letter.
    async Task GoOnByLetterAsync(Sql sql, MailboxRow mailbox, LetterThreading.Thread thread, InboundLetter letter, DateTimeOffset now)
    {
        if (!visitors.IsHere(thread.Id))
        {
            await sql.ExecuteAsync("update conversations set channel = @channel, target_seconds = null where id = @Id", new { thread.Id, channel = Channel });
        }

        await acknowledgements.AddLegAsync(sql, mailbox, thread.Id, letter.From?.Address, now);
    }
}

/// <summary>A letter with what was written down about it, for those who tell of it after the commit.</summary>
sealed record ChosenLetter(LetterRow Row)
{
    public bool Repeat { get; init; }

    /// <summary>The conversation that it began.</summary>
    public Opened? Opened { get; init; }

    /// <summary>What a bounce did to the letter that it is about.</summary>
    public BouncedLetter? Bounced { get; init; }

    /// <summary>The line that says that its sender was told.</summary>
    public Line? Acknowledged { get; init; }
}
