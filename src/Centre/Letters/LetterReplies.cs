using Kanal.Centre.Conversations;
using Kanal.Centre.Customers;
using Kanal.Centre.Delivery;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>What agents write to customers, on whichever channel it goes. A letter is in the outbox before its message is in the conversation, and may go once it is.</summary>
public sealed class LetterReplies(Database database, Reply reply, ReplyPlans plans, LetterMaking making, Outbox outbox, VisitorsOnline visitors)
{
    const string Letters = "email";

    /// <param name="channel">Null for the one that suits.</param>
    /// <param name="wish">Null for a letter as it is planned.</param>
    public async Task<Appended> SendAsync(Id conversation, Person agent, AgentWords words, string? channel, LetterWish? wish, CancellationToken ct)
    {
        var plan = await plans.ReadAsync(conversation, false, ct);
        if (channel is not (null or "chat" or Letters))
        {
            throw RefusedException.Invalid("channel", "A message goes by chat or by email.");
        }

        var written = wish is not null || channel == Letters || (channel is null && plan.Channel == Letters);
        if (written)
        {
            return await SendAsync(conversation, agent, words, plan, wish, unlessRead: false, ct);
        }

        // Whoever has left the chat and can be written to gets it by letter, unless they come back for it first.
        return channel is null && plan is { ConversationChannel: "chat", Mailbox: not null, To.Count: > 0 } && !visitors.IsHere(conversation)
            ? await SendAsync(conversation, agent, words, plan, null, unlessRead: true, ct)
            : await reply.SendAsync(conversation, agent, words.ClientId, words.Text, words.Files, ct);
    }

    async Task<Appended> SendAsync(Id conversation, Person agent, AgentWords words, ReplyPlan plan, LetterWish? wish, bool unlessRead, CancellationToken ct)
    {
        var row = await making.MakeAsync(conversation, agent, words, plan, wish, unlessRead, ct);
        try
        {
            var added = await reply.SendAsync(conversation, agent, words.ClientId, words.Text, words.Files, row.ToTold([.. row.Between.Recipients.Select(to => new LetterDelivery(to.Address, DeliveryState.Waiting, null, row.WrittenAt))]),
                unlessRead ? null : Letters, ct);
            await outbox.ReleaseAsync(row.Id, CancellationToken.None);
            return added;
        }
        catch (RefusedException)
        {
            if (!await PlacedAsync(row))
            {
                await outbox.DropAsync(row.Id, CancellationToken.None);
            }

            throw;
        }
    }

    async Task<bool> PlacedAsync(LetterRow row) => await database.ReadAsync(sql => sql.FirstAsync<long>(
        "select count(*) from messages where conversation_id = @ConversationId and author = 'agent' and client_id = @ClientId", new { row.ConversationId, row.ClientId }), CancellationToken.None) > 0;

    /// <summary>An address as somebody typed it.</summary>
    internal static LetterAddress Address(string field, string given) =>
        AddressText.Email(given) is { } address ? new LetterAddress(address) : throw RefusedException.Invalid(field, $"\"{given}\" is not an email address like name@example.com.");
}

/// <summary>What an agent has written, already checked.</summary>
public sealed record AgentWords(string ClientId, string Text, IReadOnlyList<FileReference> Files);
