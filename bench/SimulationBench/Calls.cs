using Kanal.Decisions.Routing;
using Kanal.Decisions.Simulation;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.SimulationBench;

/// <summary>Some 20,000 calls to 50 agents: 2,880 in an hour, a minute each, with a patience of two.</summary>
static class Calls
{
    static readonly Instant _start = Instant.FromUtc(2026, 6, 1, 0, 0);
    static readonly Duration _length = Duration.FromHours(20_000.0 / 2_880);

    public static Scenario Fifty() => new()
    {
        Start = _start,
        Length = _length,
        Channels = [new("phone", ChannelPace.Live) { Handle = Draw.Exponential(60), Patience = Draw.Exponential(120) }],
        Agents = [.. Enumerable.Range(1, 50).Select(id => new SimulatedAgent(new AgentProfile(id), [new Interval(_start, _start + _length)]))],
        Visitors = [new("callers") { Arrivals = PoissonArrivals.Steady(2_880), Channel = "phone" }],
    };
}
