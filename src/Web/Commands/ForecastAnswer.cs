using System.Globalization;
using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Web.Commands;

/// <summary>A forecast, for programs and for people.</summary>
sealed record ForecastAnswer(Series Series, Forecast Forecast)
{
    public static ForecastAnswer Of(Series series, int days, IReadOnlyDictionary<LocalDate, string> special) =>
        new(series, Forecast.Of(new ForecastQuestion(series, series.Last.PlusDays(1), days) { SpecialDays = special }));

    public void Print(bool json)
    {
        if (json)
        {
            Printing.Json(
                ("method", JsonName($"{Forecast.Method}")),
                ("slot_minutes", Series.MinutesPerSlot),
                ("days_of_history", Forecast.DaysOfHistory),
                ("enough_data", !TooLittle),
                ("reasons", Forecast.Doubts.Select(doubt => new { reason = JsonName($"{doubt}"), text = Sentence(doubt) })),
                ("wape", Forecast.Wape),
                ("naive_wape", Forecast.NaiveWape),
                ("forecast", Forecast.Days.SelectMany(Slots)));
            return;
        }

        Array.ForEach([.. Forecast.Doubts.Select(Sentence)], Console.WriteLine);
        if (Forecast.Wape is { } wape && Forecast.NaiveWape is { } naive)
        {
            Say($"On the last weeks, one day ahead, it would have been {wape:P1} off (WAPE); the week before, {naive:P1}.");
        }

        foreach (var day in Forecast.Days)
        {
            var (busiest, slot) = day.Slots.Index().MaxBy(its => its.Item.Mean);
            Say($"{day.Date:ddd uuuu-MM-dd}  {day.Mean,10:#,0.0}   most at {Start(day, busiest):HH:mm}: {slot.Mean:0.0} ({slot.Quantile(0.1):0.0} to {slot.Quantile(0.9):0.0}; staff for {slot.Quantile(0.65):0.0}){(day.SpecialDay is { } name ? $"  {name}" : "")}");
        }
    }

    bool TooLittle => Forecast.Doubts.Contains(ForecastDoubt.NoData) || Forecast.Doubts.Contains(ForecastDoubt.UnderFourWeeks);

    IEnumerable<object> Slots(ForecastDay day) => day.Slots.Select((slot, at) => new
    {
        start = Start(day, at).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        mean = slot.Mean,
        p10 = slot.Quantile(0.1),
        p65 = slot.Quantile(0.65),
        p90 = slot.Quantile(0.9),
    });

    LocalDateTime Start(ForecastDay day, int slot) => day.Date.AtMidnight().PlusMinutes((long)slot * Series.MinutesPerSlot);

    string Sentence(ForecastDoubt doubt) => doubt switch
    {
        ForecastDoubt.NoData => "Too little data: not half of any day is known, so there is no forecast.",
        ForecastDoubt.UnderThreeSameWeekdays => "Some weekdays have been seen less than three times; they get the shape of all days together.",
        ForecastDoubt.UnderFourWeeks => $"Too little data: {Forecast.DaysOfHistory} days, where four weeks are needed to try a forecast on the past. The range is wide.",
        ForecastDoubt.Holes => "More than one slot in twenty is not known; holes are made up for from days like theirs.",
        ForecastDoubt.NaiveIsBetter => "On the last weeks the same slot a week before was at least as good as any forecast; that is what this is.",
        ForecastDoubt.SpecialDayNeverSeen => "A special day comes of which no earlier one is known; it is forecast as an ordinary day.",
        _ => "Nine slots of ten are empty; the day's total says more than any slot.",
    };

    public static string JsonName(string name) => string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? at == 0 ? $"{char.ToLowerInvariant(letter)}" : $"_{char.ToLowerInvariant(letter)}" : $"{letter}"));

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
