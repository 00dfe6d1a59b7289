namespace Kanal.Decisions.Waits;

/// <summary>
/// A wait as it is said, in whole minutes of seconds: exactly one where predictions have earned trust, a range from
/// <paramref name="Low"/> to <paramref name="High"/> where they have not.
/// </summary>
/// <param name="Kind">Whether there is a time at all.</param>
/// <param name="Low">The lower end of a range, or null where one time is said; with no <paramref name="High"/>, what it is more than.</param>
/// <param name="High">The longest that is said.</param>
/// <param name="Point">The time that is said, or would be said by one who is trusted: what trust is measured by.</param>
public sealed record ShownWait(WaitKind Kind, int? Low, int? High, int? Point)
{
    const int Minute = 60;

    // "Now" means that somebody is free; ringing and a first hello take part of a minute.
    const int NowMeans = Minute;

    static readonly int[] Steps = [1 * Minute, 2 * Minute, 3 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 20 * Minute, 30 * Minute];

    /// <summary>The longest time that is ever promised.</summary>
    public static int Longest => Steps[^1];

    /// <summary>Whether a promise was made that can be held against us.</summary>
    public bool Promises => High is not null;

    /// <summary>How an estimate is said.</summary>
    /// <param name="trusted">Whether predictions for this line have earned a single number.</param>
    public static ShownWait Of(WaitEstimate estimate, bool trusted)
    {
        if (estimate.Kind != WaitKind.Expected)
        {
            return estimate.Kind == WaitKind.Now ? new ShownWait(WaitKind.Now, null, NowMeans, NowMeans) : new ShownWait(estimate.Kind, null, null, null);
        }

        var step = Array.FindIndex(Steps, it => estimate.Quantile80 <= it);
        if (step < 0)
        {
            return new ShownWait(WaitKind.Expected, Longest, null, null);
        }

        var point = Steps[step];
        return trusted
            ? new ShownWait(WaitKind.Expected, null, point, point)
            : new ShownWait(WaitKind.Expected, Math.Min(Below(estimate.Quantile20), Steps[Math.Max(step - 1, 0)]), Steps[Math.Min(step + 1, Steps.Length - 1)], point);
    }

    static int Below(double seconds) => Steps.LastOrDefault(it => it <= seconds, Steps[0]);
}
