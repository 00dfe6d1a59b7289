using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Delivery reports about letters of ours: they find the letter, and the agent who wrote it learns that it did not arrive.</summary>
public sealed class Bounces(ReplyAddresses addresses, Lines lines, TimeProvider time)
{
    const int LongestDetail = 500;

    internal async Task<LetterRow?> FindAsync(Sql sql, Id site, InboundLetter letter)
    {
        foreach (var messageId in new[] { letter.Report?.About }.Concat(letter.InReplyTo).Concat(letter.References.Reverse()).OfType<string>().Distinct().Take(20))
        {
            if (addresses.LetterOf(messageId) is { } ours && await LetterRow.FindAsync(sql, ours) is { Mine: true } row && row.SiteId == site)
            {
                return row;
            }
        }

        return null;
    }

    internal async Task<BouncedLetter> ApplyAsync(Sql sql, LetterRow ours, InboundLetter letter)
    {
        var now = time.GetUtcNow();
        var known = await LetterReads.DeliveriesAsync(sql, ours.Id);
        var reported = letter.Report?.Deliveries ?? [];
        // A report that names nobody whom we wrote to is about everyone: servers forward, and then report the address they forwarded to.
        var failed = reported.Where(one => one.Failed).ToList();
        var matched = known.Where(one => failed.Exists(report => report.Address == one.Address)).ToList();
        var concerned = matched.Count > 0 ? matched : failed.Count > 0 || letter.Report is null ? known : [];
        List<Line> written = [];
        foreach (var delivery in concerned.Where(one => one.State != DeliveryState.Bounced))
        {
            var detail = LetterFiles.Plain(failed.FirstOrDefault(one => one.Address == delivery.Address)?.Detail ?? failed.FirstOrDefault()?.Detail ?? letter.Subject, LongestDetail);
            await sql.ExecuteAsync("update deliveries set state = @state, detail = @detail, changed_at = @now where letter_id = @Id and address = @Address",
                new { ours.Id, delivery.Address, state = DeliveryState.Bounced.Text(), detail, now });
            if (ours.ConversationId is { } conversation)
            {
                written.Add(await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.DeliveryFailed) { Address = delivery.Address, Reason = detail, Letter = ours.Id })));
            }
        }

        if (written.Count > 0)
        {
            await sql.ExecuteAsync("update outbox set state = 'failed', due_at = null where letter_id = @Id and state in ('sent', 'waiting', 'uncertain')", new { ours.Id });
        }

        return new BouncedLetter(ours.Id, ours.ConversationId ?? default, written);
    }
}

/// <param name="Letter">The one of ours.</param>
sealed record BouncedLetter(Id Letter, Id Conversation, List<Line> Lines);
