using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Decisions.Measures;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Planning;

/// <summary>Something that was done in a conversation: a word, a note, or an event.</summary>
sealed record HandAct
{
    public long ConversationId { get; init; }
    public long At { get; init; }
    public long? AgentId { get; init; }
    public string? Event { get; init; }

    /// <summary>
    /// The stretches in which a conversation was worked on: from one act to the next while it was somebody's, but no longer than
    /// <paramref name="idle"/>, since after so long a silence an agent has turned to something else.
    /// </summary>
    /// <param name="acts">Of one conversation, in order.</param>
    /// <param name="idle">Milliseconds.</param>
    public static List<HandStretch> Stretches(long conversation, WaitLine line, IEnumerable<HandAct> acts, long idle)
    {
        var stretches = new List<HandStretch>();
        var (holder, last) = ((long?)null, 0L);
        foreach (var act in acts)
        {
            if (holder is { } agent)
            {
                var until = Math.Min(act.At, last + idle);
                if (stretches is [.., var before] && before.Agent == agent && before.To == last)
                {
                    stretches[^1] = before with { To = until };
                }
                else
                {
                    stretches.Add(new HandStretch(conversation, agent, line, last, until, false));
                }
            }

            var happened = Json.To<ConversationEvent>(act.Event);
            holder = happened?.Type switch
            {
                EventType.Assigned or EventType.Reopened => act.AgentId ?? holder,
                EventType.Transferred => happened.To?.Id.Value,
                EventType.Closed => null,
                null => holder ?? act.AgentId,
                _ => holder,
            };
            last = act.At;
            if (happened?.Type == EventType.Closed && stretches is [.., var done])
            {
                stretches[^1] = done with { Finishes = true };
            }
        }

        return stretches;
    }
}
