namespace Kanal.Decisions.Routing;

/// <summary>Agents come, go, pause and learn.</summary>
static class Staff
{
    /// <summary>An agent whom nobody has told of holds something all the same, and is offline until told of.</summary>
    public static RoutedAgent FindOrAdd(long id, RoutingState state)
    {
        if (state.Team.Find(id) is { } known)
        {
            return known;
        }

        var agent = state.Team.FindOrAdd(id);
        agent.Removed = true;
        state.Line.Book.Judge(agent);
        return agent;
    }

    public static void Change(AgentProfile profile, RoutingState state, Hands hands)
    {
        var agent = state.Team.Find(profile.Agent);
        if (agent is null)
        {
            agent = state.Team.FindOrAdd(profile.Agent);
            (agent.PresenceSince, agent.IdleSince) = (hands.Now, hands.Ticks);
        }

        agent.Removed = false;
        state.Team.Give(agent, profile);
        state.Line.Book.Judge(agent);
        state.Line.Unsettled.UnionWith(agent.Circles);
        state.Line.Starved.UnionWith(agent.Circles);
        hands.Settle(agent);
    }

    public static void Change(AgentPresenceChanged changed, RoutingState state, Hands hands)
    {
        if (state.Team.Find(changed.Agent) is not { Removed: false } agent || agent.Presence == changed.Presence)
        {
            return;
        }

        if (changed.Presence == Presence.Available)
        {
            agent.IdleSince = hands.Ticks;
            agent.MissedInRow = 0;
        }

        (agent.Presence, agent.PresenceSince) = (changed.Presence, hands.Now);
        hands.Settle(agent);
    }

    public static void Remove(long id, RoutingState state, Hands hands)
    {
        if (state.Team.Find(id) is not { Removed: false } agent)
        {
            return;
        }

        agent.Removed = true;
        (agent.Presence, agent.PresenceSince) = (Presence.Offline, hands.Now);
        state.Line.Book.Judge(agent);
        hands.Settle(agent);
        if (agent.Held == 0)
        {
            state.Team.Remove(agent);
        }
    }

    public static void EndBreather(long id, RoutingState state, Hands hands)
    {
        if (state.Team.Find(id) is { BreatherUntil: { } until } agent && until <= hands.Now)
        {
            agent.BreatherUntil = null;
            hands.Settle(agent);
        }
    }
}
