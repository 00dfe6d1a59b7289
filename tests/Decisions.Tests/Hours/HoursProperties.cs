using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Decisions.Tests.Hours;

public sealed class HoursProperties
{
    static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void Open_time_adds_up() => Property.Holds(CalendarCase.Any, x =>
        Assert.Equal(x.Calendar.OpenTimeBetween(x.A, x.C), x.Calendar.OpenTimeBetween(x.A, x.B) + x.Calendar.OpenTimeBetween(x.B, x.C)));

    [Fact]
    public void Open_time_is_the_sum_of_the_open_minutes() => Property.Holds(CalendarCase.Plain, count: 60, check: x =>
    {
        var minutes = Minutes(x.A, x.B).Count(x.Calendar.IsOpen);
        Assert.Equal(Duration.FromMinutes(minutes), x.Calendar.OpenTimeBetween(x.A, x.B));
    });

    [Fact]
    public void Open_is_what_the_clock_on_the_wall_says() => Property.Holds(CalendarCase.Plain, count: 60, check: x =>
    {
        foreach (var t in Minutes(x.A, x.B))
        {
            var local = t.InZone(x.Calendar.Zone);
            var twice = x.Calendar.Zone.MapLocal(local.LocalDateTime).Count == 2;
            var says = WallClockSaysOpen(x.Week, local.LocalDateTime);
            Assert.True(says == x.Calendar.IsOpen(t) || (twice && !says), $"at {local}");
        }
    });

    [Fact]
    public void The_next_opening_is_open_and_nothing_before_it_is() => Property.Holds(CalendarCase.Any, x =>
    {
        if (x.Calendar.NextOpening(x.A) is not { } opening)
        {
            Assert.Equal(Duration.Zero, x.Calendar.OpenTimeBetween(x.A, x.A + Duration.FromDays(400)));
            return;
        }

        Assert.True(x.Calendar.IsOpen(opening));
        Assert.Equal(Duration.Zero, x.Calendar.OpenTimeBetween(x.A, opening));
    });

    [Fact]
    public void The_next_closing_is_closed_and_all_before_it_is_open() => Property.Holds(CalendarCase.Any, x =>
    {
        if (x.Calendar.NextClosing(x.A) is not { } closing)
        {
            Assert.Equal(Duration.FromDays(400), x.Calendar.OpenTimeBetween(x.A, x.A + Duration.FromDays(400)));
            return;
        }

        Assert.False(x.Calendar.IsOpen(closing));
        Assert.Equal(closing - x.A, x.Calendar.OpenTimeBetween(x.A, closing));
    });

    [Fact]
    public void What_is_due_after_a_time_takes_exactly_that_time_and_not_a_moment_less() => Property.Holds(CalendarCase.Any, x =>
    {
        var target = Duration.FromMinutes((x.C - x.B).TotalMinutes / 3);
        if (x.Calendar.DueAfter(x.A, target) is not { } due)
        {
            Assert.Null(x.Calendar.NextOpening(x.A + Duration.FromDays(60)));
            return;
        }

        Assert.Equal(target, x.Calendar.OpenTimeBetween(x.A, due));
        Assert.True(target == Duration.Zero || x.Calendar.OpenTimeBetween(x.A, due - Duration.Epsilon) < target);
    });

    [Fact]
    public void Stretches_are_apart_in_order_and_hold_all_open_time() => Property.Holds(CalendarCase.Any, x =>
    {
        var stretches = x.Calendar.OpenStretches(x.A, x.C).ToList();
        Assert.Equal(x.Calendar.OpenTimeBetween(x.A, x.C), stretches.Aggregate(Duration.Zero, (sum, stretch) => sum + stretch.Duration));
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.All(stretches, stretch => Assert.True(stretch.Start >= x.A && stretch.End <= x.C));
    });

    static bool WallClockSaysOpen(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> week, LocalDateTime now) =>
        Within(week, now.Date, now) || Within(week, now.Date.PlusDays(-1), now);

    static bool Within(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> week, LocalDate date, LocalDateTime now) =>
        week[date.DayOfWeek].Any(interval =>
            date + interval.Start <= now && now < (interval.End <= interval.Start ? date.PlusDays(1) : date) + interval.End);

    static IEnumerable<Instant> Minutes(Instant start, Instant end)
    {
        for (var t = start; t < end; t += Minute)
        {
            yield return t;
        }
    }
}
