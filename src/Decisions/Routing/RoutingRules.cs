using System.Collections.Immutable;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>What can be set about routing.</summary>
public sealed record RoutingRules
{
    /// <summary>A queue that is not here has no rules of its own.</summary>
    public IReadOnlyList<QueueRules> Queues { get; init; } = [];

    /// <summary>A channel that is not here has those of <see cref="ChannelRules.Defaults"/>.</summary>
    public IReadOnlyList<ChannelRules> Channels { get; init; } = ChannelRules.Defaults;

    /// <summary>By site; a site without one is always open.</summary>
    public IReadOnlyDictionary<long, OpeningCalendar> Calendars { get; init; } = ImmutableDictionary<long, OpeningCalendar>.Empty;

    /// <summary>How long agents who declined a conversation are left alone with it.</summary>
    public Duration RetryPause { get; init; } = Duration.FromSeconds(10);

    /// <summary>How many offers in a row an agent may miss; the last of them sets the agent to away.</summary>
    public int MissesUntilAway { get; init; } = 2;

    /// <summary>How long an agent who was given something without being asked is given nothing more in that way.</summary>
    public Duration AutoAcceptPause { get; init; } = Duration.FromSeconds(5);

    public UrgencyRule Urgency { get; init; } = UrgencyRule.ShareOfTarget;

    /// <summary>Before its time a callback is made only when more than this many agents who could make it have room.</summary>
    public int CallbackReserve { get; init; } = 1;
}

/// <summary>How conversations are compared; <c>v</c> value, <c>w</c> open time waited, <c>e</c> one second, <c>T</c> target.</summary>
public enum UrgencyRule
{
    /// <summary><c>v (w + e) / T</c>.</summary>
    ShareOfTarget,

    /// <summary><c>v (w + e) / T^2</c>: van Mieghem, Dynamic scheduling with convex delay costs, Annals of Applied Probability 5 (1995).</summary>
    GeneralisedCMu,
}
