using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

sealed class SlowAgent(AgentProfile profile)
{
    public long Id => Profile.Agent;
    public AgentProfile Profile { get; set; } = profile;
    public bool Removed { get; set; }
    public Presence Presence { get; set; } = Presence.Offline;
    public Instant PresenceSince { get; set; }
    public Instant Idle { get; set; }
    public Instant? Breather { get; set; }
    public int Misses { get; set; }

    public AgentSnapshot ToSnapshot() => new(Profile, Presence, PresenceSince, Idle) { MissedInRow = Misses, BreatherUntil = Breather, Removed = Removed };
}

sealed class SlowConversation(long id, Matter matter)
{
    public long Id => id;
    public Matter Matter => matter;
    public Instant Since { get; init; }
    public long? Preferred { get; init; }
    public CallbackTerms? Terms { get; init; }
    public Instant Start => Terms?.DueAt ?? Since;
    public HashSet<long> Declined { get; } = [];
    public HashSet<long> Missed { get; } = [];
    public Pause? Pause { get; set; }
    public OfferSnapshot? Ringing { get; set; }
    public Stage Stage { get; set; }
    public SlowAgent? Reserved { get; set; }
    public SlowAgent? Owner { get; set; }
    public Instant Touched { get; set; }
    public bool Resting { get; set; }
    public bool Wrapping { get; set; }
    public Instant? IdleAt { get; set; }

    public WaitingSnapshot ToWaiting() => new(id, matter, Since)
    {
        PreferredAgent = Preferred,
        Callback = Terms,
        Declined = [.. Declined.Order()],
        Missed = [.. Missed.Order()],
        Pause = Pause,
        ReservedAgent = Reserved?.Id,
        Stage = Stage,
    };

    public AssignedSnapshot ToAssigned() => new(id, Owner!.Id, matter) { TouchedAt = Touched, Resting = Resting, WrappingUp = Wrapping, IdleAt = IdleAt };
}
