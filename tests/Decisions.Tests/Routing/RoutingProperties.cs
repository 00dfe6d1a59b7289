using FsCheck.Fluent;
using Kanal.Decisions.Routing;

namespace Kanal.Decisions.Tests.Routing;

public sealed class RoutingProperties
{
    [Fact]
    public void Whatever_happens_in_whatever_order_the_rules_hold() =>
        Property.Holds(FloorCase.Any, @case => new RandomDay(@case).Live(), count: 700, smaller: FloorCase.Smaller);

    [Fact]
    public void A_ranked_set_ranks_as_a_sorted_list_does() => Property.Holds(Gen.ListOf(Gen.Choose(0, 200), 300), numbers =>
    {
        var set = new RankedSet<int>();
        var list = new SortedSet<int>();
        foreach (var number in numbers)
        {
            if (list.Add(number))
            {
                set.Add(number);
            }
            else
            {
                list.Remove(number);
                set.Remove(number);
            }
        }

        Assert.Equal(list.Count, set.Count);
        Assert.All(list.Index(), it => Assert.Equal(it.Index + 1, set.RankOf(it.Item)));
        Assert.Null(set.RankOf(-1));
    });
}
