using System.Text.Json;
using Kanal.Decisions.Hours;
using NodaTime;
using static Kanal.Decisions.Tests.Hours.Clock;

namespace Kanal.Decisions.Tests.Hours;

public sealed class HoursDefinitionTests
{
    [Fact]
    public void Until_set_the_hours_are_nine_to_five_on_weekdays()
    {
        var calendar = OpeningCalendar.From(new HoursDefinition(), out var problems);
        Assert.Empty(problems);
        Assert.Equal(Duration.FromHours(40), calendar!.OpenTimeBetween(At("2026-06-01 00:00"), At("2026-06-08 00:00")));
    }

    [Fact]
    public void A_definition_is_read_from_plain_json_and_written_back_the_same()
    {
        const string Json =
            """{"timeZone":"Europe/Warsaw","week":{"monday":[{"from":"9:00","to":"12:00"},{"from":"13:00","to":"24:00"}]},"holidays":[{"name":"Constitution Day","date":"05-03","easterOffset":null},{"name":"Easter Monday","date":null,"easterOffset":1},{"name":"Once","date":"2026-06-08","easterOffset":null}],"specialDays":[{"date":"2026-06-09","name":"Fair","intervals":[{"from":"22:00","to":"02:00"}]}],"closedNow":{"reason":"Storm","until":"2026-06-01T10:00","from":"2026-06-01T07:30:00Z"}}""";
        var definition = JsonSerializer.Deserialize<HoursDefinition>(Json, JsonSerializerOptions.Web)!;
        Assert.Equal(Json, JsonSerializer.Serialize(definition, JsonSerializerOptions.Web));

        var calendar = OpeningCalendar.From(definition, out var problems)!;
        Assert.Empty(problems);
        var warsaw = calendar.Zone;
        Assert.Equal(
            [
                new Interval(At("2026-06-01 09:00", warsaw), At("2026-06-01 09:30", warsaw)),
                new Interval(At("2026-06-01 10:00", warsaw), At("2026-06-01 12:00", warsaw)),
                new Interval(At("2026-06-01 13:00", warsaw), At("2026-06-02 00:00", warsaw)),
                new Interval(At("2026-06-09 22:00", warsaw), At("2026-06-10 02:00", warsaw)),
            ],
            calendar.OpenStretches(At("2026-06-01 00:00", warsaw), At("2026-06-15 00:00", warsaw)));
        Assert.Equal("Easter Monday", calendar.On(Day("2026-04-06")).Name);
        Assert.Equal("Constitution Day", calendar.On(Day("2031-05-03")).Name);
    }

    [Fact]
    public void An_empty_json_object_is_the_defaults() =>
        Assert.Empty(JsonSerializer.Deserialize<HoursDefinition>("{}", JsonSerializerOptions.Web)!.Check());

    [Theory]
    [InlineData("""{"timeZone":"Mars/Olympus"}""", "The time zone \"Mars/Olympus\" is unknown; it should be a name such as \"Europe/Copenhagen\".")]
    [InlineData("""{"week":{"moonday":[]}}""", "\"moonday\" is not a weekday; the week has \"monday\" to \"sunday\".")]
    [InlineData("""{"week":{"1":[]}}""", "\"1\" is not a weekday; the week has \"monday\" to \"sunday\".")]
    [InlineData("""{"week":{"monday":[],"Monday":[]}}""", "Monday is given twice.")]
    [InlineData("""{"week":{"monday":[{"from":"9","to":"25:00"}]}}""", "Monday: \"9\" to \"25:00\" should be two times such as \"09:00\" and \"17:00\".")]
    [InlineData("""{"holidays":[{"name":"Odd","date":"02-30"}]}""", "Holiday 1 (Odd): \"02-30\" is not a date such as \"2026-12-25\" or, for every year, \"12-25\".")]
    [InlineData("""{"holidays":[{"name":"Both","date":"12-25","easterOffset":1}]}""", "Holiday 1 (Both) needs a date or a number of days from Easter, and not both.")]
    [InlineData("""{"holidays":[{"name":"Far","easterOffset":900}]}""", "Holiday 1 (Far): 900 days from Easter is not between -100 and 200.")]
    [InlineData("""{"specialDays":[{"date":"24/12","name":""}]}""", "Special day 1: \"24/12\" is not a date such as \"2026-12-24\".")]
    [InlineData("""{"closedNow":{"reason":"x","until":"soon"}}""", "\"Closed now\": its end \"soon\" is not a time such as \"2026-12-24T15:00\" or \"2026-12-24T14:00:00Z\".")]
    public void What_cannot_be_read_is_named_and_gives_no_calendar(string json, string problem)
    {
        var definition = JsonSerializer.Deserialize<HoursDefinition>(json, JsonSerializerOptions.Web)!;
        Assert.Null(OpeningCalendar.From(definition, out var problems));
        Assert.Equal([problem], problems.Select(FormattableString.Invariant));
    }

    [Theory]
    [InlineData("""{"week":{"monday":[{"from":"09:00","to":"13:00"},{"from":"12:00","to":"17:00"}]}}""", "Monday 09:00-13:00 overlaps Monday 12:00-17:00.")]
    [InlineData("""{"week":{"sunday":[{"from":"22:00","to":"02:00"}],"monday":[{"from":"01:00","to":"05:00"}]}}""", "Sunday 22:00-02:00 overlaps Monday 01:00-05:00.")]
    [InlineData("""{"specialDays":[{"date":"2026-12-24","name":"A"},{"date":"2026-12-24","name":"B"}]}""", "Special day 2 (B) never holds: 2026-12-24 is already a special day.")]
    [InlineData("""{"closedNow":{"reason":"x","from":"2026-12-24T15:00","until":"2026-12-24T14:00"}}""", "\"Closed now\" ends before it starts, so it never holds.")]
    public void What_does_no_harm_is_told_and_still_gives_a_calendar(string json, string problem)
    {
        var definition = JsonSerializer.Deserialize<HoursDefinition>(json, JsonSerializerOptions.Web)!;
        Assert.NotNull(OpeningCalendar.From(definition, out var problems));
        Assert.Equal([problem], problems.Select(FormattableString.Invariant));
    }

    [Fact]
    public void Nothing_in_a_definition_can_throw()
    {
        var definition = JsonSerializer.Deserialize<HoursDefinition>(
            """{"timeZone":null,"week":{"":null,"monday":[null]},"holidays":[null],"specialDays":[null],"closedNow":{"reason":null}}""",
            JsonSerializerOptions.Web)!;
        Assert.Equal(5, definition.Check().Count);
    }
}
