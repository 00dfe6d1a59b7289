namespace Kanal.Decisions.Routing;

/// <summary>Who has what. Whoever is given or loses something is still to be settled.</summary>
static class Holdings
{
    /// <param name="now">In ticks.</param>
    public static void Add(Conversation conversation, RoutedAgent agent, long now)
    {
        conversation.Agent = agent;
        conversation.TouchedAt = now;
        agent.Held++;
        agent.MissedInRow = 0;
        agent.IdleSince = now;
        conversation.Treatment.Channel.Count(agent.Number, 1);
    }

    /// <param name="now">In ticks.</param>
    /// <returns>The channel of which the agent has one less; null where it rested.</returns>
    public static RoutedChannel? Remove(Conversation conversation, RoutedAgent agent, long now)
    {
        conversation.Agent = null;
        agent.Held--;
        agent.IdleSince = now;
        if (conversation.Resting)
        {
            agent.Resting--;
            return null;
        }

        var channel = conversation.Treatment.Channel;
        channel.Count(agent.Number, -1);
        return channel;
    }
}
