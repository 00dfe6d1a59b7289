namespace Kanal.Decisions.Waits;

/// <summary>Conversations that ended while their agent held so many at once, over the seconds that conversations spent so.</summary>
/// <param name="Completions">Conversations that ended.</param>
/// <param name="Seconds">Seconds of every conversation held, those that go on included: what has not ended speaks too.</param>
public readonly record struct LevelCount(double Completions, double Seconds);

/// <summary>How quickly one of k simultaneous conversations ends, from what was measured and, where that is little, from its neighbours.</summary>
public static class HandleRates
{
    // As if this many conversations had been seen that took as long as the neighbouring level says.
    const double Prior = 5;
    const double Slowdown = 0.3;

    /// <summary>Completions per second of one conversation, at each level from 1 on.</summary>
    /// <param name="measured">What was counted, from level 1 on; levels that are missing were never seen.</param>
    /// <param name="handleSeconds">How long one conversation alone takes, where nothing was measured.</param>
    /// <param name="levels">How many levels to answer for.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<LevelCount> measured, double handleSeconds, int levels)
    {
        if (!(handleSeconds > 0) || !double.IsFinite(handleSeconds))
        {
            throw new ArgumentOutOfRangeException(nameof(handleSeconds), handleSeconds, "A conversation takes some time.");
        }

        // All levels together, as if every conversation had been alone.
        var (completions, seconds) = (Prior, Prior * handleSeconds);
        foreach (var (level, count) in measured.Index())
        {
            completions += count.Completions;
            seconds += count.Seconds / Stretch(level + 1);
        }

        var rates = new double[levels];
        var expected = completions / seconds;
        for (var level = 1; level <= levels; level++)
        {
            var count = level <= measured.Count ? measured[level - 1] : default;
            rates[level - 1] = (count.Completions + Prior) / (count.Seconds + Prior / expected);
            expected = rates[level - 1] * Stretch(level) / Stretch(level + 1);
        }

        return rates;
    }

    /// <summary>How much longer a conversation takes among <paramref name="level"/> than alone, where nobody has measured it.</summary>
    static double Stretch(int level) => 1 + Slowdown * (level - 1);
}
