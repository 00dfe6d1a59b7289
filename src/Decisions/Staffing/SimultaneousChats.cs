namespace Kanal.Decisions.Staffing;

/// <summary>How quickly a team finishes conversations when each agent holds several at once.</summary>
public static class SimultaneousChats
{
    /// <summary>
    /// Completions of one of k conversations that an agent holds, for k from 1, in a linear slow-down:
    /// <c>mu_k = 1 / (AHT (1 + slowdown (k - 1)))</c>.
    /// </summary>
    /// <param name="handleTime">Of one conversation alone, in the unit of time that the rates are wanted in.</param>
    /// <param name="slowdown">How much longer each further conversation makes all of them (alpha); 0.3 is usual.</param>
    /// <param name="most">How many an agent holds at most (K).</param>
    public static double[] Linear(double handleTime, double slowdown, int most)
    {
        if (!(handleTime > 0) || !double.IsFinite(handleTime))
        {
            throw new ArgumentOutOfRangeException(nameof(handleTime), handleTime, "A conversation takes some time.");
        }

        if (!(slowdown >= 0) || !double.IsFinite(slowdown))
        {
            throw new ArgumentOutOfRangeException(nameof(slowdown), slowdown, "A further conversation makes the others no quicker.");
        }

        var rates = new double[most];
        for (var level = 1; level <= most; level++)
        {
            rates[level - 1] = 1 / (handleTime * (1 + slowdown * (level - 1)));
        }

        return rates;
    }

    /// <summary>
    /// The same from two numbers of each conversation, the agent's work w and the customer's own time z: <c>q = 0</c>, then for
    /// each k <c>r = w (1 + q)</c>, <c>x = k / (z + r)</c>, <c>q = x r</c>, <c>mu_k = x / k</c> (mean value analysis of a closed
    /// network; Reiser and Lavenberg, Journal of the ACM 27, 1980).
    /// </summary>
    /// <param name="work">What an agent works on one conversation, in the unit of time that the rates are wanted in.</param>
    /// <param name="customer">What the customer takes to read, think and write meanwhile.</param>
    /// <param name="most">How many an agent holds at most (K).</param>
    public static double[] FromWork(double work, double customer, int most)
    {
        Valid.HandleTime(work);
        Valid.Number(customer);
        var (rates, queue) = (new double[most], 0.0);
        for (var level = 1; level <= most; level++)
        {
            var residence = work * (1 + queue);
            rates[level - 1] = 1 / (customer + residence);
            queue = level * rates[level - 1] * residence;
        }

        return rates;
    }

    /// <summary>How many at once finish the most: an agent should not hold more (the k with the highest <c>k mu_k</c>, the lowest of equals).</summary>
    public static int BestCap(IReadOnlyList<double> rates)
    {
        var best = 0;
        for (var level = 1; level < rates.Count; level++)
        {
            best = (level + 1) * rates[level] > (best + 1) * rates[best] * (1 + 1e-12) ? level : best;
        }

        return best + 1;
    }

    /// <summary>
    /// Completions of a team with i conversations shared out evenly: <c>D(i) = r (l+1) mu_{l+1} + (N-r) l mu_l</c> with
    /// <c>l = i div N</c> and <c>r = i mod N</c>, for i from 0 to <c>N K</c>.
    /// </summary>
    /// <param name="agents">N.</param>
    /// <param name="rates">mu_1 to mu_K: completions of one conversation among k.</param>
    public static double[] CompletionRates(int agents, IReadOnlyList<double> rates)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        var totals = new double[agents * rates.Count + 1];
        for (var held = 1; held < totals.Length; held++)
        {
            var (level, further) = (held / agents, held % agents);
            totals[held] = (agents - further) * OfOne(level, rates) + further * OfOne(level + 1, rates);
        }

        return totals;
    }

    static double OfOne(int level, IReadOnlyList<double> rates) => level == 0 || level > rates.Count ? 0 : level * rates[level - 1];
}
