using Kanal.Decisions.Facts;
using Kanal.Decisions.Prices;
using Kanal.Decisions.Simulation;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Tests.Staffing;
using NodaTime;

namespace Kanal.Decisions.Tests.Simulation;

public sealed class WorthTests
{
    [Theory]
    [InlineData("M01")]
    [InlineData("M07")]
    [InlineData("M08")]
    [InlineData("M10")]
    [InlineData("M11")]
    public void Slots_at_their_price_earn_within_a_hundredth_of_what_can_be_earned(string id)
    {
        var row = Rows.Row("admission.csv", id);
        var (scenario, hours) = Team(row, known: true);
        var result = Trials.Play(scenario, 6, seed: 5);
        var earned = result.House("solved_value");
        var (low, high) = (earned.Low / hours, earned.High / hours);
        var best = row.Number("optimal_value_per_hour");
        Assert.True(high >= 0.99 * best && low <= 1.01 * best, $"{earned.Value / hours} ({low} to {high}) is not {best}");
        Assert.True(earned.Value / hours > 0.98 * best, $"{earned.Value / hours} is not {best}");
    }

    /// <summary>The same visitors, whose worth and number are known beforehand or learned from the menus that were shown.</summary>
    [Theory]
    [InlineData("M01")]
    [InlineData("M02")]
    [InlineData("M05")]
    [InlineData("M07")]
    [InlineData("M08")]
    public void Prices_that_were_learned_earn_within_a_hundredth_of_those_that_are_exact(string id)
    {
        var row = Rows.Row("admission.csv", id);
        var (exact, learned) = (Earned(known: true), Earned(known: false));
        Assert.InRange(learned / exact, 0.99, 1.01);

        double Earned(bool known) => Trials.Play(Team(row, known).Scenario, 4, seed: 5).House("solved_value").Value;
    }

    static (Scenario Scenario, double Hours) Team(IReadOnlyDictionary<string, string> row, bool known)
    {
        var (rates, values) = (row.Numbers("class_rates_per_hour"), row.Numbers("class_values"));
        var (agents, atOnce) = ((int)row.Number("agents"), (int)row.Number("max_concurrency"));
        var chat = new SimulatedChannel("chat", ChannelPace.Live) { Handle = Draw.Exponential(row.Number("aht1_s")), Stretch = SimulatedChannel.Linear(row.Number("alpha"), atOnce), AtOnce = atOnce };
        var warmUp = Duration.FromHours(4);
        var length = warmUp + Duration.FromHours(1 + 3_500 / rates.Sum());
        var scenario = Trials.Team(chat, agents, 0, length, warmUp) with
        {
            Channels = [chat, new("help", ChannelPace.SelfService)],
            Visitors =
            [
                .. rates.Zip(values).Index().Select(its => new VisitorKind($"class {its.Index}")
                {
                    // The last hour brings nobody, so that everybody is done with.
                    Arrivals = new PoissonArrivals([new(Trials.Monday, its.Item.First), new(Trials.Monday + length - Duration.FromHours(1), 0)]),
                    Facts = [new TextFact("topic", [($"class-{its.Index}", 1)])],
                    Prefers = new Dictionary<string, double> { ["help"] = 0 },
                    SolvedValue = its.Item.Second,
                }),
            ],
            Strategy = Paying(values),
            Demand = known ? [.. rates.Zip(values, (rate, value) => new ValueClass(rate, value))] : null,
        };
        return (scenario, (length - warmUp).TotalHours - 1);
    }

    static ChannelStrategy Paying(double[] values) => ChannelStrategy.From(
        new StrategyDefinition
        {
            Name = "at a price",
            Rules = [new RuleDefinition { Id = "everybody", Name = "everybody", Offer = ["chat", "help"], WaitLimitSeconds = 0 }],
            Economy = new EconomyDefinition { Topics = values.Index().ToDictionary(its => $"class-{its.Index}", its => its.Item) },
        },
        FactCatalogue.Standard, out _)!;
}
