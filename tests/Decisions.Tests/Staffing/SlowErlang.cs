namespace Kanal.Decisions.Tests.Staffing;

/// <summary>
/// Erlang A the long way: the chain's states summed up one by one, and somebody who waits followed from place to place. No
/// formula of the product is used.
/// </summary>
static class SlowErlang
{
    public static (double Waits, double Leaves, double Mean, double Level) Figures(double arrivals, double service, double leaving, int agents, double within)
    {
        var (logs, top) = (new List<double> { 0 }, 0.0);
        for (var k = 1; k < 1_000_000 && (k <= agents + 200 || logs[^1] > top - 60); k++)
        {
            logs.Add(logs[^1] + Math.Log(arrivals / (Math.Min(k, agents) * service + Math.Max(0, k - agents) * leaving)));
            top = Math.Max(top, logs[^1]);
        }

        double[] weights = [.. logs.Select(log => Math.Exp(log - top))];
        var sum = weights.Sum();
        var waits = weights.Skip(agents).Sum() / sum;
        var queue = weights.Skip(agents).Select((weight, ahead) => weight * ahead).Sum() / sum;
        double[] places = [.. weights.Skip(agents).Select(weight => weight / sum)];
        return (waits, leaving * queue / arrivals, queue / arrivals, 1 - waits + Answered(places, agents * service, leaving, within));
    }

    /// <summary>Uniformisation: place q moves on at D + q theta, and out of it one of them may leave oneself.</summary>
    static double Answered(double[] places, double capacity, double leaving, double within)
    {
        var rate = capacity + (places.Length + 1) * leaving;
        var (answered, now) = (0.0, places);
        for (var jump = 0; jump < rate * within + 12 * Math.Sqrt(rate * within) + 40; jump++)
        {
            var served = now[0] * capacity / rate;
            answered += served * AtLeast(jump + 1, rate * within);
            var next = new double[now.Length];
            for (var q = 0; q < now.Length; q++)
            {
                var onward = q + 1 < now.Length ? now[q + 1] * (capacity + (q + 1) * leaving) / rate : 0;
                next[q] = onward + now[q] * (1 - (capacity + (q + 1) * leaving) / rate);
            }

            now = next;
        }

        return answered;
    }

    static double AtLeast(int jumps, double mean) => mean <= 0 ? 0 : MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(jumps, mean);
}
