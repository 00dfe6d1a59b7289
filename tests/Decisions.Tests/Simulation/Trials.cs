using Kanal.Decisions.Routing;
using Kanal.Decisions.Simulation;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Decisions.Tests.Simulation;

/// <summary>Scenarios small enough to be known beforehand.</summary>
static class Trials
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 6, 1, 0, 0);

    /// <summary>A team that takes one channel and nothing else, at a steady rate.</summary>
    public static Scenario Team(SimulatedChannel channel, int agents, double perHour, Duration length, Duration warmUp) => new()
    {
        Start = Monday,
        Length = length,
        WarmUp = warmUp,
        Channels = [channel],
        Agents = People(agents, channel, [new Interval(Monday, Monday + length)]),
        Visitors = [new VisitorKind("callers") { Arrivals = PoissonArrivals.Steady(perHour), Channel = channel.Channel }],
    };

    public static SimulatedAgent[] People(int count, SimulatedChannel channel, IReadOnlyList<Interval> present) =>
    [
        .. Enumerable.Range(1, count).Select(id => new SimulatedAgent(new AgentProfile(id)
        {
            Channels = new Dictionary<string, ChannelAllowance> { [channel.Channel] = new(100 / channel.AtOnce, channel.AtOnce) },
        }, present)),
    ];

    public static SimulatedChannel Phone(double handle, double patience) => new("phone", ChannelPace.Live)
    {
        Handle = Draw.Exponential(handle),
        Patience = Draw.Exponential(patience),
    };

    public static SimulationResult Play(Scenario scenario, int runs, ulong seed = 1) =>
        new(scenario, [.. Enumerable.Range(0, runs).Select(run => Simulator.Run(scenario, seed, run))]);
}
