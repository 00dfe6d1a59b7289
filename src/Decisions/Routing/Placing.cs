namespace Kanal.Decisions.Routing;

/// <summary>Which conversation comes next, and for which an agent must be kept free. Only circles in which something changed are looked at.</summary>
sealed class Placing(RoutingState state)
{
    /// <summary>The most urgent ready conversation that an agent could be offered now.</summary>
    public Conversation? Next(long now)
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
    /// The most urgent of what waits for an agent who has just finished something of a channel and is not settled yet. When an
    /// event begins, nobody waits who could be given to anybody, so nobody else comes into question.
    /// </summary>
    /// <returns>Null where nobody waits, or where there is more to weigh up than who comes first on that channel.</returns>
    public Conversation? NextAfter(RoutedAgent agent, RoutedChannel channel, long now)
    {
        if (state.Line.Count == 0 || !channel.Rules.AutoAccept || state.Line.IsUnsettled || !agent.CouldReplaceOneOf(channel))
        {
            return null;
        }

        for (var tier = 0; tier < 4; tier++)
        {
            if (state.Line.WaitingIn(tier).Count == 0)
            {
                continue;
            }

            var best = new MostUrgent(now, state.Rules.Urgency);
            foreach (var number in agent.Circles.And(state.Line.WaitingIn(tier)))
            {
                var circle = state.Line.Book.Circles[number];
                foreach (var waiting in circle.Classes[tier])
                {
                    if (circle.Channel != channel || waiting.NeedsReserve || waiting.Reserved > 0 || waiting.Waiting.First is not { HasBeenDeclined: false } first)
                    {
                        return null;
                    }

                    best.Look(first);
                }
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
    public (Conversation Conversation, RoutedAgent Agent)? NextStarved(long now)
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
    static bool IsRipe(Conversation conversation) => conversation.ReservedAgent?.IsReadyFor(conversation.Treatment.Channel) == true;

    Conversation? FirstPlaceable(WaitingClass waiting)
    {
        var first = waiting.Waiting.First;
        return first is null || !(first.HasBeenDeclined || waiting.NeedsReserve) ? first
            : FirstWithMoreThan(waiting.NeedsReserve ? state.Rules.CallbackReserve : 0, waiting);
    }

    Conversation? FirstWithMoreThan(int candidates, WaitingClass waiting) => waiting.Waiting.FirstOrDefault(it => Candidates(it) > candidates);

    int Candidates(Conversation conversation)
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

    RoutedAgent? LeastBusy(Conversation conversation)
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
