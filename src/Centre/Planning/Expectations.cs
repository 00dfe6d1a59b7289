using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>What is expected of days, past and to come: of past days what was expected before they began.</summary>
public sealed class Expectations(LineHistories histories, LineForecasts forecasts, TimeProvider time)
{
    internal async Task<Expected> OfAsync(LineBasis line, LocalDate first, LocalDate last, CancellationToken ct)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var today = now.InZone(line.Site.Calendar.Zone).Date;
        var history = await histories.ReadAsync(line, today, LocalDate.Max(today, last), ct);
        var coming = forecasts.Of(history, today, Math.Max(1, Period.DaysBetween(today, last) + 1));
        var days = await forecasts.KeptAsync(line, first, LocalDate.Min(last, today), ct);
        if (first < today && history.First is { } began && Missing(days, LocalDate.Max(first, began.PlusDays(1)), LocalDate.Min(last, today.PlusDays(-1))) is { } from)
        {
            // Nobody looked before these days began: it is made up for, from no more than was known then.
            foreach (var day in forecasts.Of(history, from, Period.DaysBetween(from, LocalDate.Min(last, today.PlusDays(-1))) + 1).Days.Where(day => day.Date < today))
            {
                days.TryAdd(day.Date, day.Slots);
            }
        }

        var before = days.GetValueOrDefault(today) ?? coming.Days.FirstOrDefault(day => day.Date == today)?.Slots;
        foreach (var day in coming.Days)
        {
            days[day.Date] = day.Date == today && before is not null ? Updated(history, day with { Slots = before }, now) : day.Slots;
        }

        return new Expected(line, history, coming, days, before, today);
    }

    internal async Task KeepAsync(LineBasis line, int days, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = line.Site.DateAt(now);
        await forecasts.KeepAsync(await histories.ReadAsync(line, today, today, ct), today, days, now, ct);
    }

    static LocalDate? Missing(Dictionary<LocalDate, IReadOnlyList<ForecastSlot>> known, LocalDate first, LocalDate last)
    {
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (!known.ContainsKey(date))
            {
                return date;
            }
        }

        return null;
    }

    static IReadOnlyList<ForecastSlot> Updated(LineHistory history, ForecastDay day, Instant now)
    {
        var zone = history.Line.Site.Calendar.Zone;
        var observed = new double[Math.Min(day.Slots.Count, HalfHours.PlaceOf(zone, HalfHours.Holding(zone, now)))];
        foreach (var slot in history.Slots.Where(slot => history.Line.Site.DateAt(slot.Start) == day.Date))
        {
            if (HalfHours.PlaceOf(zone, Instant.FromDateTimeOffset(slot.Start)) is var place && place < observed.Length)
            {
                observed[place] += slot.Offered;
            }
        }

        // What is over stays as it was expected: that is what it is compared with.
        return [.. IntradayUpdate.Of(day, observed).Slots.Select((slot, at) => at < observed.Length ? day.Slots[at] : slot)];
    }
}

/// <summary>What is expected of a line, by day and half hour.</summary>
/// <param name="Coming">How it was made, from today on.</param>
/// <param name="Before">Today as it was expected before it began.</param>
sealed record Expected(LineBasis Line, LineHistory History, Forecast Coming, Dictionary<LocalDate, IReadOnlyList<ForecastSlot>> Days, IReadOnlyList<ForecastSlot>? Before, LocalDate Today)
{
    /// <summary>Enough is known to say anything.</summary>
    public bool Ready => Coming.Method != ForecastMethod.None;

    public ForecastSlot? At(Instant slot) => In(Days.GetValueOrDefault(slot.InZone(Line.Site.Calendar.Zone).Date), slot);

    /// <summary>As it was before today's contacts were known; null for other days.</summary>
    public ForecastSlot? BeforeAt(Instant slot) => slot.InZone(Line.Site.Calendar.Zone).Date == Today ? In(Before, slot) : null;

    ForecastSlot? In(IReadOnlyList<ForecastSlot>? day, Instant slot) =>
        Ready && day is not null && HalfHours.PlaceOf(Line.Site.Calendar.Zone, slot) is var place && place < day.Count && double.IsFinite(day[place].Mean) ? day[place] : null;
}
