using Kanal.Decisions.Hours;
using NodaTime;
using static Kanal.Decisions.Tests.Hours.Calendars;
using static Kanal.Decisions.Tests.Hours.Clock;

namespace Kanal.Decisions.Tests.Hours;

public sealed class OpenTimeTests
{
    [Fact]
    public void A_target_of_two_hours_that_starts_a_minute_before_closing_on_friday_is_due_on_monday() =>
        Assert.Equal(At("2026-03-23 10:59"), Office().DueAfter(At("2026-03-20 17:59"), Duration.FromHours(2)));

    [Fact]
    public void A_target_that_ends_with_the_day_is_due_at_closing_and_not_the_next_morning() =>
        Assert.Equal(At("2026-03-20 18:00"), Office().DueAfter(At("2026-03-20 16:00"), Duration.FromHours(2)));

    [Theory]
    [InlineData("2026-03-20 12:00", "2026-03-20 12:00")]
    [InlineData("2026-03-20 18:00", "2026-03-23 09:00")]
    [InlineData("2026-03-21 12:00", "2026-03-23 09:00")]
    public void The_next_opening_is_now_when_open_and_else_the_next_working_day(string after, string opening) =>
        Assert.Equal(At(opening), Office().NextOpening(At(after)));

    [Fact]
    public void Touching_and_overlapping_intervals_are_one_stretch_and_counted_once()
    {
        var calendar = Daily("13:00-17:00", "09:00-12:00", "12:00-13:00", "10:00-11:00", "11:30-14:00");
        Assert.Equal(Duration.FromHours(8), calendar.OpenTimeBetween(At("2026-06-01 00:00"), At("2026-06-02 00:00")));
        Assert.Equal(At("2026-06-01 17:00"), calendar.NextClosing(At("2026-06-01 09:00")));
        Assert.Equal(
            [new Interval(At("2026-06-01 09:00"), At("2026-06-01 17:00")), new Interval(At("2026-06-02 09:00"), At("2026-06-02 10:00"))],
            calendar.OpenStretches(At("2026-06-01 00:00"), At("2026-06-02 10:00")));
    }

    [Fact]
    public void A_calendar_that_never_closes_is_one_stretch_without_a_closing()
    {
        var calendar = Daily("00:00-00:00");
        var start = At("2026-01-01 00:00");
        Assert.Null(calendar.NextClosing(start));
        Assert.Single(calendar.OpenStretches(start, start + Duration.FromDays(700)));
        Assert.Equal(Duration.FromDays(700), calendar.OpenTimeBetween(start, start + Duration.FromDays(700)));
    }

    [Fact]
    public void A_calendar_without_hours_never_opens() => Assert.Null(Daily().NextOpening(At("2026-01-01 00:00")));

    [Theory]
    [InlineData("Europe/Copenhagen", "2026-03-29 00:00", "2026-03-30 00:00", 23 * 60)]
    [InlineData("Europe/Copenhagen", "2026-10-25 00:00", "2026-10-26 00:00", 25 * 60)]
    [InlineData("Europe/Bucharest", "2026-10-25 00:00", "2026-10-26 00:00", 25 * 60)]
    [InlineData("America/New_York", "2026-11-01 00:00", "2026-11-02 00:00", 25 * 60)]
    [InlineData("Australia/Lord_Howe", "2026-04-05 00:00", "2026-04-06 00:00", (24 * 60) + 30)]
    [InlineData("Australia/Lord_Howe", "2026-10-04 00:00", "2026-10-05 00:00", (23 * 60) + 30)]
    [InlineData("Asia/Kathmandu", "2026-10-25 00:00", "2026-10-26 00:00", 24 * 60)]
    [InlineData("Africa/Cairo", "2026-04-24 01:00", "2026-04-25 00:00", 23 * 60)]
    [InlineData("America/Havana", "2023-11-05 00:00", "2023-11-06 00:00", 25 * 60)]
    public void A_whole_day_is_as_long_as_the_clocks_make_it(string zoneName, string start, string end, int minutes)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneName];
        var day = Day(start[..10]);
        var calendar = new OpeningCalendar(zone, EveryDay(), [], [new SpecialDay(day, "Open", [OpeningInterval.WholeDay])]);
        var from = At(start, zone);
        Assert.Equal(Duration.FromMinutes(minutes), calendar.OpenTimeBetween(from - Duration.FromDays(3), from + Duration.FromDays(3)));
        Assert.Equal(from, calendar.NextOpening(from - Duration.FromDays(1)));
        Assert.Equal(At(end, zone), calendar.NextClosing(from));
    }

    // Copenhagen skips 02:00-03:00 on 29 March 2026 and has it twice on 25 October.
    [Theory]
    [InlineData("2026-03-29", "01:00-04:00", 120)]
    [InlineData("2026-03-29", "02:30-04:00", 60)]
    [InlineData("2026-03-29", "01:00-02:30", 60)]
    [InlineData("2026-03-29", "02:00-03:00", 0)]
    [InlineData("2026-03-29", "02:15-02:45", 0)]
    [InlineData("2026-03-28", "22:00-06:00", 420)]
    [InlineData("2026-10-25", "01:00-04:00", 240)]
    [InlineData("2026-10-25", "02:30-04:00", 150)]
    [InlineData("2026-10-25", "01:00-02:30", 150)]
    [InlineData("2026-10-25", "02:00-03:00", 120)]
    [InlineData("2026-10-24", "22:00-06:00", 540)]
    public void An_interval_at_the_setting_of_the_clock_is_one_stretch(string date, string interval, int minutes)
    {
        var day = Day(date);
        var calendar = new OpeningCalendar(Copenhagen, EveryDay(), [], [new SpecialDay(day, "Night", Intervals(interval))]);
        var start = At($"{date} 00:00");
        Assert.Equal(Duration.FromMinutes(minutes), calendar.OpenTimeBetween(start, start + Duration.FromDays(3)));
        Assert.Equal(minutes == 0 ? 0 : 1, calendar.OpenStretches(start, start + Duration.FromDays(3)).Count());
    }

    [Fact]
    public void A_target_across_the_lost_hour_counts_time_that_passed() =>
        Assert.Equal(
            At("2026-03-29 05:00"),
            Daily("00:00-00:00").DueAfter(At("2026-03-29 00:00"), Duration.FromHours(4)));
}
