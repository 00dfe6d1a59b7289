using FsCheck;
using FsCheck.Fluent;
using Kanal.Decisions.Prices;

namespace Kanal.Decisions.Tests.Prices;

/// <summary>Against the same question answered by trial: no other limits earn more.</summary>
public sealed class SlotPricesProperties
{
    sealed record Case(double[] Completions, ValueClass[] Classes)
    {
        public override string ToString() => $"{string.Join(' ', Completions)} | {string.Join(' ', Classes)}";
    }

    static readonly Gen<Case> Cases =
        from agents in Gen.Choose(1, 4)
        from concurrency in Gen.Choose(1, 2)
        from slowdown in Gen.Choose(0, 100)
        from seconds in Gen.Choose(60, 1200)
        from classes in Gen.ListOf(Gen.Choose(0, 200).Zip(Gen.Choose(-5, 60)), 2)
        select new Case(
            SlotPricesTests.Team(agents, concurrency, seconds, slowdown / 100.0),
            [.. classes.Select(its => new ValueClass(its.Item1, its.Item2))]);

    [Fact]
    public void No_other_limits_earn_more() => Property.Holds(Cases, x =>
    {
        var prices = SlotPrices.Of(x.Completions, x.Classes);
        var slots = x.Completions.Length - 1;
        var best = 0.0;
        for (var first = 0; first <= slots; first++)
        {
            for (var second = 0; second <= slots; second++)
            {
                best = Math.Max(best, Earned(x, [first, second]));
            }
        }

        var tolerance = 1e-9 * Math.Max(1, best);
        Assert.Equal(best, prices.ValuePerHour, tolerance);
        Assert.Equal(best, Earned(x, prices.Limits), tolerance);
        Assert.Equal(Earned(x, [slots, slots]), SlotPrices.AcceptAll(x.Completions, x.Classes), tolerance);
    });

    [Fact]
    public void Each_further_slot_costs_at_least_as_much_and_never_less_than_nothing() => Property.Holds(Cases, x =>
    {
        var prices = SlotPrices.Of(x.Completions, x.Classes).Prices;
        Assert.All(prices, price => Assert.True(price >= -1e-9));
        Assert.All(prices.Zip(prices.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-9));
    });

    // By the chances of each number in service.
    static double Earned(Case x, IReadOnlyList<int> limits)
    {
        var (weight, all, earned) = (1.0, 0.0, 0.0);
        for (var busy = 0; busy < x.Completions.Length; busy++)
        {
            if (busy > 0)
            {
                weight *= Let(x, limits, busy - 1).Sum(its => its.PerHour) / x.Completions[busy];
            }

            all += weight;
            earned += weight * Let(x, limits, busy).Sum(its => its.PerHour * its.Value);
        }

        return earned / all;
    }

    static IEnumerable<ValueClass> Let(Case x, IReadOnlyList<int> limits, int busy) => x.Classes.Where((_, i) => busy < limits[i]);
}
