using Kanal.Decisions.Prices;
using NodaTime;

namespace Kanal.Decisions.Tests.Prices;

public sealed class DemandTests
{
    static readonly Instant _start = Instant.FromUtc(2026, 11, 23, 8, 0);

    long _menus;

    [Fact]
    public void Those_who_only_look_are_not_expected_in_line_however_much_is_in_their_baskets()
    {
        var demand = new Demand(_start);
        var now = Show(demand, 900, value: 400, taking: 0);
        Show(demand, 90, value: 20, taking: 45);
        var classes = demand.Classes(now);
        Assert.Equal([400, 20], classes.Select(its => Math.Round(its.Value)));
        Assert.InRange(classes[0].PerHour, 0, 2);
        Assert.InRange(classes[1].PerHour, 75, 95);
    }

    [Fact]
    public void Those_who_look_now_count_by_what_their_like_made_of_it()
    {
        var demand = new Demand(_start);
        Show(demand, 400, value: 400, taking: 0);
        var now = Show(demand, 400, value: 20, taking: 400);
        // Everybody has had the time to decide.
        now += Duration.FromMinutes(5);
        Assert.Equal(0, demand.Outstanding(now));
        Look(demand, 10, 400, now);
        Assert.InRange(demand.Outstanding(now), 0, 0.3);
        Look(demand, 10, 20, now);
        Assert.InRange(demand.Outstanding(now), 9, 10.3);
    }

    [Fact]
    public void A_class_that_was_hardly_ever_shown_it_takes_it_as_all_do()
    {
        var demand = new Demand(_start);
        var now = Show(demand, 1_000, value: 20, taking: 300);
        now += Duration.FromMinutes(5);
        Look(demand, 1, 4_000, now);
        Assert.InRange(demand.Outstanding(now), 0.25, 0.31);
    }

    [Fact]
    public void Whoever_has_taken_it_is_not_expected_any_more()
    {
        var demand = new Demand(_start);
        Look(demand, 3, 20, _start);
        demand.Taken(_menus, 20, _start);
        demand.Taken(_menus - 1, 20, _start);
        Assert.InRange(demand.Outstanding(_start), 0.01, 0.99);
        demand.Taken(_menus - 2, 20, _start);
        Assert.Equal(0, demand.Outstanding(_start));
        Assert.Equal(0, demand.Outstanding(_start + Duration.FromMinutes(2)));
    }

    // Half an hour of them, evenly.
    Instant Show(Demand demand, int visitors, double value, int taking)
    {
        for (var visitor = 0; visitor < visitors; visitor++)
        {
            var now = _start + Duration.FromMinutes(30) * visitor / visitors;
            demand.Shown(++_menus, value, offered: true, now);
            if (visitor * taking / visitors < (visitor + 1) * taking / visitors)
            {
                demand.Taken(_menus, value, now);
            }
        }

        return _start + Duration.FromMinutes(30);
    }

    void Look(Demand demand, int visitors, double value, Instant now)
    {
        for (var visitor = 0; visitor < visitors; visitor++)
        {
            demand.Shown(++_menus, value, offered: true, now);
        }
    }
}
