using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Decisions.Tests.Strategy;

public sealed class ConditionTests
{
    static readonly FactValues Visitor = Strategies.Facts()
        .Put("page", "/Trips/lofoten/pay").Put("step", "payment").Put("basket.value", 5_000).Put("signals", [Signals.Leaving, Signals.FormError])
        .Put("visit.returning", true).Put("time", 570).Put("weekday", "monday");

    [Theory]
    [InlineData("""{"fact":"step","operator":"is","value":"PAYMENT"}""", true)]
    [InlineData("""{"fact":"step","operator":"isNot","value":"payment"}""", false)]
    [InlineData("""{"fact":"topic","operator":"is","value":"x"}""", false)]
    [InlineData("""{"fact":"topic","operator":"isNot","value":"x"}""", true)]
    [InlineData("""{"fact":"step","operator":"isOneOf","value":["basket","payment"]}""", true)]
    [InlineData("""{"fact":"step","operator":"isNoneOf","value":["basket","payment"]}""", false)]
    [InlineData("""{"fact":"page","operator":"startsWith","value":"/trips"}""", true)]
    [InlineData("""{"fact":"page","operator":"contains","value":"LOFOTEN"}""", true)]
    [InlineData("""{"fact":"page","operator":"like","value":"/trips/*/pay"}""", true)]
    [InlineData("""{"fact":"page","operator":"like","value":"/trips/*/pay/*"}""", false)]
    [InlineData("""{"fact":"page","operator":"like","value":"*o*o*o*"}""", false)]
    [InlineData("""{"fact":"basket.value","operator":"atLeast","value":5000}""", true)]
    [InlineData("""{"fact":"basket.value","operator":"above","value":5000}""", false)]
    [InlineData("""{"fact":"basket.value","operator":"atMost","value":5000}""", true)]
    [InlineData("""{"fact":"basket.value","operator":"below","value":5000}""", false)]
    [InlineData("""{"fact":"basket.value","operator":"between","value":[5000,6000]}""", true)]
    [InlineData("""{"fact":"basket.value","operator":"is","value":5000}""", true)]
    [InlineData("""{"fact":"basket.items","operator":"below","value":3}""", false)]
    [InlineData("""{"fact":"basket.items","operator":"isUnknown"}""", true)]
    [InlineData("""{"fact":"basket.items","operator":"isKnown"}""", false)]
    [InlineData("""{"fact":"visit.returning","operator":"is","value":true}""", true)]
    [InlineData("""{"fact":"customer.known","operator":"isNot","value":true}""", true)]
    [InlineData("""{"fact":"signals","operator":"has","value":"leaving"}""", true)]
    [InlineData("""{"fact":"signals","operator":"hasAllOf","value":["leaving","hesitation"]}""", false)]
    [InlineData("""{"fact":"signals","operator":"hasAnyOf","value":["leaving","hesitation"]}""", true)]
    [InlineData("""{"fact":"signals","operator":"hasNoneOf","value":["idleBasket"]}""", true)]
    [InlineData("""{"fact":"time","operator":"between","value":["9:00","9:30"]}""", true)]
    [InlineData("""{"fact":"time","operator":"between","value":["22:00","06:00"]}""", false)]
    [InlineData("""{"fact":"time","operator":"between","value":["22:00","10:00"]}""", true)]
    [InlineData("""{"all":[]}""", true)]
    [InlineData("""{"not":{"any":[{"fact":"weekday","operator":"is","value":"monday"}]}}""", false)]
    [InlineData("""{"all":[{"group":"ready"},{"fact":"step","operator":"isKnown"}]}""", true)]
    public void A_condition_holds_when_it_says_so(string when, bool holds)
    {
        var strategy = Strategies.Read(Strategies.Rule("it", when), ""","groups":{"ready":{"fact":"basket.value","operator":"above","value":1}}""");
        Assert.Equal(holds ? "it" : "everybody", strategy.RuleFor(Visitor).Id);
    }

    [Fact]
    public void The_first_rule_that_holds_decides()
    {
        var strategy = Strategies.Read($"{Strategies.Rule("a", """{"fact":"step","operator":"is","value":"x"}""")},{Strategies.Rule("b", """{"fact":"step","operator":"is","value":"payment"}""")},{Strategies.Rule("c", """{"all":[]}""")}");
        Assert.Equal("b", strategy.RuleFor(Visitor).Id);
    }

    [Fact]
    public void Each_rule_tells_how_it_stands_and_which_of_its_tests_hold()
    {
        var strategy = Strategies.Read(
            Strategies.Rule("it", """{"all":[{"group":"rich"},{"not":{"fact":"step","operator":"is","value":"payment"}}]}"""),
            ""","groups":{"rich":{"fact":"basket.value","operator":"above","value":1}}""");
        var explained = strategy.Explain(Visitor);
        Assert.Equal([("it", false, false), ("everybody", true, true)], explained.Select(rule => (rule.Rule, rule.Holds, rule.Decides)));
        Assert.Equal([("groups.rich", "5000", true), ("rules[0].when.all[1].not", "\"payment\"", true)], explained[0].Tests.Select(test => (test.Place, test.Value!.ToJsonString(), test.Holds)));
    }

    [Fact]
    public void Each_kind_of_fact_has_its_operators_and_they_all_can_be_read()
    {
        foreach (var kind in Enum.GetValues<FactKind>())
        {
            Assert.All(ConditionOperators.For(kind), its => Assert.Equal(its, ConditionOperators.Read(its.Text())));
        }
    }

    [Fact]
    public void A_pattern_takes_no_longer_than_its_text()
    {
        var pattern = new Pattern(string.Concat(Enumerable.Repeat("*a", 250)) + "*b");
        Assert.False(pattern.Fits(new string('a', 2_048)));
    }
}
