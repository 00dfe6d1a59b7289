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
            return new Choice(preferred, Because(ChosenFor.Preferred, preferred));
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
                return new Choice(agent, Because(ChosenFor.FewestConversations, agent));
            }

            missedBefore ??= agent;
        }

        return missedBefore is null ? null : new Choice(missedBefore, Because(ChosenFor.NobodyElse, missedBefore));
    }

    static Why Because(ChosenFor reason, RoutedAgent agent) => new(reason, agent.Load, agent.Maximum);
}
