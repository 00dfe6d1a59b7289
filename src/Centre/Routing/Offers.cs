using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Centre.Telemetry;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>What an agent does with a conversation that rings.</summary>
public sealed class Offers(Database database, Lines lines, ConversationNews news, DeskFeed desk, RoutingInbox routing, TimeProvider time)
{
    public async Task<List<OfferView>> PendingAsync(Id agent, ConversationList conversations, CancellationToken ct)
    {
        var rows = await database.ReadAsync(sql => sql.QueryAsync<OfferRow>("select * from offers where agent_id = @agent and state = 'pending' order by id", new { agent }), ct);
        var offers = new List<OfferView>();
        foreach (var row in rows)
        {
            if (await conversations.FindAsync(row.ConversationId, ct) is { } conversation)
            {
                offers.Add(new OfferView(row.Id, conversation, row.MadeAt, row.ExpiresAt, row.Reasons));
            }
        }

        return offers;
    }

    /// <summary>Takes the offered conversation; returns which one it is.</summary>
    /// <exception cref="RefusedException"><c>offer-gone</c>: it was missed, withdrawn or taken in the meantime.</exception>
    public async Task<Id> AcceptAsync(Id offer, Person agent, CancellationToken ct)
    {
        var (row, line) = await database.WriteAsync(async sql =>
        {
            // The conversation first, as everybody does: two who reached for it and its offer crosswise would wait for each other for ever.
            var asked = await FindAsync(sql, offer);
            if (!await Ownership.AssignAsync(sql, asked.ConversationId, agent.Id))
            {
                throw Gone();
            }

            var pending = await EndAsync(sql, offer, agent.Id, OfferEnd.Accepted, null);
            return (pending, await lines.AddAsync(sql, pending.ConversationId, Line.Of(new ConversationEvent(EventType.Assigned), agent.Id, agent.Name)));
        }, ct);
        routing.Post(new OfferAccepted(row.ToOffer()));
        Tally.Offer("accepted");
        desk.Tell("offerEnded", new OfferEnded(offer, row.ConversationId, OfferEnd.Accepted), agent.Id);
        lines.Tell(line);
        await news.AssignedAsync(row.ConversationId, agent, CancellationToken.None);
        return row.ConversationId;
    }

    public async Task DeclineAsync(Id offer, Person agent, string? reason, CancellationToken ct)
    {
        var (row, line) = await database.WriteAsync(async sql =>
        {
            var pending = await EndAsync(sql, offer, agent.Id, OfferEnd.Declined, reason);
            return (pending, await lines.AddAsync(sql, pending.ConversationId, Line.Of(new ConversationEvent(EventType.Declined) { Reason = reason }, agent.Id, agent.Name)));
        }, ct);
        routing.Post(new OfferDeclined(row.ToOffer()));
        Tally.Offer("declined");
        desk.Tell("offerEnded", new OfferEnded(offer, row.ConversationId, OfferEnd.Declined), agent.Id);
        lines.Tell(line);
    }

    async Task<OfferRow> EndAsync(Sql sql, Id offer, Id agent, OfferEnd how, string? reason)
    {
        var won = await sql.ChangesOneAsync("update offers set state = @how, ended_at = @now, reason = @reason where id = @offer and agent_id = @agent and state = 'pending'",
            new { offer, agent, how = how.Text(), now = time.GetUtcNow(), reason });
        return won ? await FindAsync(sql, offer) : throw Gone();
    }

    static async Task<OfferRow> FindAsync(Sql sql, Id offer) => await sql.FirstAsync<OfferRow>("select * from offers where id = @offer", new { offer }) ?? throw Gone();

    static RefusedException Gone() => RefusedException.Conflict("offer-gone", "This offer has ended: it was missed, withdrawn or taken.");
}
