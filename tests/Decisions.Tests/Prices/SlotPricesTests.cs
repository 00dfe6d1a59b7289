using System.Globalization;
using Kanal.Decisions.Prices;
using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Prices;

public sealed class SlotPricesTests
{
    public static TheoryData<string> Cases => [.. Reference.Rows("admission.csv").Select(row => row["id"])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Limits_and_values_are_those_of_the_reference(string id)
    {
        var row = Reference.Rows("admission.csv").Single(row => row["id"] == id);
        var completions = Team((int)Number(row["agents"]), (int)Number(row["max_concurrency"]), Number(row["aht1_s"]), Number(row["alpha"]));
        ValueClass[] classes = [.. Numbers(row["class_rates_per_hour"]).Zip(Numbers(row["class_values"]), (rate, value) => new ValueClass(rate, value))];

        var prices = SlotPrices.Of(completions, classes);

        Assert.Equal(Numbers(row["optimal_limit_per_class"]).Select(limit => (int)limit), prices.Limits);
        Near(Number(row["optimal_value_per_hour"]), prices.ValuePerHour, 1e-6);
        Near(Number(row["accept_all_value_per_hour"]), SlotPrices.AcceptAll(completions, classes), 1e-6);
        var costs = Numbers(row["opportunity_cost_at_state_0_mid_last"]);
        Assert.Equal(costs[0], prices.Prices[0], 1e-4);
        Assert.Equal(costs[1], prices.Prices[prices.Prices.Count / 2], 1e-4);
        Assert.Equal(costs[2], prices.Prices[^1], 1e-4);
    }

    [Fact]
    public void Classes_are_answered_in_the_order_they_were_given()
    {
        var team = Team(5, 3, 480, 0.3);
        var sorted = SlotPrices.Of(team, [new(18, 40), new(53, 12), new(105, 2)]);
        var mixed = SlotPrices.Of(team, [new(105, 2), new(18, 40), new(53, 12)]);
        Assert.Equal([15, 14, 0], sorted.Limits);
        Assert.Equal([0, 15, 14], mixed.Limits);
        Assert.Equal(sorted.ValuePerHour, mixed.ValuePerHour, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Who_is_worth_nothing_is_never_let_in_for_value(double value)
    {
        var prices = SlotPrices.Of(Team(10, 1, 300, 0), [new(1, 50), new(1, value)]);
        Assert.Equal([10, 0], prices.Limits);
    }

    [Fact]
    public void Where_nobody_is_worth_anything_or_nobody_comes_slots_cost_nothing()
    {
        Assert.Equal(0, SlotPrices.Of(Team(3, 1, 300, 0), [new(10, -1), new(10, 0)]).ValuePerHour);
        Assert.Equal([3, 3], SlotPrices.Of(Team(3, 1, 300, 0), [new(0, 5), new(0, 1)]).Limits);
        Assert.All(SlotPrices.Of(Team(3, 1, 300, 0), [new(0, 5)]).Prices, price => Assert.Equal(0, price));
        Assert.Equal([0], SlotPrices.Of([0], [new(10, 5)]).Limits);
        Assert.Equal(0, SlotPrices.None.At(3));
    }

    [Fact]
    public void Equal_values_are_one_class()
    {
        var team = Team(4, 2, 400, 0.3);
        var one = SlotPrices.Of(team, [new(100, 7)]);
        var three = SlotPrices.Of(team, [new(20, 7), new(50, 7), new(30, 7)]);
        Assert.Equal(one.ValuePerHour, three.ValuePerHour, 1e-9);
        Assert.Equal([8, 8, 8], three.Limits);
    }

    [Fact]
    public void A_class_worth_exactly_the_price_is_let_in()
    {
        // One agent, 4 an hour worth 30: the slot costs 12.
        Assert.Equal([1, 1], SlotPrices.Of(Team(1, 1, 600, 0), [new(4, 30), new(8, 12)]).Limits);
        Assert.Equal([1, 0], SlotPrices.Of(Team(1, 1, 600, 0), [new(4, 30), new(8, 11.999)]).Limits);
    }

    [Fact]
    public void At_light_load_the_price_keeps_its_digits()
    {
        // Erlang's loss with a = 0.1 and 20 slots is some 4e-39; what one more busy slot costs at first is that again, times the value.
        var prices = SlotPrices.Of(Team(20, 1, 3600, 0), [new(0.1, 50)]);
        Near(0.1 * 50 * Blocking(0.1, 20) / 0.1, prices.Prices[0], 1e-9);
        Near(50 * 0.1 * (1 - Blocking(0.1, 20)), prices.ValuePerHour, 1e-12);
    }

    [Fact]
    public void In_the_worst_of_crowds_the_team_serves_the_best_and_nobody_else()
    {
        var prices = SlotPrices.Of(Team(10, 1, 300, 0), [new(1e9, 50), new(1e9, 5)]);
        Near(120 * 50, prices.ValuePerHour, 1e-6);
        Assert.Equal([10, 0], prices.Limits);
    }

    [Fact]
    public void Between_two_numbers_in_service_the_price_is_between_theirs_and_with_all_taken_it_is_the_last()
    {
        var prices = SlotPrices.Of(Team(10, 1, 300, 0), [new(40, 50), new(80, 5)]);
        Assert.Equal((prices.Prices[4] + prices.Prices[5]) / 2, prices.At(4.5), 1e-12);
        Assert.Equal(prices.Prices[0], prices.At(-1));
        Assert.Equal(prices.Prices[9], prices.At(12));
        Assert.Equal(prices.Prices[0], prices.At(double.NaN));
    }

    internal static double[] Team(int agents, int concurrency, double handleSeconds, double slowdown) =>
        SimultaneousChats.CompletionRates(agents, SimultaneousChats.Linear(handleSeconds / 3600, slowdown, concurrency));

    static double Blocking(double load, int slots) => Enumerable.Range(1, slots).Aggregate(1.0, (blocked, slot) => load * blocked / (slot + load * blocked));

    static void Near(double expected, double actual, double relative) => Assert.Equal(expected, actual, Math.Abs(expected) * relative);

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static double[] Numbers(string text) => [.. text.Split(' ').Select(Number)];
}
