using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Waits;

/// <summary>Takes in what happens to letters, and holds us to the time they were promised. For the one loop alone.</summary>
public sealed class LetterFacts(LetterTimes letters, WaitBoard board, PromiseLedger promises, IdSource ids)
{
    internal Task BeginAsync(CancellationToken ct) => letters.BeginAsync(ct);

    internal async Task TakeInAsync(WaitFact fact, CancellationToken ct)
    {
        switch (fact)
        {
            case RoutingFact { Happened: ConversationQueued queued } when board.Find(queued.Conversation) is { Line.Channel: WaitChannels.Letters } waiter:
                if (await letters.CameAsync(waiter, ct) is var (ahead, due) && !waiter.Promised)
                {
                    promises.Make(WaitPromise.By(ids.Next(), waiter, due, ahead));
                }

                break;
            case RoutingFact { Happened: AgentReplied replied, At: var at } when await letters.AnsweredAsync(replied.Conversation, at, ct):
                promises.Answered(replied.Conversation, at.ToDateTimeOffset());
                break;
            case RoutingFact { Happened: ConversationEnded ended, At: var at } when letters.Gone(ended.Conversation) is not null:
                promises.Left(ended.Conversation, at.ToDateTimeOffset());
                break;
            case RoutingFact { Happened: ConversationWithdrawn withdrawn }:
                letters.Gone(withdrawn.Conversation);
                break;
            default:
                break;
        }
    }
}
