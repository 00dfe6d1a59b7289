using Kanal.Centre.Conversations;
using Kanal.Centre.Delivery;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Writes an agent's words down as a letter that waits for its message.</summary>
public sealed class LetterMaking(Database database, Outbox outbox, TimeProvider time)
{
    const int MostRecipients = 50;
    const int LongestSubject = 200;

    static readonly TimeSpan _backInTheChat = TimeSpan.FromMinutes(1);

    /// <summary>The letter of these words; the one that there is where they come again.</summary>
    internal Task<LetterRow> MakeAsync(Id conversation, Person agent, AgentWords words, ReplyPlan plan, LetterWish? wish, bool unlessRead, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        var name = OwnName.Of(agent.Id, words.ClientId);
        if (await sql.FirstAsync<LetterRow>($"{LetterRow.Select} where l.conversation_id = @conversation and l.author = 'agent' and l.client_id = @name and l.mine = true", new { conversation, name }) is { } there)
        {
            return there;
        }

        var mailbox = From(plan, wish?.Mailbox);
        var people = new LetterPeople
        {
            To = Addresses("letter.to", wish?.To, plan.To),
            Cc = Addresses("letter.cc", wish?.Cc, plan.Cc),
            Bcc = Addresses("letter.bcc", wish?.Bcc, []),
        };
        Check(people);
        var row = outbox.Begin(plan.Answers ? LetterKind.Reply : LetterKind.Letter, plan.Site, conversation, mailbox, people) with
        {
            ClientId = name,
            InReplyTo = plan.InReplyTo,
            Thread = plan.Thread,
            Subject = Subjects.Clean(Words.Brief("letter.subject", wish?.Subject, LongestSubject) ?? plan.Subject),
            Text = words.Text,
            Quoted = plan.Quoted,
            Signature = plan.Signature,
            Files = words.Files.Count == 0 ? null : Json.From(words.Files.Select(file => new LetterFile(file))),
            State = OutboxState.Held.Text(),
        };
        await outbox.InsertAsync(sql, row, OutboxState.Held, unlessRead ? time.GetUtcNow() + _backInTheChat : null, unlessRead);
        await Participants.AddAsync(sql, conversation, await Participants.OutsideAsync(sql, people.To.Concat(people.Cc)), ParticipantRole.Copied, row.WrittenAt);
        return row;
    }, ct);

    internal static SendingMailbox From(ReplyPlan plan, Id? wanted) => wanted is { } id
        ? plan.Mailboxes.FirstOrDefault(one => one.Id == id) ?? throw RefusedException.Invalid("letter.mailbox", "This site sends no letters from there.")
        : plan.Mailboxes.FirstOrDefault(one => one.Id == plan.Mailbox) ?? throw RefusedException.Conflict("no-mailbox", "This site has no mailbox that sends letters. An administrator connects one in the settings of email.");

    internal static void Check(LetterPeople people)
    {
        if (people.To.Count == 0)
        {
            throw RefusedException.Invalid("letter.to", "To whom? Give at least one email address.");
        }

        if (people.Recipients.Count() > MostRecipients)
        {
            throw RefusedException.Invalid("letter.to", $"A letter goes to at most {MostRecipients} addresses.");
        }
    }

    // The names that we know stay with their addresses.
    static IReadOnlyList<LetterAddress> Addresses(string field, IReadOnlyList<string>? wished, IReadOnlyList<LetterAddress> planned) => wished is null
        ? planned
        : [.. wished.Select(one => LetterReplies.Address(field, one)).Select(one => planned.FirstOrDefault(known => known.Address == one.Address) ?? one).DistinctBy(one => one.Address)];
}
