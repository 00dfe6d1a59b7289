using Kanal.Decisions.Facts;
using Kanal.Decisions.Simulation;
using NodaTime;
using NodaTime.Text;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Makes a scenario of a file, or says what is wrong with it.</summary>
sealed class ScenarioReader(string folder)
{
    const double LongestSeconds = 366 * 86_400.0;
    const int MostIntervals = 20_000;

    public Scenario Read(Part part)
    {
        var top = new Section(part);
        if (!part.IsThere)
        {
            throw part.Fault("There is no scenario here.");
        }

        var zone = Zone(top["timeZone"]);
        var start = Start(top["from"], zone);
        var (length, warmUp, interval) = (Length(top["for"], start, zone), top.Seconds("warmUp", 0, LongestSeconds, 0), top.Seconds("interval", 60, LongestSeconds, 1_800));
        var calendar = TimesOfDay.Calendar(top["hours"], zone);
        if (warmUp >= length.TotalSeconds)
        {
            throw top["warmUp"].Fault("Nothing is left after the warm-up.");
        }

        if ((length.TotalSeconds - warmUp) / interval > MostIntervals)
        {
            throw (top.Has("interval") ? top["interval"] : top["for"]).Fault($"That is more than {MostIntervals:N0} intervals.");
        }

        var channels = ChannelsReader.Read(top["channels"], zone);
        var strategy = new StrategyPart(folder).Read(top["strategy"]);
        var span = new Span(start, start + length, zone);
        var scenario = new Scenario
        {
            Name = top.Text("name") ?? "",
            Start = start,
            Length = length,
            WarmUp = Duration.FromSeconds(warmUp),
            Interval = Duration.FromSeconds(interval),
            Calendar = calendar,
            Channels = channels,
            Agents = new AgentsReader(channels, span).Read(top["agents"]),
            Visitors = new VisitorsReader(channels, strategy?.Catalogue ?? FactCatalogue.Standard, span, calendar).Read(top["visitors"]),
            Strategy = strategy,
            AgentHourCost = top.Number("agentHourCost", 0, 1e9, 0),
        };
        top.NothingElse();
        return scenario;
    }

    static DateTimeZone Zone(Part part) => !part.IsThere ? DateTimeZone.Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(Value.Text(part)) ?? throw part.Fault($"There is no time zone \"{part.Text}\"; it should be like Europe/Copenhagen.");

    static Instant Start(Part part, DateTimeZone zone)
    {
        if (!part.IsThere)
        {
            return new LocalDate(2026, 6, 1).AtStartOfDayInZone(zone).ToInstant();
        }

        var text = Value.Text(part);
        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && IsInReach(date.Year) ? date.AtStartOfDayInZone(zone).ToInstant()
            : Moments.Local.Parse(text) is { Success: true, Value: var local } && IsInReach(local.Year) ? local.InZoneLeniently(zone).ToInstant()
            : throw part.Fault($"\"{text}\" should be a date of 1970 to 2200 such as 2026-06-01, or a time such as 2026-06-01T08:00.");
    }

    static bool IsInReach(int year) => year is >= 1970 and <= 2200;

    // Days are days of the calendar, of 23 or 25 hours where the clock is set.
    static Duration Length(Part part, Instant start, DateTimeZone zone)
    {
        if (part is { Kind: PartKind.Value, Text: [.. var number, 'd'] } && int.TryParse(number, out var days) && days is > 0 and <= 366)
        {
            return start.InZone(zone).LocalDateTime.PlusDays(days).InZoneLeniently(zone).ToInstant() - start;
        }

        return Duration.FromSeconds(part.IsThere ? Value.Seconds(part, 60, LongestSeconds) : 86_400);
    }
}

/// <summary>From when to when, and where.</summary>
sealed record Span(Instant Start, Instant End, DateTimeZone Zone);

/// <summary>Local times as files have them.</summary>
static class Moments
{
    public static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    public static readonly LocalDateTimePattern Exact = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");
}
