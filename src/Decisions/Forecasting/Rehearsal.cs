namespace Kanal.Decisions.Forecasting;

/// <summary>Forecasts of days that are over, each made with what was known so many days before.</summary>
static class Rehearsal
{
    /// <param name="past">All days.</param>
    /// <param name="constants">Chosen on days before the first.</param>
    /// <param name="from">The first day that is forecast.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="ahead">How many days before.</param>
    /// <param name="methods">By which methods.</param>
    public static Dictionary<ForecastMethod, Score> Of(Past past, ForecastConstants constants, int from, int until, int ahead, IReadOnlyList<ForecastMethod> methods)
    {
        var model = new ForecastModel(past, constants);
        var scores = methods.ToDictionary(method => method, _ => new Score());
        for (var day = from; day < until; day++)
        {
            model.Learn(Math.Max(0, day - ahead + 1));
            foreach (var method in methods)
            {
                if (model.Predict(day, method, past.Special(day)) is { } means)
                {
                    scores[method].Add(past.Series, day, means);
                }
            }
        }

        return scores;
    }

    /// <summary>How far off, over all slots that are known.</summary>
    public sealed class Score
    {
        readonly List<(double Mean, double Actual)> _all = [];
        double _missed;
        double _expected;
        double _came;
        double _beyond;
        double _squares;

        public int Slots => _all.Count;

        public double Came => _came;

        /// <summary>Sum of absolute errors over the sum of what came; NaN where nothing did.</summary>
        public double Wape => _came > 0 ? _missed / _came : double.NaN;

        public double Bias => _came > 0 ? (_expected - _came) / _came : double.NaN;

        /// <summary>cv^2 in variance = mean + cv^2 mean^2.</summary>
        public double Spread => _squares > 0 ? Math.Max(0, _beyond / _squares) : 0;

        /// <summary>How often what came lay between two quantiles, with such a spread.</summary>
        public double Within(double low, double high, double spread) => _all.Count == 0 ? double.NaN
            : _all.Average(its => new ForecastSlot(its.Mean, its.Mean + spread * its.Mean * its.Mean) is var slot && its.Actual >= Math.Floor(slot.Quantile(low)) && its.Actual <= Math.Ceiling(slot.Quantile(high)) ? 1.0 : 0);

        public void Add(Series series, int day, double[] means)
        {
            for (var slot = 0; slot < means.Length; slot++)
            {
                var (mean, actual) = (means[slot], series[day, slot]);
                if (double.IsNaN(actual))
                {
                    continue;
                }

                _all.Add((mean, actual));
                _missed += Math.Abs(actual - mean);
                _expected += mean;
                _came += actual;
                _beyond += (actual - mean) * (actual - mean) - mean;
                _squares += mean * mean;
            }
        }
    }
}
