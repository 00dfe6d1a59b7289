namespace Kanal.Decisions.Experiments;

/// <summary>What became of those who were put in one arm, whatever they were then shown (intention to treat).</summary>
/// <param name="Conversions">How many bought, or did whatever is counted; at most <paramref name="Visitors"/>.</param>
/// <param name="Visitors">How many were put in it.</param>
public readonly record struct Arm(long Conversions, long Visitors)
{
    /// <summary>The share that converted; null where nobody was there.</summary>
    public double? Rate => Visitors > 0 ? (double)Conversions / Visitors : null;

    /// <summary>Of the rate: <c>p (1 - p) / n</c>; null where nobody was there.</summary>
    public double? Variance => Rate is { } rate ? rate * (1 - rate) / Visitors : null;
}
