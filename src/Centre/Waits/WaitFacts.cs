using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>Takes in what happened: who joins a line, who leaves it and how, what the menu had said. For the one loop alone.</summary>
public sealed class WaitFacts(Database database, WaitMeasures measures, WaitBoard board, WaitInbox inbox, PromiseLedger promises, IdSource ids)
{
    internal async Task BeginAsync(IReadOnlyCollection<Waiter> waiting, Instant now, CancellationToken ct)
    {
        foreach (var waiter in waiting)
        {
            board.Join(waiter);
        }

        await promises.LoadAsync(waiting, now.ToDateTimeOffset(), ct);
    }

    internal async Task TakeInAsync(WaitFact fact, CancellationToken ct)
    {
        switch (fact)
        {
            case RoutingFact { Happened: ConversationQueued queued, At: var at }:
                if (await ReadAsync(queued.Conversation, ct) is { } row)
                {
                    measures.Queued(row.ToWaiter(), at);
                    board.Join(row.ToWaiter());
                }

                break;
            case RoutingFact { Happened: ConversationTaken taken, At: var at }:
                await TakenAsync(taken.Conversation, taken.Agent, at, ct);
                break;
            case RoutingFact { Happened: ConversationEnded ended, At: var at }:
                measures.Gone(ended.Conversation, left: false, at);
                break;
            case RoutingFact { Happened: ConversationWithdrawn withdrawn, At: var at }:
                await WithdrawnAsync(withdrawn.Conversation, at, ct);
                break;
            case DecisionFact { Decided: Rest rest, At: var at }:
                measures.Handle.Release(rest.Conversation, finished: true, at);
                break;
            case DecisionFact { Decided: Wake wake, At: var at } when await ReadAsync(wake.Conversation, ct) is { } again:
                measures.Handle.Take(wake.Conversation, wake.Agent, again.Line, at);
                break;
            case MenuFact menu when board.Find(menu.Conversation) is { Promised: false } waiter:
                promises.Make(WaitPromise.Of(ids.Next(), waiter, menu.Wait, null, 0, waiter.Since), instead: true);
                break;
            case LeadFact:
                await promises.LeadAsync([.. board.Waiting], inbox.Now.ToDateTimeOffset(), ct);
                break;
            default:
                break;
        }
    }

    async Task TakenAsync(long conversation, long agent, Instant at, CancellationToken ct)
    {
        var line = board.Find(conversation)?.Line ?? measures.Handle.LineOf(conversation) ?? (await ReadAsync(conversation, ct))?.Line;
        if (line is { } known)
        {
            measures.Taken(conversation, agent, known, at);
        }

        if (line is { } its && WaitChannels.Live(its.Channel))
        {
            promises.Answered(conversation, at.ToDateTimeOffset());
        }

        board.Leave(conversation);
    }

    async Task WithdrawnAsync(long conversation, Instant at, CancellationToken ct)
    {
        // A colleague may have closed it unanswered: that says nothing of patience.
        var left = board.Find(conversation) is not null && (await ReadAsync(conversation, ct))?.EndedBy == "visitor";
        measures.Gone(conversation, left, at);
        promises.Left(conversation, at.ToDateTimeOffset());
        board.Leave(conversation);
    }

    Task<WaiterRow?> ReadAsync(long conversation, CancellationToken ct) =>
        database.ReadAsync(sql => sql.FirstAsync<WaiterRow>($"select {Waiter.Columns}, c.agent_id, c.ended_by from conversations c where c.id = @conversation", new { conversation }), ct);
}
