using Kanal.Decisions.Routing;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>A channel of a scenario during a run.</summary>
sealed class Way(int number, SimulatedChannel spec, OpenTimes open, long site, OpenClock clock, Gauge waiting, Gauge held, Gauge desks)
{
    readonly double[] _speeds = [.. spec.Stretch.Select(stretch => 1 / stretch)];

    public static Way None { get; } = new(-1, new SimulatedChannel("", ChannelPace.SelfService), new OpenTimes(null, default, default), 0, new OpenClock(null), new Gauge(0, 1, 1), new Gauge(0, 1, 1), new Gauge(0, 1, 1));

    public int Number => number;

    public SimulatedChannel Spec => spec;

    public OpenTimes Open => open;

    /// <summary>Whose hours the router counts in.</summary>
    public long Site => site;

    /// <summary>Stands still while closed.</summary>
    public OpenClock Clock => clock;

    public Gauge Waiting => waiting;

    public Gauge Held => held;

    /// <summary>Agents who have at least one.</summary>
    public Gauge Desks => desks;

    /// <summary>Of those who wait, those for whom it rings.</summary>
    public int Ringing { get; set; }

    /// <summary>How fast each of so many at once goes on, beside one alone.</summary>
    public double SpeedAt(int level) => _speeds[Math.Min(level, _speeds.Length) - 1];

    /// <summary>Is put aside for live work.</summary>
    public bool Interruptible { get; } = spec.Interruptible;

    public bool IsLive => spec.Pace == ChannelPace.Live;

    public bool Takes(long now) => spec.TakesWhenClosed || spec.Pace == ChannelPace.SelfService || open.IsOpen(now);

    /// <summary>Under the scenario's rules, or as the channel says.</summary>
    public static ChannelRules RulesOf(SimulatedChannel spec) => new(spec.Channel)
    {
        Weight = spec.Weight,
        Maximum = spec.AtOnce,
        Interruptible = spec.Interruptible,
        Target = Duration.FromSeconds(spec.TargetSeconds),
        AutoAccept = ReferenceEquals(spec.Ring, Draw.Nothing) && spec.Missed == 0,
    };
}
