namespace Kanal.Decisions.Routing;

/// <summary>
/// A conversation that waits, rings or is an agent's, from when it is queued until it needs nobody any more. Whoever drives the
/// router may make them, with more to remember, and use one again that the router has let go.
/// </summary>
class Conversation : IComparable<Conversation>, IRanked
{
    HashSet<long>? _declined;
    HashSet<long>? _missed;

    public long Id { get; set; }

    public Rank Rank => new(Start, Id);

    public Matter Matter { get; private set; } = Matter.Unknown;

    /// <summary>What the rules in force say of it.</summary>
    public Treatment Treatment { get; set; } = Treatment.None;

    /// <summary>When its waiting began, in ticks.</summary>
    public long Since { get; set; }

    public CallbackTerms? Terms { get; private set; }

    public long? PreferredAgent { get; init; }

    /// <summary>When the waiting that counts began, in ticks: the time of a callback, else the customer's first word.</summary>
    public long Start { get; private set; }

    /// <summary>The same on the site's open clock.</summary>
    public long OpenStart { get; set; }

    public IReadOnlyCollection<long> Declined => _declined ?? [];

    public IReadOnlyCollection<long> Missed => _missed ?? [];

    /// <summary>The pause that runs, if one does.</summary>
    public Pause? Pause { get; set; }

    public OfferSnapshot? Ringing { get; set; }

    /// <summary>Who is kept free for it.</summary>
    public RoutedAgent? ReservedAgent { get; set; }

    /// <summary>Its agent would have room for it.</summary>
    public bool Ripe { get; set; }

    public Stage Stage { get; set; }

    /// <summary>When the next stage comes, in ticks; <see cref="long.MaxValue"/> for never.</summary>
    public long NextStage { get; set; }

    /// <summary>Those it waits among; null while it rings or sleeps, or is an agent's.</summary>
    public WaitingClass? Class { get; set; }

    /// <summary>Whose it is; null while it waits.</summary>
    public RoutedAgent? Agent { get; set; }

    /// <summary>When an agent last did something about it, in ticks.</summary>
    public long TouchedAt { get; set; }

    public bool Resting { get; set; }

    public bool WrappingUp { get; set; }

    /// <summary>When it will have waited for its customer for the channel's idle time, in ticks.</summary>
    public long? IdleAt { get; set; }

    /// <summary>The timer that runs. One at a time: when it comes too early, because somebody wrote since, it is set anew.</summary>
    public long? IdleTimer { get; set; }

    /// <summary>Nobody is preferred, has declined it or let it ring.</summary>
    public bool IsPlain => _declined is null && _missed is null && PreferredAgent is null;

    public bool HasBeenDeclined => _declined is not null;

    public bool IsDeclinedBy(long agent) => _declined is not null && _declined.Contains(agent);

    public bool IsMissedBy(long agent) => _missed is not null && _missed.Contains(agent);

    public void DeclineBy(long agent) => (_declined ??= []).Add(agent);

    public void MissBy(long agent) => (_missed ??= []).Add(agent);

    public void Forgive() => (_declined, _missed) = (null, null);

    /// <summary>Becomes one of which nobody has heard before.</summary>
    /// <param name="treatment">What the rules in force say of <paramref name="matter"/>.</param>
    public Conversation Renew(Matter matter, Treatment treatment, CallbackTerms? terms)
    {
        (Matter, Treatment, Terms, Start) = (matter, treatment, terms, terms?.DueAt.ToUnixTimeTicks() ?? Since);
        (Pause, NextStage, Resting, WrappingUp, IdleAt, IdleTimer) = (null, long.MaxValue, false, false, null, null);
        Forgive();
        return this;
    }

    public int CompareTo(Conversation? other) =>
        other is null ? 1 : Start != other.Start ? Start.CompareTo(other.Start) : Id.CompareTo(other.Id);
}
