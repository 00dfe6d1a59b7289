using Kanal.Centre.Letters;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Delivery;

/// <summary>Tells desks how a letter of ours fares.</summary>
public sealed class DeliveryNews(Database database, DeskFeed desk)
{
    public async Task TellAsync(Id letter, CancellationToken ct)
    {
        var standing = await database.ReadAsync(async sql =>
        {
            if (await LetterRow.FindAsync(sql, letter) is not { ConversationId: { } conversation } row || LetterRow.StateOf(row.State) is not { } state)
            {
                return null;
            }

            var sequence = await sql.FirstAsync<long?>("select max(sequence) from messages where conversation_id = @conversation and letter_id = @letter", new { conversation, letter });
            var deliveries = await LetterReads.DeliveriesAsync(sql, letter);
            return new LetterStanding(conversation, letter, sequence is { } place ? $"m{place}" : null, state, deliveries, row.State == "waiting" ? row.DueAt : null);
        }, ct);
        if (standing is not null)
        {
            desk.Tell("delivery", standing);
        }
    }
}
