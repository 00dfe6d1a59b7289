namespace Kanal.Decisions.Routing;

/// <summary>A conversation that is an agent's.</summary>
sealed class HeldConversation(long id, RoutedAgent agent, Matter matter, Treatment treatment)
{
    public long Id => id;

    public RoutedAgent Agent => agent;

    public Matter Matter => matter;

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
}
