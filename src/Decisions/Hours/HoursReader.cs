using NodaTime;
using NodaTime.Text;

namespace Kanal.Decisions.Hours;

/// <summary>Reads a definition and says in sentences what is wrong with it, as forms that can be read in other languages. Used once.</summary>
sealed class HoursReader(HoursDefinition definition)
{
    static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    static readonly AnnualDatePattern DayOfYear = AnnualDatePattern.Iso;

    readonly List<FormattableString> _problems = [];
    bool _unreadable;

    public OpeningCalendar? Read(out IReadOnlyList<FormattableString> problems)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(definition.TimeZone ?? "");
        if (zone is null)
        {
            Refuse($"The time zone \"{definition.TimeZone}\" is unknown; it should be a name such as \"Europe/Copenhagen\".");
        }

        var week = Week();
        var holidays = Holidays();
        var specialDays = SpecialDays();
        var closedNow = zone is null ? null : Closed(zone);
        problems = _problems;
        return zone is null || _unreadable ? null : new OpeningCalendar(zone, week, holidays, specialDays, closedNow);
    }

    Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> Week()
    {
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>>();
        foreach (var (name, intervals) in definition.Week ?? new Dictionary<string, IReadOnlyList<IntervalDefinition>>())
        {
            if (!Enum.TryParse<IsoDayOfWeek>(name, ignoreCase: true, out var day) || !Enum.IsDefined(day) || day == IsoDayOfWeek.None
                || char.IsAsciiDigit(name[0]))
            {
                Refuse($"\"{name}\" is not a weekday; the week has \"monday\" to \"sunday\".");
            }
            else if (!week.TryAdd(day, Intervals(intervals, DayNames.Of(day))))
            {
                Refuse($"{DayNames.Of(day)} is given twice.");
            }
        }

        _problems.AddRange(Overlaps.OfWeek(week));
        return week;
    }

    List<Holiday> Holidays()
    {
        var holidays = new List<Holiday>();
        foreach (var (holiday, number) in (definition.Holidays ?? []).Select((holiday, i) => (holiday, i + 1)))
        {
            var place = Named($"Holiday {number}", holiday?.Name);
            switch (holiday)
            {
                case { Date: { } text, EasterOffset: null } when LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }:
                    holidays.Add(Holiday.On(date, holiday.Name ?? ""));
                    break;
                case { Date: { } text, EasterOffset: null } when DayOfYear.Parse(text) is { Success: true, Value: var yearly }:
                    holidays.Add(Holiday.Yearly(yearly.Month, yearly.Day, holiday.Name ?? ""));
                    break;
                case { Date: null, EasterOffset: { } days and >= -100 and <= 200 }:
                    holidays.Add(Holiday.FromEaster(days, holiday.Name ?? ""));
                    break;
                case { Date: null, EasterOffset: { } days }:
                    Refuse($"{place}: {days} days from Easter is not between -100 and 200.");
                    break;
                case { Date: { } text, EasterOffset: null }:
                    Refuse($"{place}: \"{text}\" is not a date such as \"2026-12-25\" or, for every year, \"12-25\".");
                    break;
                default:
                    Refuse($"{place} needs a date or a number of days from Easter, and not both.");
                    break;
            }
        }

        return holidays;
    }

    List<SpecialDay> SpecialDays()
    {
        var days = new List<SpecialDay>();
        foreach (var (day, number) in (definition.SpecialDays ?? []).Select((day, i) => (day, i + 1)))
        {
            var place = Named($"Special day {number}", day?.Name);
            if (LocalDatePattern.Iso.Parse(day?.Date ?? "") is not { Success: true, Value: var date })
            {
                Refuse($"{place}: \"{day?.Date}\" is not a date such as \"2026-12-24\".");
                continue;
            }

            if (days.Any(other => other.Date == date))
            {
                _problems.Add($"{place} never holds: {day?.Date} is already a special day.");
            }

            var intervals = Intervals(day?.Intervals, place);
            _problems.AddRange(Overlaps.OfDay(intervals, place));
            days.Add(new SpecialDay(date, day?.Name ?? "", intervals));
        }

        return days;
    }

    ClosedNow? Closed(DateTimeZone zone)
    {
        if (definition.ClosedNow is not { } closed)
        {
            return null;
        }

        var from = closed.From is null ? Instant.MinValue : At(closed.From, zone, $"\"Closed now\": its start \"{closed.From}\" is not a time such as \"2026-12-24T15:00\" or \"2026-12-24T14:00:00Z\".");
        var until = closed.Until is null ? null : At(closed.Until, zone, $"\"Closed now\": its end \"{closed.Until}\" is not a time such as \"2026-12-24T15:00\" or \"2026-12-24T14:00:00Z\".");
        if (until <= from)
        {
            _problems.Add($"\"Closed now\" ends before it starts, so it never holds.");
        }

        return new ClosedNow(from ?? Instant.MinValue, until, closed.Reason ?? "");
    }

    Instant? At(string text, DateTimeZone zone, FormattableString problem)
    {
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var exact })
        {
            return exact.ToInstant();
        }

        if (LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(text) is { Success: true, Value: var local })
        {
            return local.InZoneLeniently(zone).ToInstant();
        }

        Refuse(problem);
        return null;
    }

    List<OpeningInterval> Intervals(IReadOnlyList<IntervalDefinition>? texts, FormattableString place)
    {
        var intervals = new List<OpeningInterval>();
        foreach (var text in texts ?? [])
        {
            if (TimeOf(text?.From) is { } start && TimeOf(text?.To == "24:00" ? "00:00" : text?.To) is { } end)
            {
                intervals.Add(new OpeningInterval(start, end));
            }
            else
            {
                Refuse($"{place}: \"{text?.From}\" to \"{text?.To}\" should be two times such as \"09:00\" and \"17:00\".");
            }
        }

        return intervals;
    }

    static LocalTime? TimeOf(string? text) => Time.Parse(text ?? "") is { Success: true, Value: var time } ? time : null;

    static FormattableString Named(FormattableString place, string? name) => string.IsNullOrEmpty(name) ? place : (FormattableString)$"{place} ({name})";

    void Refuse(FormattableString problem)
    {
        _unreadable = true;
        _problems.Add(problem);
    }
}
