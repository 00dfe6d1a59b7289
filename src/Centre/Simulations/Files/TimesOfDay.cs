using Kanal.Decisions.Hours;
using NodaTime;
using NodaTime.Text;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Hours of a week: a list of such as 08:00-16:00 for every day, or a map of them by weekday.</summary>
static class TimesOfDay
{
    static readonly LocalTimePattern _pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    static readonly string[] _weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> Week(Part part, IReadOnlyCollection<string> others)
    {
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>>();
        if (part.Kind != PartKind.Map)
        {
            var every = Intervals(part);
            return Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToDictionary(day => day, _ => every);
        }

        var section = new Section(part);
        foreach (var other in others)
        {
            _ = section[other];
        }

        Set(section["everyday"], _weekdays);
        Set(section["weekdays"], _weekdays[..5]);
        Set(section["weekend"], _weekdays[5..]);
        foreach (var weekday in _weekdays)
        {
            Set(section[weekday], [weekday]);
        }

        section.NothingElse();
        return week;

        void Set(Part hours, string[] days)
        {
            if (hours.IsThere)
            {
                var intervals = Intervals(hours);
                foreach (var day in days)
                {
                    week[(IsoDayOfWeek)(Array.IndexOf(_weekdays, day) + 1)] = intervals;
                }
            }
        }
    }

    public static OpeningCalendar? Calendar(Part part, DateTimeZone zone)
    {
        if (!part.IsThere || part is { Kind: PartKind.Value, Text: "always" })
        {
            return null;
        }

        Holiday[] holidays = part.Kind != PartKind.Map ? [] : [.. Value.List(new Section(part)["closed"]).Select(day => Holiday.On(Date(day), ""))];
        return new OpeningCalendar(zone, Week(part, ["closed"]), holidays);
    }

    public static LocalDate Date(Part part) => LocalDatePattern.Iso.Parse(Value.Text(part)) is { Success: true, Value: var date } ? date : throw part.Fault($"\"{part.Text}\" should be a date such as 2026-06-01.");

    static IReadOnlyList<OpeningInterval> Intervals(Part part) => [.. Value.Some(part).Select(Interval)];

    static OpeningInterval Interval(Part part)
    {
        var ends = Value.Text(part).Split('-', StringSplitOptions.TrimEntries);
        return ends.Length == 2 && Time(ends[0]) is { } start && Time(ends[1] == "24:00" ? "00:00" : ends[1]) is { } end
            ? new OpeningInterval(start, end)
            : throw part.Fault($"\"{part.Text}\" should be two times such as 08:00-16:00.");
    }

    static LocalTime? Time(string text) => _pattern.Parse(text) is { Success: true, Value: var time } ? time : null;
}
