using NodaTime;

namespace Kanal.Decisions.Forecasting;

/// <summary>What is expected to come, how sure that is, and what is to be said of it.</summary>
/// <param name="Days">Empty where there is nothing to go by.</param>
/// <param name="Method">How it was made.</param>
/// <param name="Doubts">Why it is to be taken with care; empty when all is well.</param>
/// <param name="DaysOfHistory">Days of which something is known.</param>
/// <param name="Wape">How far off it would have been on the last weeks, one day ahead: absolute errors over what came; null where that could not be tried.</param>
/// <param name="NaiveWape">The same of the week before.</param>
public sealed record Forecast(IReadOnlyList<ForecastDay> Days, ForecastMethod Method, IReadOnlyList<ForecastDoubt> Doubts, int DaysOfHistory, double? Wape, double? NaiveWape)
{
    const int FourWeeks = 28;

    // To be chosen on and tried: at most the last sixteen weeks, with three before them to learn from.
    const int LongestTrial = 112;
    const int BeforeTrial = 21;

    // As long as little was tried, as if ten days had been seen that were 30 % off.
    const double UsualSpread = 0.09;
    const double UsualDays = 10;

    static readonly ForecastMethod[] _tried = [ForecastMethod.SeasonalNaive, ForecastMethod.Combined];

    public static Forecast Of(ForecastQuestion question)
    {
        var history = Known(question.History.Until(question.From.PlusDays(-1)));
        var past = new Past(history, question.SpecialDays);
        var counted = Enumerable.Range(0, history.Days).Count(day => history.Known(day) > 0);
        if (!Enumerable.Range(0, history.Days).Any(past.Counts))
        {
            return new Forecast([], ForecastMethod.None, [ForecastDoubt.NoData], counted, null, null);
        }

        var from = TrialFrom(history.Days);
        var constants = ForecastConstants.Choose(past, from, history.Days);
        var near = Rehearsal.Of(past, constants, from, history.Days, 1, _tried);
        var far = Rehearsal.Of(past, constants, from, history.Days, 7, _tried);
        var method = Better(near, history.Days);
        var model = new ForecastModel(past, constants);
        model.Learn(history.Days);
        var ahead = Period.DaysBetween(history.First, question.From) - history.Days;
        var days = Enumerable.Range(0, Math.Max(0, question.Days)).Select(i =>
            Day(question, model, method, history.Days + ahead + i, question.From.PlusDays(i), Spread(near, far, method, ahead + i + 1, history.Days - from))).ToList();
        return new Forecast(days, method, DoubtsOf(question, history, model, near, method, counted), counted, WapeOf(near, method), WapeOf(near, ForecastMethod.SeasonalNaive));
    }

    internal static int TrialFrom(int days) => days < FourWeeks ? days : Math.Max(BeforeTrial, days - LongestTrial);

    // Days before the first and after the last that is known say nothing, not even that nobody came.
    static Series Known(Series series)
    {
        var (first, last) = (0, series.Days - 1);
        while (first <= last && series.Known(first) == 0)
        {
            first++;
        }

        while (last >= first && series.Known(last) == 0)
        {
            last--;
        }

        return series.Until(series.First.PlusDays(last)).Since(series.First.PlusDays(first));
    }

    internal static ForecastMethod Better(Dictionary<ForecastMethod, Rehearsal.Score> tried, int days) =>
        days < DoubleSeasonal.FewestDays ? ForecastMethod.DayLevel
        : tried[ForecastMethod.SeasonalNaive] is { Came: > 0 } naive && naive.Wape <= tried[ForecastMethod.Combined].Wape ? ForecastMethod.SeasonalNaive
        : ForecastMethod.Combined;

    static ForecastDay Day(ForecastQuestion question, ForecastModel model, ForecastMethod method, int day, LocalDate date, double spread)
    {
        var special = question.SpecialDays.GetValueOrDefault(date);
        var means = model.Predict(day, method, special) ?? new double[question.History.SlotsPerDay];
        return new ForecastDay(date, [.. means.Select(mean => new ForecastSlot(mean, mean + spread * mean * mean))], special);
    }

    // Further ahead is less sure; between tomorrow and in a week a share of both.
    static double Spread(Dictionary<ForecastMethod, Rehearsal.Score> near, Dictionary<ForecastMethod, Rehearsal.Score> far, ForecastMethod method, int ahead, int tried)
    {
        double Of(Dictionary<ForecastMethod, Rehearsal.Score> scores) =>
            scores.TryGetValue(method, out var score) && score.Slots > 0 ? (tried * score.Spread + UsualDays * UsualSpread) / (tried + UsualDays) : UsualSpread;
        var (soon, late) = (Of(near), Of(far));
        return soon + (Math.Max(late, soon) - soon) * Math.Clamp((ahead - 1) / 6.0, 0, 1);
    }

    static List<ForecastDoubt> DoubtsOf(ForecastQuestion question, Series history, ForecastModel model, Dictionary<ForecastMethod, Rehearsal.Score> near, ForecastMethod method, int counted)
    {
        List<double> slots = [.. Enumerable.Range(0, history.Days).SelectMany(day => Enumerable.Range(0, history.SlotsPerDay).Select(slot => history[day, slot]))];
        var weekdays = Enumerable.Range(0, history.Days).Where(day => history.Known(day) > 0).CountBy(history.WeekdayOf).ToDictionary();
        var coming = Enumerable.Range(0, Math.Max(0, question.Days)).Select(i => question.From.PlusDays(i)).ToList();
        List<ForecastDoubt> doubts = [];
        void Add(bool it, ForecastDoubt doubt)
        {
            if (it)
            {
                doubts.Add(doubt);
            }
        }

        Add(coming.Any(date => weekdays.GetValueOrDefault(date.DayOfWeek) < 3), ForecastDoubt.UnderThreeSameWeekdays);
        Add(counted < FourWeeks, ForecastDoubt.UnderFourWeeks);
        Add(slots.Count(double.IsNaN) > slots.Count / 20, ForecastDoubt.Holes);
        Add(slots.Count(count => count > 0) < slots.Count(count => !double.IsNaN(count)) / 10.0, ForecastDoubt.MostlyZero);
        Add(method == ForecastMethod.SeasonalNaive && near[method].Slots > 0, ForecastDoubt.NaiveIsBetter);
        Add(coming.Any(date => question.SpecialDays.TryGetValue(date, out var name) && !model.Knows(name)), ForecastDoubt.SpecialDayNeverSeen);
        return doubts;
    }

    static double? WapeOf(Dictionary<ForecastMethod, Rehearsal.Score> tried, ForecastMethod method) =>
        tried.TryGetValue(method, out var score) && score.Came > 0 ? score.Wape : null;
}
