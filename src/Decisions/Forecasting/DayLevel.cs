using NodaTime;

namespace Kanal.Decisions.Forecasting;

/// <summary>
/// A day's total and its shape. The log of day totals is a level that forgets, a factor for the weekday drawn towards none, and
/// what is left of the last day's surprise; the total is spread by the mean shares of the last eight same weekdays.
/// </summary>
sealed class DayLevel(Past past, double halfLife, double memory)
{
    const int LongestLook = 280;
    const int SameWeekdays = 8;
    const int FewestSameWeekdays = 3;
    const int Passes = 3;
    const double Smallest = 0.5;

    // What makes a Monday changes more slowly than how busy the times are.
    const double WeekdayHalfLife = 40;

    // A day three times above or below what it should be is an event, and says no more than that.
    const double LargestSurprise = 1.2;

    /// <param name="day">The day to forecast.</param>
    /// <param name="last">The last day that is known.</param>
    public double[]? Predict(int day, int last)
    {
        var weekday = Weekday(day);
        var days = Enumerable.Range(Math.Max(0, last - LongestLook + 1), Math.Min(LongestLook, last + 1)).Where(past.Counts).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var closed = days.GroupBy(Weekday).Where(its => its.TakeLast(SameWeekdays).All(one => past.Total(one) == 0)).Select(its => its.Key).ToHashSet();
        var open = days.Where(one => !closed.Contains(Weekday(one))).ToList();
        if (closed.Contains(weekday) || open.Count == 0)
        {
            return new double[past.Series.SlotsPerDay];
        }

        var total = Math.Exp(Level(open, day, last));
        var shape = Shape(open.Where(one => Weekday(one) == weekday).TakeLast(SameWeekdays).ToList() is { Count: >= FewestSameWeekdays } same ? same : [.. open.TakeLast(7 * SameWeekdays)]);
        return Array.ConvertAll(shape, share => total * share);
    }

    double Level(List<int> days, int day, int last)
    {
        var (logs, weights) = (days.ConvertAll(one => Math.Log(Math.Max(Smallest, past.Total(one)))), days.ConvertAll(one => Math.Pow(0.5, (last - one) / halfLife)));
        var steady = days.ConvertAll(one => Math.Pow(0.5, (last - one) / Math.Max(halfLife, WeekdayHalfLife)));
        var (level, factors) = (0.0, new double[8]);
        for (var pass = 0; pass < Passes; pass++)
        {
            var (sum, weight, sums, seen, times) = (0.0, 0.0, new double[8], new double[8], new int[8]);
            var before = level;
            for (var i = 0; i < days.Count; i++)
            {
                var rest = logs[i] - factors[(int)Weekday(days[i])];
                sum += weights[i] * (pass == 0 ? rest : before + Clip(rest - before));
                weight += weights[i];
            }

            level = sum / weight;
            for (var i = 0; i < days.Count; i++)
            {
                var weekday = (int)Weekday(days[i]);
                sums[weekday] += steady[i] * (pass == 0 ? logs[i] - level : factors[weekday] + Clip(logs[i] - level - factors[weekday]));
                seen[weekday] += steady[i];
                times[weekday]++;
            }

            for (var weekday = 1; weekday <= 7; weekday++)
            {
                factors[weekday] = times[weekday] == 0 ? 0 : sums[weekday] / seen[weekday] * times[weekday] / (times[weekday] + 1);
            }
        }

        var surprise = Clip(logs[^1] - level - factors[(int)Weekday(days[^1])]);
        return level + factors[(int)Weekday(day)] + Math.Pow(memory, day - days[^1]) * surprise;
    }

    double[] Shape(List<int> days)
    {
        var (shares, slots) = (new double[past.Series.SlotsPerDay], past.Series.SlotsPerDay);
        for (var slot = 0; slot < slots; slot++)
        {
            var known = days.Where(one => past.Total(one) > 0 && !double.IsNaN(past.Series[one, slot])).ToList();
            shares[slot] = known.Count == 0 ? 0 : known.Average(one => past.Series[one, slot] / past.Total(one));
        }

        var sum = shares.Sum();
        return sum > 0 ? Array.ConvertAll(shares, share => share / sum) : shares;
    }

    IsoDayOfWeek Weekday(int day) => past.Series.WeekdayOf(day);

    static double Clip(double surprise) => Math.Clamp(surprise, -LargestSurprise, LargestSurprise);
}
