namespace Kanal.Decisions.Waits;

/// <summary>Whether predictions for a line have earned that one number is said.</summary>
/// <param name="Outcomes">Promises of which is known what became of them.</param>
/// <param name="Kept">Of these, answered within the time that was predicted.</param>
public readonly record struct Trust(int Outcomes, int Kept)
{
    const int FewestOutcomes = 50;
    const double LowestRate = 0.7;

    /// <summary>The share that was kept; null where there is none to share.</summary>
    public double? HitRate => Outcomes == 0 ? null : (double)Kept / Outcomes;

    /// <summary>Enough outcomes, and enough of them good.</summary>
    public bool Earned => Outcomes >= FewestOutcomes && HitRate >= LowestRate;
}
