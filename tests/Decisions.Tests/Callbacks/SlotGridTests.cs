using Kanal.Decisions.Callbacks;
using Kanal.Decisions.Hours;
using Kanal.Decisions.Tests.Hours;
using NodaTime;

namespace Kanal.Decisions.Tests.Callbacks;

public sealed class SlotGridTests
{
    [Fact]
    public void Every_slot_is_open_as_a_whole_and_none_comes_before_its_notice() => Property.Holds(CalendarCase.Any, count: 60, check: x =>
    {
        var notice = Duration.FromMinutes(40);
        var starts = SlotGrid.Starts(x.Calendar, x.A, notice, 3);
        Assert.Equal(starts.Order().Distinct(), starts);
        Assert.True(starts.Select(start => start.InZone(x.Calendar.Zone).Date).Distinct().Count() <= 3);
        foreach (var start in starts)
        {
            Assert.True(start >= x.A + notice);
            Assert.Equal(0, start.InZone(x.Calendar.Zone).Minute % 15);
            Assert.Equal(SlotGrid.Length, x.Calendar.OpenTimeBetween(start, start + SlotGrid.Length));
        }
    });

    [Fact]
    public void A_day_on_which_the_clock_is_set_back_has_an_hour_more()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];
        var calendar = new OpeningCalendar(zone, new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>>
        {
            [IsoDayOfWeek.Sunday] = [new OpeningInterval(LocalTime.Midnight, new LocalTime(6, 0))],
        });
        var saturday = new LocalDateTime(2026, 10, 24, 12, 0).InZoneStrictly(zone).ToInstant();
        Assert.Equal(7 * 4, SlotGrid.Starts(calendar, saturday, Duration.Zero, 1).Count);
    }
}
