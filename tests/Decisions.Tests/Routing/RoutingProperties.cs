using FsCheck.Fluent;
using Kanal.Decisions.Routing;

namespace Kanal.Decisions.Tests.Routing;

public sealed class RoutingProperties
{
    [Fact]
    public void Whatever_happens_in_whatever_order_the_rules_hold() =>
        Property.Holds(FloorCase.Any, @case => new RandomDay(@case).Live(), count: 300, smaller: FloorCase.Smaller);

    [Fact]
    public void A_ranked_set_ranks_as_a_sorted_list_does() => Property.Holds(Gen.ListOf(Gen.Choose(0, 400), 900), numbers =>
    {
        var set = new RankedSet<Boxed>();
        var list = new SortedSet<Boxed>();
        foreach (var number in numbers.Select(number => new Boxed(number)))
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
        Assert.Equal(list, set);
        Assert.Equal(list.Min, set.First);
        Assert.Equal(list.Count(it => it.Number % 10 < 5), set.CountWhile(it => it.Number % 10 < 5));
        Assert.All(list.Index(), it => Assert.Equal(it.Index + 1, set.PlaceOf(it.Item)));
        Assert.Null(set.PlaceOf(new Boxed(-1)));
    });

    [Fact]
    public void A_table_by_id_holds_what_a_dictionary_does() => Property.Holds(Gen.ListOf(Gen.Choose(0, 60), 300), numbers =>
    {
        var table = new ById<Boxed>();
        var dictionary = new Dictionary<long, Boxed>();
        // Ids that stand close together, as those of a sequence, and far apart, as those of a node.
        foreach (var id in numbers.Select(number => number % 2 == 0 ? number : (long)number << 40))
        {
            if (dictionary.Remove(id, out var gone))
            {
                Assert.Same(gone, table.Remove(id));
            }
            else
            {
                table.Add(id, dictionary[id] = new Boxed((int)(id % 1_000)));
            }

            Assert.Null(table.Remove(-1));
            Assert.Equal(dictionary.Count, table.Count);
            Assert.All(dictionary, it => Assert.Same(it.Value, table.Find(it.Key)));
            Assert.Equal(dictionary.Values.OrderBy(it => it.Number), table.OrderBy(it => it.Number));
        }
    });

    sealed record Boxed(int Number) : IComparable<Boxed>, IRanked
    {
        public Rank Rank => new(Number % 10, Number);

        public int CompareTo(Boxed? other) => other is null ? 1 : (Number % 10, Number).CompareTo((other.Number % 10, other.Number));
    }
}
