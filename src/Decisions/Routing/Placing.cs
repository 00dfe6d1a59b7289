namespace Kanal.Decisions.Routing;

/// <summary>Which conversation comes next, and for which an agent must be kept free. Only circles in which something changed are looked at.</summary>
sealed class Placing(RoutingState state)
{
    /// <summary>The most urgent ready conversation that an agent could be offered now.</summary>
    public QueuedConversation? Next(long now)
    {
        for (var tier = 0; tier < 4; tier++)
        {
            if (state.Line.WaitingIn(tier).Count == 0)
            {
                continue;
            }

            var best = new MostUrgent(now, state.Rules.Urgency);
            foreach (var number in state.Line.Unsettled.And(state.Line.WaitingIn(tier)))
            {
                var circle = state.Line.Book.Circles[number];
                if (!circle.HasRoom)
                {
                    state.Line.Unsettled.Remove(number);
                    continue;
                }

                foreach (var waiting in circle.Classes[tier])
                {
                    best.Look(FirstPlaceable(waiting));
                }
            }

            foreach (var conversation in state.Line.Ripe)
            {
                best.Look(conversation.Class?.Tier == tier && IsRipe(conversation) ? conversation : null);
            }

            if (best.Found is not null)
            {
                return best.Found;
            }
        }

        return null;
    }

    /// <summary>
    /// The most urgent late conversation that fits nobody, with the agent who has the least to finish before it would fit: light
    /// work, arriving without end, would otherwise take every unit that becomes free.
    /// </summary>
    public (QueuedConversation Conversation, RoutedAgent Agent)? NextStarved(long now)
    {
        for (var tier = 0; tier < 2; tier++)
        {
            var best = new MostUrgent(now, state.Rules.Urgency);
            foreach (var number in state.Line.Starved.And(state.Line.WaitingIn(tier)))
            {
                var circle = state.Line.Book.Circles[number];
                if (circle.Members.Meets(circle.Channel.Lighter))
                {
                    foreach (var waiting in circle.Classes[tier])
                    {
                        best.Look(waiting.Reserved == waiting.Waiting.Count ? null : waiting.Waiting.FirstOrDefault(it => it.ReservedAgent is null && LeastBusy(it) is not null));
                    }
                }
            }

            if (best.Found is { } starved && LeastBusy(starved) is { } agent)
            {
                return (starved, agent);
            }
        }

        return null;
    }

    // Its agent may have taken something by hand since.
    static bool IsRipe(QueuedConversation conversation) => conversation.ReservedAgent?.IsReadyFor(conversation.Treatment.Channel) == true;

    QueuedConversation? FirstPlaceable(WaitingClass waiting)
    {
        var first = waiting.Waiting.First;
        return first is null || !(first.HasBeenDeclined || waiting.NeedsReserve) ? first
            : FirstWithMoreThan(waiting.NeedsReserve ? state.Rules.CallbackReserve : 0, waiting);
    }

    QueuedConversation? FirstWithMoreThan(int candidates, WaitingClass waiting) => waiting.Waiting.FirstOrDefault(it => Candidates(it) > candidates);

    int Candidates(QueuedConversation conversation)
    {
        var count = 0;
        if (conversation.Class is { Circle: var circle })
        {
            foreach (var number in circle.Members.And(circle.Channel.Fits))
            {
                count += conversation.IsDeclinedBy(state.Team[number].Id) ? 0 : 1;
            }
        }

        return count;
    }

    RoutedAgent? LeastBusy(QueuedConversation conversation)
    {
        RoutedAgent? best = null;
        if (conversation.Class is { Circle: var circle })
        {
            foreach (var number in circle.Members.And(circle.Channel.Lighter))
            {
                var agent = state.Team[number];
                if (!conversation.IsDeclinedBy(agent.Id)
                    && (best is null || (agent.UnitsBefore(circle.Channel), agent.Id).CompareTo((best.UnitsBefore(circle.Channel), best.Id)) < 0))
                {
                    best = agent;
                }
            }
        }

        return best;
    }
}
