using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>A conversation without an agent, ringing or not.</summary>
sealed class QueuedConversation(long id, Matter matter, Treatment treatment, long since, CallbackTerms? terms) : IComparable<QueuedConversation>, IRanked
{
    HashSet<long>? _declined;
    HashSet<long>? _missed;

    public long Id => id;

    public Rank Rank => new(Start, id);

    public Matter Matter => matter;

    public Instant WaitingSince => Instant.FromUnixTimeTicks(since);

    public CallbackTerms? Terms => terms;

    /// <summary>What the rules in force say of it.</summary>
    public Treatment Treatment { get; set; } = treatment;

    public long? PreferredAgent { get; init; }

    /// <summary>When the waiting that counts began, in ticks: the time of a callback, else the customer's first word.</summary>
    public long Start { get; } = terms?.DueAt.ToUnixTimeTicks() ?? since;

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
    public long NextStage { get; set; } = long.MaxValue;

    /// <summary>Those it waits among; null while it rings or sleeps.</summary>
    public WaitingClass? Class { get; set; }

    /// <summary>Stands in the line no longer.</summary>
    public bool Gone { get; set; }

    /// <summary>Nobody is preferred, has declined it or let it ring.</summary>
    public bool IsPlain => _declined is null && _missed is null && PreferredAgent is null;

    public bool HasBeenDeclined => _declined is not null;

    public bool IsDeclinedBy(long agent) => _declined is not null && _declined.Contains(agent);

    public bool IsMissedBy(long agent) => _missed is not null && _missed.Contains(agent);

    public void DeclineBy(long agent) => (_declined ??= []).Add(agent);

    public void MissBy(long agent) => (_missed ??= []).Add(agent);

    public void Forgive() => (_declined, _missed) = (null, null);

    public int CompareTo(QueuedConversation? other) =>
        other is null ? 1 : Start != other.Start ? Start.CompareTo(other.Start) : id.CompareTo(other.Id);
}
