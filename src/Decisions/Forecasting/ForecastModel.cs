namespace Kanal.Decisions.Forecasting;

/// <summary>All methods side by side on one past, day after day; special days have the factor of their last occurrence.</summary>
sealed class ForecastModel(Past past, ForecastConstants constants)
{
    const double LargestFactor = 10;
    const double Trace = 0.05;

    readonly DayLevel _level = new(past, constants.HalfLife, constants.Memory);
    readonly DoubleSeasonal _seasonal = new(past, constants);
    readonly Dictionary<string, double> _factors = [];
    int _next;

    /// <summary>Takes in the days before one.</summary>
    public void Learn(int until)
    {
        for (; _next < until; _next++)
        {
            if (past.Special(_next) is { } name && !double.IsNaN(past.Total(_next)) && Ordinary(_next, ForecastMethod.Combined)?.Sum() is > 0 and var expected)
            {
                _factors[name] = Math.Min(LargestFactor, past.Total(_next) / expected);
            }
        }

        _seasonal.Learn(until);
    }

    public bool Knows(string specialDay) => _factors.ContainsKey(specialDay);

    /// <param name="day">One that has not been taken in.</param>
    /// <param name="method">How.</param>
    /// <param name="specialDay">The name of the special day that it is.</param>
    /// <returns>Means of its slots; null where the method has too little to go by.</returns>
    public double[]? Predict(int day, ForecastMethod method, string? specialDay = null)
    {
        var means = Ordinary(day, method);
        return means is not null && method != ForecastMethod.SeasonalNaive && specialDay is not null && _factors.TryGetValue(specialDay, out var factor)
            ? Array.ConvertAll(means, mean => factor * mean)
            : means;
    }

    double[]? Ordinary(int day, ForecastMethod method) => method switch
    {
        ForecastMethod.SeasonalNaive => Naive(day),
        ForecastMethod.DayLevel => _level.Predict(day, _next - 1),
        ForecastMethod.DoubleSeasonal => _seasonal.Learn(_next).Predict(day),
        ForecastMethod.Combined => Both(_level.Predict(day, _next - 1), _seasonal.Learn(_next).Predict(day)),
        _ => null,
    };

    // When nobody has come lately on such a day or at such an hour it is closed, whatever the other one has kept of it.
    static double[]? Both(double[]? one, double[]? other) => one is null || other is null || one.All(mean => mean == 0) ? one
        : [.. one.Zip(other, (a, b) => a == 0 && b < Trace ? 0 : (a + b) / 2)];

    double[]? Naive(int day)
    {
        var latest = day - (day - _next) / 7 * 7 - 7;
        if (latest < 0)
        {
            return null;
        }

        var means = new double[past.Series.SlotsPerDay];
        for (var slot = 0; slot < means.Length; slot++)
        {
            var its = latest;
            while (its >= 7 && double.IsNaN(past.Series[its, slot]))
            {
                its -= 7;
            }

            means[slot] = double.IsNaN(past.Series[its, slot]) ? 0 : past.Series[its, slot];
        }

        return means;
    }
}
