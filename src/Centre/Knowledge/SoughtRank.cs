namespace Kanal.Centre.Knowledge;

/// <summary>
/// Counts that fade: s(t) = Σ 2^(-(t - tᵢ)/H) over the times tᵢ of what is counted, with the half-life H.
/// What is kept is the rank log₂ Σ 2^(tᵢ/H), in half-lives since 2024: it never changes by itself, so that it can stand in an index and order by
/// s(t) at any time; s(t) = 2^(rank - t/H). One more at t gives log₂(2^rank + 2^(t/H)).
/// </summary>
public static class SoughtRank
{
    public static readonly TimeSpan HalfLife = TimeSpan.FromDays(14);

    static readonly DateTimeOffset _epoch = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The rank of one that was counted then.</summary>
    public static double Once(DateTimeOffset at) => (at - _epoch) / HalfLife;

    public static double Add(double rank, double other) => Math.Max(rank, other) + Math.Log2(1 + Math.Pow(2, -Math.Abs(rank - other)));

    /// <summary>What is left of it at this time.</summary>
    public static double Score(double rank, DateTimeOffset at) => Math.Pow(2, rank - Once(at));
}
