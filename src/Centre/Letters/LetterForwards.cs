using Kanal.Centre.Conversations;
using Kanal.Centre.Delivery;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Passes a message on to somebody who is not the customer. It stands in the conversation as something that happened, which customers do not see.</summary>
public sealed class LetterForwards(Database database, ReplyPlans plans, Outbox outbox, Lines lines)
{
    /// <returns>Its entry, and whether it was there already.</returns>
    public async Task<(Entry Entry, bool Repeat)> ForwardAsync(Id conversation, Person agent, AgentWords words, ForwardWish wish, CancellationToken ct)
    {
        var (line, row, repeat) = await database.WriteAsync(async sql =>
        {
            var name = OwnName.Of(agent.Id, words.ClientId);
            if (await sql.FirstAsync<Line>("select l.*, a.name as agent_name from lines l left join agents a on a.id = l.agent_id where l.conversation_id = @conversation and l.client_id = @name", new { conversation, name }) is { } there)
            {
                return (there, await LetterRow.FindAsync(sql, there.LetterId ?? default), true);
            }

            var passed = await sql.FirstAsync<Passed>("select letter_id, text, files from messages where conversation_id = @conversation and sequence = @Sequence", new { conversation, wish.Sequence })
                ?? throw RefusedException.Invalid("sequence", "There is no such message.");
            var row = Row(conversation, words, wish, passed, passed.LetterId is { } id ? await LetterRow.FindAsync(sql, id) : null, await plans.ReadAsync(sql, conversation, false), name);
            await outbox.InsertAsync(sql, row, OutboxState.Waiting);
            await Participants.AddAsync(sql, conversation, await Participants.OutsideAsync(sql, row.Between.Recipients), ParticipantRole.Forwarded, row.WrittenAt);
            var happened = new ConversationEvent(EventType.Forwarded) { Address = string.Join(", ", row.Between.Recipients.Select(one => one.Address)), Sequence = wish.Sequence, Letter = row.Id };
            return (await lines.AddAsync(sql, conversation, Line.Of(happened, agent.Id, agent.Name) with { ClientId = name, Text = words.Text, LetterId = row.Id }), row, false);
        }, ct);
        var letter = row?.ToTold([.. row.Between.Recipients.Select(to => new LetterDelivery(to.Address, DeliveryState.Waiting, null, row.WrittenAt))]);
        if (!repeat)
        {
            lines.Tell(line, letter);
            outbox.Ring();
        }

        return (line.ToEntry(letter), repeat);
    }

    LetterRow Row(Id conversation, AgentWords words, ForwardWish wish, Passed passed, LetterRow? original, ReplyPlan plan, string name)
    {
        var mailbox = LetterMaking.From(plan, wish.Mailbox);
        var people = new LetterPeople
        {
            To = [.. wish.To.Select(one => LetterReplies.Address("to", one))],
            Cc = [.. (wish.Cc ?? []).Select(one => LetterReplies.Address("cc", one))],
        };
        LetterMaking.Check(people);
        IReadOnlyList<LetterFile> files = [.. words.Files.Select(file => new LetterFile(file)), .. original?.Attached.Select(file => new LetterFile(file.File)) ?? (Json.To<List<FileReference>>(passed.Files) ?? []).Select(file => new LetterFile(file))];
        var who = original?.Between.From is { } from ? from.Name is { } called ? $"{called} <{from.Address}>" : from.Address : "";
        return outbox.Begin(LetterKind.Forward, plan.Site, conversation, mailbox, people) with
        {
            ClientId = name,
            Subject = Subjects.Clean(Words.Brief("subject", wish.Subject, 200) ?? Subjects.Forward(original?.Subject ?? plan.Subject)),
            Text = words.Text,
            Quoted = $"{(who.Length > 0 ? $"{who}:" : "-----")}\n{LetterFiles.Plain($"{original?.Text ?? passed.Text}\n{original?.Quoted}", 60_000).TrimEnd()}",
            Signature = plan.Signature,
            Files = files.Count == 0 ? null : Json.From(files),
            State = OutboxState.Waiting.Text(),
        };
    }

    sealed record Passed
    {
        public Id? LetterId { get; init; }
        public string Text { get; init; } = "";
        public string? Files { get; init; }
    }
}

/// <param name="Sequence">The message that is passed on.</param>
public sealed record ForwardWish(long Sequence, IReadOnlyList<string> To, IReadOnlyList<string>? Cc, string? Subject, Id? Mailbox);
