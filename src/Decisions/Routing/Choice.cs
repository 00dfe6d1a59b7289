namespace Kanal.Decisions.Routing;

/// <summary>The agent chosen for a conversation.</summary>
sealed record Choice(RoutedAgent Agent, Why Why)
{
    /// <summary>
    /// The preferred agent; else the one with the fewest conversations, longest idle; else one who let it ring before.
    /// Null when everyone with room has declined it.
    /// </summary>
    public static Choice? For(QueuedConversation conversation, Team team)
    {
        if (conversation.PreferredAgent is { } id
            && team.Find(id) is { HasRoom: true } preferred
            && !conversation.Declined.Contains(id)
            && !conversation.Missed.Contains(id))
        {
            return new Choice(preferred, new Why("preferred agent"));
        }

        RoutedAgent? missedBefore = null;
        foreach (var agent in team.WithRoom)
        {
            if (conversation.Declined.Contains(agent.Id))
            {
                continue;
            }

            if (!conversation.Missed.Contains(agent.Id))
            {
                return new Choice(agent, new Why($"fewest conversations ({agent.Load} of {agent.Maximum})"));
            }

            missedBefore ??= agent;
        }

        return missedBefore is null ? null : new Choice(missedBefore, new Why("missed it before, and nobody else has room"));
    }
}
