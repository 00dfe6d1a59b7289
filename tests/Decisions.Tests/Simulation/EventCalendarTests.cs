using FsCheck.Fluent;
using Kanal.Decisions.Simulation;

namespace Kanal.Decisions.Tests.Simulation;

public sealed class EventCalendarTests
{
    [Fact]
    public void What_is_put_in_comes_out_by_time_and_of_equals_in_the_order_in_which_it_was_put_in() =>
        // Enough for several pages, at few enough times for many equals. Every third time something comes, as in a day that goes on.
        Property.Holds(Gen.ListOf(Gen.Choose(0, 200), 1_500), times =>
        {
            var calendar = new EventCalendar();
            var (known, now) = (new SortedSet<(long At, int Which)>(), 0L);
            foreach (var (which, after) in times.Index())
            {
                known.Add((now + after, which));
                calendar.Add(now + after, Happening.Work, which);
                if (which % 3 == 0)
                {
                    now = TakeFirst(calendar, known);
                }
            }

            while (known.Count > 0)
            {
                TakeFirst(calendar, known);
            }

            Assert.Equal(long.MaxValue, calendar.Next);
        });

    static long TakeFirst(EventCalendar calendar, SortedSet<(long At, int Which)> known)
    {
        var first = known.Min;
        known.Remove(first);
        Assert.Equal(first.At, calendar.Next);
        Assert.Equal(first, (calendar.Take() is var taken ? taken.At : 0, taken.Which));
        return first.At;
    }
}
