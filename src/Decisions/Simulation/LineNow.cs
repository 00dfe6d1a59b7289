using Kanal.Decisions.Routing;
using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Simulation;

/// <summary>Who serves a live channel at one moment, and what somebody who comes now can expect: the sums of <see cref="Outlook"/>.</summary>
/// <param name="agents">How many there are.</param>
sealed class LineNow(Way way, int agents)
{
    readonly Dictionary<(double Ahead, double Rate), WaitEstimate> _estimates = [];
    readonly Part[] _parts = new Part[agents];
    readonly double[] _handle = [.. way.Spec.Stretch.Select(stretch => 1 / (stretch * Math.Max(1e-3, way.Spec.Handle.Mean + way.Spec.WrapUp.Mean)))];
    readonly double _patience = way.Spec.Patience.Mean is var mean and > 0 ? 1 / mean : 1;

    public int Free { get; private set; }

    public int Slots { get; private set; }

    /// <summary>Completions in a second with everybody full.</summary>
    public double Rate { get; private set; }

    public double Ahead { get; set; }

    public int Waiting => way.IsLive ? way.Waiting.Count - way.Ringing : 0;

    /// <summary>What was said last.</summary>
    public WaitEstimate? Told { get; set; }

    public LineTeam Team => new(_parts.Count(part => part.Slots > 0), Slots, Free, _handle);

    // As FloorReader reads a desk.
    public void Count(RoutedAgent agent, RoutedChannel channel)
    {
        var before = _parts[agent.Number];
        var now = _parts[agent.Number] = agent.Presence == Presence.Available ? PartOf(agent, channel) : default;
        if (now == before)
        {
            return;
        }

        (Free, Slots) = (Free + now.Free - before.Free, Slots + now.Slots - before.Slots);
        if (now.Rate != before.Rate)
        {
            // Added up anew, lest what is rounded off adds up.
            Rate = 0;
            foreach (var part in _parts)
            {
                Rate += part.Rate;
            }
        }
    }

    Part PartOf(RoutedAgent agent, RoutedChannel channel)
    {
        var (weight, most) = agent.Limits[channel.Number];
        if (most == 0)
        {
            return default;
        }

        var held = channel.CountOf(agent.Number);
        var units = Math.Max(1, weight);
        var beside = (agent.Profile.Capacity - (agent.Live - held * weight)) / units;
        var slots = Math.Min(most, beside > 0 ? beside : agent.Profile.Capacity / units);
        var free = channel.Fits.Has(agent.Number) ? Math.Max(0, slots - held) : 0;
        slots = Math.Max(held, slots);
        return new Part(free, slots, slots * _handle[Math.Clamp(slots, 1, _handle.Length) - 1]);
    }

    /// <summary>The share of those who wait here that <paramref name="other"/>'s agents will serve.</summary>
    public double ShareWith(LineNow other)
    {
        var both = 0.0;
        for (var agent = 0; agent < _parts.Length; agent++)
        {
            both += other._parts[agent].Slots > 0 ? _parts[agent].Rate : 0;
        }

        return Rate > 0 ? Math.Min(1, both / Rate) : 0;
    }

    public WaitEstimate Estimate(long closing, long now)
    {
        if (Rate <= 0)
        {
            return WaitEstimate.Unknown;
        }

        if (Free > Ahead)
        {
            return WaitEstimate.Now;
        }

        if (!_estimates.TryGetValue((Ahead, Rate), out var estimate))
        {
            var steps = PredictedWait.Steps(Ahead, Rate, _patience);
            _estimates.Add((Ahead, Rate), estimate = new WaitEstimate(WaitKind.Expected, steps.Mean, steps.Variance, steps.Quantile(0.2), steps.Quantile(0.8)));
        }

        return closing != long.MaxValue && estimate.Quantile80 > Clock.Seconds(closing - now) ? WaitEstimate.ClosedForToday : estimate;
    }

    /// <summary>What one agent adds.</summary>
    readonly record struct Part(int Free, int Slots, double Rate);
}
