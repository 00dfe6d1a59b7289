using System.Collections.Concurrent;
using Kanal.Centre.Storage;
using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>What is expected of a line. Worked out once for what is known of it, and once more when that changes.</summary>
public sealed class LineForecasts(Database database)
{
    const int MostKept = 500;

    // Asked for one day or for a month, it is worked out once.
    static readonly int[] _horizons = [7, 35, 130];

    readonly ConcurrentDictionary<(Id Site, Id Queue, string Channel, LocalDate From, int Days), Worked> _worked = new();

    /// <summary>Days from one on, made only from what was known on the day before.</summary>
    internal Forecast Of(LineHistory history, LocalDate from, int days)
    {
        var line = history.Line;
        days = Array.Find(_horizons, horizon => horizon >= days) is > 0 and var horizon ? horizon : days;
        var key = (line.Site.Id, line.Queue, line.Channel, from, days);
        var last = from.PlusDays(-1);
        var mark = (history.Mark(last), line.Site.Version);
        if (_worked.TryGetValue(key, out var worked) && worked.Mark == mark)
        {
            return worked.Forecast;
        }

        if (_worked.Count >= MostKept)
        {
            _worked.Clear();
        }

        var series = history.Until(last) ?? Series.Of(last, 48, []);
        var forecast = Forecast.Of(new ForecastQuestion(series, from, days) { SpecialDays = SpecialDates.Of(line.Site, LocalDate.Min(series.First, from), from.PlusDays(days)) });
        forecast = forecast with { Days = [.. forecast.Days.Select(day => Shut(line, day))] };
        _worked[key] = new Worked(mark, forecast);
        return forecast;
    }

    // Whatever the weekday usually brings: on a holiday nobody comes over what is only there while it is open.
    static ForecastDay Shut(LineBasis line, ForecastDay day)
    {
        if (day.SpecialDay is null || !line.OnlyWhileOpen)
        {
            return day;
        }

        var slots = day.Slots.ToArray();
        foreach (var start in line.Site.Of(day.Date).Where(start => !line.Site.IsOpenIn(start)))
        {
            if (HalfHours.PlaceOf(line.Site.Calendar.Zone, start) is var place && place < slots.Length)
            {
                slots[place] = new ForecastSlot(0, 0);
            }
        }

        return day with { Slots = slots };
    }

    /// <summary>Keeps what is expected of the days to come, unless it was kept today: what they are compared with afterwards.</summary>
    internal async Task KeepAsync(LineHistory history, LocalDate today, int days, DateTimeOffset now, CancellationToken ct)
    {
        var line = history.Line;
        var with = new { site = line.Site.Id, queue = line.Queue, channel = line.Channel, today = Dates.Text(today), began = line.Site.StartOf(today).ToDateTimeOffset() };
        if (await database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from planning_forecasts where site_id = @site and queue_id = @queue and channel = @channel and date > @today and made_at >= @began", with), ct) > 0)
        {
            return;
        }

        var forecast = Of(history, today, days);
        await database.WriteAsync(async sql =>
        {
            foreach (var day in forecast.Days.Take(days))
            {
                await sql.ExecuteAsync($"""
                    insert into planning_forecasts (site_id, queue_id, channel, date, made_at, slots) values (@site, @queue, @channel, @date, @now, @slots)
                    on conflict (site_id, queue_id, channel, date) do {(day.Date == today ? "nothing" : "update set made_at = excluded.made_at, slots = excluded.slots")}
                    """, new { with.site, with.queue, with.channel, date = Dates.Text(day.Date), now, slots = Json.From(day.Slots.Select(slot => new KeptSlot(Math.Round(slot.Mean, 4), Math.Round(slot.Variance, 4)))) });
            }
        }, ct);
    }

    /// <summary>What was expected of days before they began, by date; both included.</summary>
    internal async Task<Dictionary<LocalDate, IReadOnlyList<ForecastSlot>>> KeptAsync(LineBasis line, LocalDate first, LocalDate last, CancellationToken ct) =>
        (await database.ReadAsync(sql => sql.QueryAsync<Row>("select date, slots from planning_forecasts where site_id = @site and queue_id = @queue and channel = @channel and date >= @first and date <= @last",
            new { site = line.Site.Id, queue = line.Queue, channel = line.Channel, first = Dates.Text(first), last = Dates.Text(last) }), ct))
        .ToDictionary(row => Dates.Of(row.Date), row => (IReadOnlyList<ForecastSlot>)[.. (Json.To<List<KeptSlot>>(row.Slots) ?? []).Select(slot => new ForecastSlot(slot.Mean, slot.Variance))]);

    sealed record Worked(((int, long, DateTimeOffset?), long) Mark, Forecast Forecast);

    sealed record KeptSlot(double Mean, double Variance);

    sealed record Row
    {
        public string Date { get; init; } = "";
        public string Slots { get; init; } = "[]";
    }
}
