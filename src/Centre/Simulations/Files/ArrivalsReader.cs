using System.Globalization;
using Kanal.Decisions.Hours;
using Kanal.Decisions.Simulation;
using NodaTime;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Reads when visitors come: at a rate, so many in a day by a shape, or just when it is written.</summary>
sealed class ArrivalsReader(Span span, OpeningCalendar? calendar)
{
    const double MostPerHour = 200_000;
    const double MostInAll = 2_000_000;

    static readonly string[] _weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    double _all;

    public Arrivals Read(Section section)
    {
        var (hourly, daily, times) = (section["perHour"], section["perDay"], section["times"]);
        var (shape, weekdays) = (section["shape"], section["byWeekday"]);
        if (new[] { hourly, daily, times }.Count(part => part.IsThere) != 1)
        {
            throw section.Part.Fault("Visitors need one of perHour, perDay and times.");
        }

        if (times.IsThere)
        {
            return new RecordedArrivals([.. Value.List(times).Select(time => new RecordedVisitor(At(time))).OrderBy(visitor => visitor.At)]);
        }

        var rates = hourly.IsThere ? Hourly(hourly, weekdays) : Daily(daily, shape, weekdays);
        if (hourly.IsThere && shape.IsThere)
        {
            throw shape.Fault("A shape goes with perDay; perHour can be a list of 24 itself.");
        }

        Bound(hourly.IsThere ? hourly : daily, rates);
        return new PoissonArrivals(rates);
    }

    List<ArrivalRate> Hourly(Part part, Part weekdays)
    {
        var hours = part.Kind == PartKind.List ? Numbers(part, MostPerHour) : [Value.Number(part, 0, MostPerHour)];
        return Rates(date => hours.Select(rate => rate * Of(weekdays, date)).ToArray());
    }

    // Without a shape: evenly over the hours that are open.
    List<ArrivalRate> Daily(Part part, Part shape, Part weekdays)
    {
        var aDay = Value.Number(part, 0, 24 * MostPerHour);
        var shares = shape.IsThere ? Numbers(shape, 1e9) : null;
        if (shares is not null && shares.Sum() <= 0)
        {
            throw shape.Fault("Nobody would ever come.");
        }

        return Rates(date =>
        {
            var weights = shares ?? OpenHours(date);
            var all = weights.Sum();
            return [.. weights.Select(weight => all > 0 ? aDay * Of(weekdays, date) * weight / all * weights.Length / 24 : 0)];
        });
    }

    double[] OpenHours(LocalDate date)
    {
        if (calendar is null)
        {
            return [1];
        }

        var minutes = new double[48];
        for (var half = 0; half < 48; half++)
        {
            var at = (date.AtMidnight() + Period.FromMinutes(30 * half)).InZoneLeniently(span.Zone).ToInstant();
            minutes[half] = calendar.OpenTimeBetween(at, at + Duration.FromMinutes(30)).TotalMinutes;
        }

        return minutes;
    }

    // One rate, 24 or 48 of them for each day; the hour that the clock skips has none, the one it repeats has it twice.
    List<ArrivalRate> Rates(Func<LocalDate, double[]> ofDay)
    {
        List<ArrivalRate> rates = [];
        for (var date = span.Start.InZone(span.Zone).Date; date.AtStartOfDayInZone(span.Zone).ToInstant() < span.End; date = date.PlusDays(1))
        {
            var day = ofDay(date);
            var start = date.AtStartOfDayInZone(span.Zone).ToInstant();
            for (var i = 0; i < day.Length; i++)
            {
                var local = date.AtMidnight() + Period.FromMinutes(1_440 / day.Length * i);
                var from = i == 0 ? start : local.InZoneLeniently(span.Zone).ToInstant();
                if (rates.Count > 0 && rates[^1].From >= from)
                {
                    rates.RemoveAt(rates.Count - 1);
                }

                rates.Add(new ArrivalRate(from, day[i]));
            }
        }

        return rates;
    }

    void Bound(Part part, List<ArrivalRate> rates)
    {
        for (var i = 0; i < rates.Count; i++)
        {
            var (from, until) = (Instant.Max(rates[i].From, span.Start), Instant.Min(span.End, i + 1 < rates.Count ? rates[i + 1].From : span.End));
            if (rates[i].PerHour > MostPerHour)
            {
                throw part.Fault(string.Create(CultureInfo.InvariantCulture, $"That is {rates[i].PerHour:N0} visitors an hour; {MostPerHour:N0} is the most that is simulated."));
            }

            _all += until > from ? rates[i].PerHour * (until - from).TotalHours : 0;
        }

        if (_all > MostInAll)
        {
            throw part.Fault(string.Create(CultureInfo.InvariantCulture, $"With these it is {_all:N0} visitors in a run; {MostInAll:N0} is the most."));
        }
    }

    static double Of(Part weekdays, LocalDate date)
    {
        var section = new Section(weekdays);
        var share = _weekdays.Select(day => section.Number(day, 0, 1_000, 1)).ToArray()[(int)date.DayOfWeek - 1];
        section.NothingElse();
        return share;
    }

    static double[] Numbers(Part part, double most) => Value.List(part) is { Count: 24 or 48 } list
        ? [.. list.Select(item => Value.Number(item, 0, most))]
        : throw part.Fault("This should be a list of 24 or 48 numbers, from midnight on.");

    Instant At(Part part)
    {
        var text = Value.Text(part);
        var parsed = Moments.Exact.Parse(text) is { Success: true } exact ? exact : Moments.Local.Parse(text);
        return parsed.Success ? parsed.Value.InZoneLeniently(span.Zone).ToInstant() : throw part.Fault($"\"{text}\" should be a time such as 2026-06-01T08:00:30.");
    }
}
