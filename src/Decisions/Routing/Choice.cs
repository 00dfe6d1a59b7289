namespace Kanal.Decisions.Routing;

/// <summary>The agent chosen for a conversation, among those who could take it.</summary>
readonly record struct Choice(RoutedAgent Agent, ChosenFor For)
{
    /// <summary>
    /// The preferred agent; else the one with the fewest of the kind in hand, then the best at what is needed, then the one with the
    /// fewest other skills, then the longest idle. Those who let it ring before come last. Null when nobody can take it.
    /// </summary>
    /// <param name="conversation">Null where it has just come, and nobody is preferred or has declined it.</param>
    public static Choice? Of(QueuedConversation? conversation, Circle circle, Team team)
    {
        var ranking = new Ranking(conversation, circle, team);
        foreach (var number in circle.Members.And(circle.Channel.Fits))
        {
            ranking.Look(number);
        }

        // The one who is kept free for it is in no set.
        if (conversation?.ReservedAgent is { } reserved && circle.Members.Has(reserved.Number) && reserved.IsReadyFor(circle.Channel))
        {
            ranking.Look(reserved.Number);
        }

        return ranking.Best is { } best ? new Choice(best, best == conversation?.ReservedAgent ? ChosenFor.KeptFree : ranking.WhyBest) : null;
    }
}
