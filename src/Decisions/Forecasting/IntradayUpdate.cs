namespace Kanal.Decisions.Forecasting;

/// <summary>A forecast in the light of the day so far.</summary>
public static class IntradayUpdate
{
    /// <summary>How much the forecast weighs against what has been seen, unless something else is known.</summary>
    public const double UsualWeight = 1;

    /// <summary>The slots that are over as they were, and the rest scaled by <c>(observed + kappa expected) / ((1 + kappa) expected)</c>.</summary>
    /// <param name="day">As it was forecast.</param>
    /// <param name="observed">What came in each slot that is over; NaN where nobody knows.</param>
    /// <param name="kappa">How much the forecast weighs; zero or more.</param>
    public static ForecastDay Of(ForecastDay day, IReadOnlyList<double> observed, double kappa = UsualWeight)
    {
        if (!(kappa >= 0) || !double.IsFinite(kappa))
        {
            throw new ArgumentOutOfRangeException(nameof(kappa), kappa, "The weight of a forecast is zero or more.");
        }

        var over = Math.Min(observed.Count, day.Slots.Count);
        var (came, expected) = (0.0, 0.0);
        for (var slot = 0; slot < over; slot++)
        {
            if (!double.IsNaN(observed[slot]))
            {
                (came, expected) = (came + observed[slot], expected + day.Slots[slot].Mean);
            }
        }

        // Before anybody was expected nothing can be told from who came.
        var scale = expected > 0 ? (came + kappa * expected) / ((1 + kappa) * expected) : 1;
        return day with
        {
            Slots = [.. day.Slots.Select((slot, at) => at < over && !double.IsNaN(observed[at]) ? new ForecastSlot(observed[at], 0) : Scaled(slot, scale))],
        };
    }

    static ForecastSlot Scaled(ForecastSlot slot, double scale)
    {
        var beyond = slot.Variance - slot.Mean;
        return new ForecastSlot(scale * slot.Mean, scale * slot.Mean + scale * scale * Math.Max(0, beyond));
    }
}
