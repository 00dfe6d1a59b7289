namespace Kanal.Decisions.Routing;

/// <summary>All that is needed to go on routing after a restart or on another node.</summary>
public sealed record RoutingSnapshot
{
    public RoutingRules Rules { get; init; } = new();

    public IReadOnlyList<AgentSnapshot> Agents { get; init; } = [];

    /// <summary>Every conversation without an agent, ringing or not, in any order.</summary>
    public IReadOnlyList<WaitingSnapshot> Waiting { get; init; } = [];

    public IReadOnlyList<AssignedSnapshot> Assigned { get; init; } = [];

    /// <summary>Offers that ring; those that make no sense any more are withdrawn.</summary>
    public IReadOnlyList<OfferSnapshot> Offers { get; init; } = [];

    /// <summary>Above the number of every offer ever made.</summary>
    public long NextNumber { get; init; } = 1;
}
