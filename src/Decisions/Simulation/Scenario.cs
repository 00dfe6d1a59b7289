using Kanal.Decisions.Hours;
using Kanal.Decisions.Prices;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>What is to be tried: who comes, who is there, and by which rules they meet. Does not change; safe from any thread.</summary>
public sealed record Scenario
{
    public string Name { get; init; } = "";

    public required Instant Start { get; init; }

    /// <summary>Nothing happens after it: who waits then is counted as waiting.</summary>
    public required Duration Length { get; init; }

    /// <summary>At the beginning, and not counted: until an empty house is a house as usual.</summary>
    public Duration WarmUp { get; init; } = Duration.Zero;

    /// <summary>What is told by itself of the whole.</summary>
    public Duration Interval { get; init; } = Duration.FromMinutes(30);

    /// <summary>Null: always open.</summary>
    public OpeningCalendar? Calendar { get; init; }

    /// <summary>In the order of the plain menu.</summary>
    public IReadOnlyList<SimulatedChannel> Channels { get; init; } = [];

    public IReadOnlyList<SimulatedAgent> Agents { get; init; } = [];

    public IReadOnlyList<VisitorKind> Visitors { get; init; } = [];

    /// <summary>Null: everybody is offered every channel, in their order.</summary>
    public ChannelStrategy? Strategy { get; init; }

    /// <summary>Who would take a slot of the chat, and what each is worth, where that is known beforehand; null: learned from the menus, as live.</summary>
    public IReadOnlyList<ValueClass>? Demand { get; init; }

    /// <summary>Null: as the channels say. Where they are given, they decide on weights, maxima, targets and offers.</summary>
    public RoutingRules? Rules { get; init; }

    /// <summary>Whose hours and visitors these are, where there are rules.</summary>
    public long Site { get; init; } = 1;

    /// <summary>What an hour of an agent costs who is signed in.</summary>
    public double AgentHourCost { get; init; }

    public Instant End => Start + Length;

    /// <summary>How many intervals are told of.</summary>
    public int Intervals => (int)Math.Max(1, Math.Ceiling((Length - WarmUp) / Interval));
}

/// <summary>Somebody who serves.</summary>
/// <param name="Profile">What they may take, and how much at once.</param>
/// <param name="Present">When they can be given something: in order, without overlaps; the holes are breaks, or the night.</param>
public sealed record SimulatedAgent(AgentProfile Profile, IReadOnlyList<Interval> Present)
{
    /// <summary>The longest hole that is a break; after a longer one somebody else has their letters.</summary>
    internal static Duration LongestBreak { get; } = Duration.FromHours(2);
}
