using NodaTime;

namespace Kanal.Decisions.Forecasting;

/// <summary>The days of a series, as each looked when it was over: its total and its shares of the day, holes made up for.</summary>
sealed class Past
{
    // A day of which less is known says nothing of its level.
    const double LeastKnown = 0.5;
    const double Fading = 0.05;

    readonly double[] _totals;
    readonly string?[] _special;
    readonly int _everKnown;

    public Past(Series series, IReadOnlyDictionary<LocalDate, string> specialDays)
    {
        Series = series;
        (_totals, _special) = (new double[series.Days], new string?[series.Days]);
        _everKnown = Enumerable.Range(0, series.SlotsPerDay).Count(slot => Enumerable.Range(0, series.Days).Any(day => !double.IsNaN(series[day, slot])));
        var usual = new double[series.SlotsPerDay];
        for (var day = 0; day < series.Days; day++)
        {
            _special[day] = specialDays.GetValueOrDefault(series.First.PlusDays(day));
            _totals[day] = Whole(day, usual);
            Learn(day, usual);
        }
    }

    public Series Series { get; }

    public string? Special(int day) => _special[day];

    public bool IsSpecial(int day) => _special[day] is not null;

    /// <summary>What came on a day, or would have had nobody lost count; NaN where too little is known.</summary>
    public double Total(int day) => _totals[day];

    /// <summary>Whether level and shape may learn from a day.</summary>
    public bool Counts(int day) => !IsSpecial(day) && !double.IsNaN(_totals[day]);

    double Whole(int day, double[] usual)
    {
        var (known, all) = (0.0, usual.Sum());
        for (var slot = 0; slot < usual.Length; slot++)
        {
            known += double.IsNaN(Series[day, slot]) ? 0 : usual[slot];
        }

        // Before anything is known of the shape, of the slots of which anything is ever known: many files leave the nights out.
        var share = all > 0 ? known / all : (double)Series.Known(day) / _everKnown;
        return Series.Known(day) > 0 && share >= LeastKnown ? Series.Total(day) / (all > 0 ? share : 1) : double.NaN;
    }

    void Learn(int day, double[] usual)
    {
        if (!Counts(day))
        {
            return;
        }

        for (var slot = 0; slot < usual.Length; slot++)
        {
            usual[slot] += double.IsNaN(Series[day, slot]) ? 0 : Fading * (Series[day, slot] - usual[slot]);
        }
    }
}
