using Kanal.Decisions.Hours;
using Kanal.Decisions.Strategy;

namespace Kanal.Decisions.Simulation;

/// <summary>A way of contact, and what happens on it. Times in seconds.</summary>
/// <param name="Channel">As strategies and routing call it.</param>
/// <param name="Pace">Live: somebody waits for it now. Later: an answer in its time. Self-service: nobody's time.</param>
public sealed record SimulatedChannel(string Channel, ChannelPace Pace)
{
    /// <summary>From an agent's first word to the customer's last, in a conversation that the agent has alone; of self-service, the reading.</summary>
    public Draw Handle { get; init; } = Draw.Exponential(300);

    /// <summary>What the agent still does about it afterwards.</summary>
    public Draw WrapUp { get; init; } = Draw.Nothing;

    /// <summary>How many times as long each takes among 1, 2, 3 ... at once; the last holds for more.</summary>
    public IReadOnlyList<double> Stretch { get; init; } = [1];

    /// <summary>How long somebody waits before giving up.</summary>
    public Draw Patience { get; init; } = Draw.Never;

    /// <summary>How long somebody stays in a conversation before leaving it unfinished.</summary>
    public Draw Stay { get; init; } = Draw.Never;

    /// <summary>How long it rings until the agent takes it; nothing: it is given without ringing.</summary>
    public Draw Ring { get; init; } = Draw.Nothing;

    /// <summary>The share of offers that nobody answers.</summary>
    public double Missed { get; init; }

    /// <summary>Within which open time it is to be answered.</summary>
    public double TargetSeconds { get; init; } = 20;

    /// <summary>Units of an agent's hundred that one takes, where an agent's own allowance does not say.</summary>
    public int Weight { get; init; } = 100;

    /// <summary>How many an agent has at once, where their own allowance does not say.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Is put aside for live work, and worked at one after the other.</summary>
    public bool Interruptible { get; init; }

    public bool TakesWhenClosed { get; init; }

    /// <summary>Null: the scenario's.</summary>
    public OpeningCalendar? Calendar { get; init; }

    /// <summary>Of a callback, how much later than asked for it is wished; null: as soon as somebody is free.</summary>
    public Draw? CalledAfter { get; init; }

    /// <summary>Of a callback, the share in which the customer picks up; else it is tried once more.</summary>
    public double Reached { get; init; } = 1;

    /// <summary>What one contact costs besides the agent's time.</summary>
    public double ContactCost { get; init; }

    /// <summary>Of self-service, the share of questions that it answers, where the visitors' own does not say.</summary>
    public double Solves { get; init; }

    /// <summary>Each further conversation makes all of them longer by the same share.</summary>
    public static IReadOnlyList<double> Linear(double slowdown, int most) => [.. Enumerable.Range(0, Math.Max(1, most)).Select(further => 1 + slowdown * further)];
}
