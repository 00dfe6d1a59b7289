namespace Kanal.Decisions.Routing;

/// <summary>A conversation that is an agent's. Used again for another once it was let go, so nobody is to keep it.</summary>
sealed class HeldConversation(long id, RoutedAgent agent, Matter matter, Treatment treatment)
{
    public long Id { get; private set; } = id;

    public RoutedAgent Agent { get; private set; } = agent;

    public Matter Matter { get; private set; } = matter;

    /// <summary>What the rules in force say of it.</summary>
    public Treatment Treatment { get; set; } = treatment;

    /// <summary>When an agent last did something about it, in ticks.</summary>
    public long TouchedAt { get; set; }

    public bool Resting { get; set; }

    public bool WrappingUp { get; set; }

    /// <summary>When it will have waited for its customer for the channel's idle time, in ticks.</summary>
    public long? IdleAt { get; set; }

    /// <summary>The timer that runs. One at a time: when it comes too early, because somebody wrote since, it is set anew.</summary>
    public long? IdleTimer { get; set; }

    public HeldConversation Become(long id, RoutedAgent agent, Matter matter, Treatment treatment)
    {
        (Id, Agent, Matter, Treatment) = (id, agent, matter, treatment);
        (TouchedAt, Resting, WrappingUp, IdleAt, IdleTimer) = (0, false, false, null, null);
        return this;
    }
}
