using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Centre.Telemetry;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>
/// Carries out what the router decided. Each write is guarded by what must still be true; where it is not, the loser of the
/// race gets back the event that tells the router how things stand.
/// </summary>
public sealed class RoutingWrites(Database database, IdSource ids, Lines lines, ConversationNews news, DeskFeed desk, RoutingNews told)
{
    /// <param name="term">Under which it was decided: where it is over, nothing is written.</param>
    /// <returns>What the router must still be told; empty where all went as decided.</returns>
    public async Task<IReadOnlyList<RoutingEvent>> DoAsync(RoutingAction action, LeaseTerm term, DateTimeOffset now, CancellationToken ct)
    {
        switch (action)
        {
            case MakeOffer make:
                return await OfferAsync(make, term, now, ct);
            case AssignTo assign:
                return await AssignAsync(assign, term, now, ct);
            case Requeue requeue:
                return await RequeueAsync(requeue, term, now, ct);
            case Rest or Wake:
                // Units are the router's own.
                return [];
            case WarnOfTarget warn:
                desk.Tell("target", new TargetWarning(new Id(warn.Conversation), new Id(warn.Queue), warn.Standing));
                return [];
            case WithdrawOffer withdraw:
                await EndAsync(withdraw.Offer, OfferEnd.Withdrawn, term, now, ct);
                return [];
            case MissOffer miss:
                await EndAsync(miss.Offer, OfferEnd.Missed, term, now, ct);
                return [];
            case SetPresence presence:
                await told.PresenceAsync(new Id(presence.Agent), presence.Presence, term, ct);
                return [];
            default:
                throw new InvalidOperationException($"Nobody carries out {action.GetType().Name}.");
        }
    }

    async Task<IReadOnlyList<RoutingEvent>> OfferAsync(MakeOffer make, LeaseTerm term, DateTimeOffset now, CancellationToken ct)
    {
        var (offer, conversation, agent) = (ids.Next(), new Id(make.Offer.Conversation), new Id(make.Offer.Agent));
        var expires = make.ExpiresAt.ToDateTimeOffset();
        var (made, why) = await database.WriteAsync(async sql =>
        {
            await term.CheckAsync(sql);
            var reasons = await WhyChosen.ReadAsync(sql, make.Why);
            // Holds the conversation until the offer is there: somebody who takes it by hand in this moment would see no offer to end.
            if (!await sql.ChangesOneAsync("update conversations set state = 'queued' where id = @conversation and state = 'queued'", new { conversation }))
            {
                return (false, reasons);
            }

            await sql.ExecuteAsync("""
                insert into offers (id, conversation_id, agent_id, attempt, state, why, made_at, expires_at)
                values (@offer, @conversation, @agent, @attempt, 'pending', @why, @now, @expires)
                """, new { offer, conversation, agent, attempt = make.Offer.Number, why = Json.From(reasons), now, expires });
            return (true, reasons);
        }, ct);
        if (!made)
        {
            return await StandingAsync(conversation, ct);
        }

        Tally.Offer("made");
        await told.OfferedAsync(offer, conversation, agent, now, expires, why, ct);
        return [];
    }

    async Task<IReadOnlyList<RoutingEvent>> RequeueAsync(Requeue requeue, LeaseTerm term, DateTimeOffset now, CancellationToken ct)
    {
        var conversation = new Id(requeue.Conversation);
        var line = await database.WriteAsync(async sql =>
        {
            await term.CheckAsync(sql);
            return await sql.ChangesOneAsync("""
                update conversations set state = 'queued', last_agent_id = agent_id, agent_id = null, queued_at = @now, waiting_since = @since
                where id = @conversation and state = 'assigned' and agent_id = @agent
                """, new { conversation, agent = requeue.Preferred, now, since = requeue.WaitingSince.ToDateTimeOffset() })
                ? await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Queued)))
                : null;
        }, ct);
        if (line is null)
        {
            return await StandingAsync(conversation, ct);
        }

        lines.Tell(line);
        await news.SummaryAsync(conversation, ct);
        await news.InHandAsync(new Id(requeue.Preferred), ct);
        return [];
    }

    async Task<IReadOnlyList<RoutingEvent>> AssignAsync(AssignTo assign, LeaseTerm term, DateTimeOffset now, CancellationToken ct)
    {
        var (conversation, agent) = (new Id(assign.Conversation), new Id(assign.Agent));
        var (line, name) = await database.WriteAsync(async sql =>
        {
            await term.CheckAsync(sql);
            var owner = await sql.FirstAsync<string>("select name from agents where id = @agent", new { agent });
            if (!await Ownership.AssignAsync(sql, conversation, agent))
            {
                return ((Line?)null, owner);
            }

            // It keeps its reasons as an offer does, one that was accepted the moment it was made.
            await sql.ExecuteAsync("insert into offers (id, conversation_id, agent_id, attempt, state, why, made_at, expires_at, ended_at) values (@offer, @conversation, @agent, 0, 'accepted', @why, @now, @now, @now)",
                new { offer = ids.Next(), conversation, agent, why = Json.From(await WhyChosen.ReadAsync(sql, assign.Why)), now });
            return (await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Assigned), agent, owner)), owner);
        }, ct);
        if (line is null)
        {
            return await StandingAsync(conversation, ct);
        }

        lines.Tell(line);
        await news.AssignedAsync(conversation, new Person(agent, name), ct);
        return [];
    }

    async Task EndAsync(Offer offer, OfferEnd how, LeaseTerm term, DateTimeOffset now, CancellationToken ct)
    {
        var (conversation, agent) = (new Id(offer.Conversation), new Id(offer.Agent));
        var (ended, line) = await database.WriteAsync(async sql =>
        {
            await term.CheckAsync(sql);
            var key = new { conversation, agent, attempt = offer.Number, how = how.Text(), now };
            var won = await sql.ChangesOneAsync("update offers set state = @how, ended_at = @now where conversation_id = @conversation and agent_id = @agent and attempt = @attempt and state = 'pending'", key);
            var row = await sql.FirstAsync<OfferRow>("select * from offers where conversation_id = @conversation and agent_id = @agent and attempt = @attempt", key);
            return (row, won && how == OfferEnd.Missed
                ? await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Missed), agent, await sql.FirstAsync<string>("select name from agents where id = @agent", new { agent })))
                : null);
        }, ct);
        // What the agent did about it was told when it was done, whatever the router wanted by then.
        if (ended is { State: AssignmentState.Missed or AssignmentState.Withdrawn })
        {
            desk.Tell("offerEnded", new OfferEnded(ended.Id, conversation, ended.State == AssignmentState.Missed ? OfferEnd.Missed : OfferEnd.Withdrawn), agent);
        }

        if (line is not null)
        {
            Tally.Offer("missed");
            lines.Tell(line);
        }
    }

    async Task<IReadOnlyList<RoutingEvent>> StandingAsync(Id conversation, CancellationToken ct)
    {
        var head = await database.ReadAsync(sql => sql.FirstAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where id = @conversation", new { conversation }), ct);
        return head switch
        {
            { State: ConversationState.Assigned or ConversationState.WrapUp, AgentId: { } owner } => [new ConversationTaken(conversation.Value, owner.Value)],
            { State: ConversationState.Queued } => [],
            _ => [new ConversationWithdrawn(conversation.Value)],
        };
    }
}
