using Kanal.Decisions.Strategy;
using static Kanal.Decisions.Tests.Strategy.Strategies;

namespace Kanal.Decisions.Tests.Strategy;

public sealed class StrategyReadingTests
{
    [Fact]
    public void A_strategy_is_written_as_it_is_read()
    {
        var definition = Of(
            Rule("checkout", """{"all":[{"fact":"step","operator":"is","value":"payment"},{"not":{"group":"small"}}]}""", """ "offer":["chat"],"withhold":["phone"],"waitLimitSeconds":60,"invite":{"on":["leaving"],"text":"checkout"}"""),
            ""","groups":{"small":{"fact":"basket.value","operator":"below","value":100}},"economy":{"marginShare":0.2},"holdout":{"salt":"s"}""");
        var text = StrategyJson.Write(definition);
        var again = StrategyJson.Read(text, out var problem)!;
        Assert.Null(problem);
        Assert.Equal(text, StrategyJson.Write(again));
        Assert.Empty(Problems(again));
        Assert.Equal(0.1, again.Holdout!.Share);
        Assert.Equal(24, again.Invitations.CoolDownHours);
    }

    [Theory]
    [InlineData("""{"fact":"colour","operator":"is","value":"red"}""", ProblemKind.UnknownFact, "rules[0].when.fact")]
    [InlineData("""{"all":[{"fact":"step","operator":"is","value":"x"},{"fact":"basket.value","operator":"is","value":"many"}]}""", ProblemKind.WrongValue, "rules[0].when.all[1].value")]
    [InlineData("""{"fact":"step","operator":"equals","value":"x"}""", ProblemKind.UnknownOperator, "rules[0].when.operator")]
    [InlineData("""{"fact":"step","operator":"above","value":1}""", ProblemKind.WrongOperator, "rules[0].when.operator")]
    [InlineData("""{"fact":"step","operator":"is"}""", ProblemKind.WrongValue, "rules[0].when.value")]
    [InlineData("""{"fact":"step","operator":"isKnown","value":true}""", ProblemKind.WrongValue, "rules[0].when.value")]
    [InlineData("""{"fact":"step","operator":"isOneOf","value":["a",7]}""", ProblemKind.WrongValue, "rules[0].when.value[1]")]
    [InlineData("""{"fact":"device","operator":"is","value":"toaster"}""", ProblemKind.WrongValue, "rules[0].when.value")]
    [InlineData("""{"fact":"signals","operator":"has","value":"panic"}""", ProblemKind.WrongValue, "rules[0].when.value")]
    [InlineData("""{"fact":"basket.value","operator":"between","value":[5,1]}""", ProblemKind.WrongValue, "rules[0].when.value")]
    [InlineData("""{"fact":"basket.value","operator":"above","value":1e999}""", ProblemKind.WrongValue, "rules[0].when.value")]
    [InlineData("""{"fact":"time","operator":"above","value":"25:00"}""", ProblemKind.WrongValue, "rules[0].when.value")]
    [InlineData("""{}""", ProblemKind.OneFormNeeded, "rules[0].when")]
    [InlineData("""{"all":[],"any":[]}""", ProblemKind.OneFormNeeded, "rules[0].when")]
    [InlineData("""{"any":[]}""", ProblemKind.Missing, "rules[0].when.any")]
    [InlineData("""{"all":[null]}""", ProblemKind.Missing, "rules[0].when.all[0]")]
    [InlineData("""{"group":"nobody"}""", ProblemKind.UnknownGroup, "rules[0].when.group")]
    public void What_is_wrong_with_a_condition_is_said_with_its_place(string when, ProblemKind kind, string place)
    {
        var problem = Assert.Single(Problems(Of(Rule("it", when))));
        Assert.Equal((kind, place, true), (problem.Kind, problem.Place, problem.Stops));
        Assert.NotEmpty(problem.Sentence);
    }

    [Theory]
    [InlineData(""" "offer":[]""", ProblemKind.Missing, "rules[0].offer")]
    [InlineData(""" "offer":["chat","chat"]""", ProblemKind.Twice, "rules[0].offer[1]")]
    [InlineData(""" "offer":["chat"],"withhold":["chat"]""", ProblemKind.OfferedAndWithheld, "rules[0].withhold")]
    [InlineData(""" "offer":["chat"],"recommend":"email" """, ProblemKind.Missing, "rules[0].recommend")]
    [InlineData(""" "offer":["a b"]""", ProblemKind.OutOfBounds, "rules[0].offer[0]")]
    [InlineData(""" "offer":[null]""", ProblemKind.OutOfBounds, "rules[0].offer[0]")]
    [InlineData(""" "offer":["chat"],"value":11""", ProblemKind.OutOfBounds, "rules[0].value")]
    [InlineData(""" "offer":["chat"],"waitLimitSeconds":-1""", ProblemKind.OutOfBounds, "rules[0].waitLimitSeconds")]
    [InlineData(""" "offer":["chat"],"uplift":2""", ProblemKind.OutOfBounds, "rules[0].uplift")]
    [InlineData(""" "offer":["chat"],"invite":{"on":["panic"],"text":"x"}""", ProblemKind.UnknownSignal, "rules[0].invite.on[0]")]
    [InlineData(""" "offer":["chat"],"invite":{"on":["leaving"],"text":"x","afterSeconds":5}""", ProblemKind.OutOfBounds, "rules[0].invite.afterSeconds")]
    [InlineData(""" "offer":["chat"],"invite":{"on":[],"text":"x"}""", ProblemKind.Missing, "rules[0].invite.on")]
    public void What_is_wrong_with_a_rule_is_said_with_its_place(string more, ProblemKind kind, string place)
    {
        var problem = Assert.Single(Problems(Of(Rule("it", """{"all":[]}""", more))));
        Assert.Equal((kind, place), (problem.Kind, problem.Place));
    }

    [Theory]
    [InlineData("""{"economy":{"marginShare":7}}""", "economy.marginShare")]
    [InlineData("""{"economy":{"costs":{"chat":-1}}}""", "economy.costs.chat")]
    [InlineData("""{"holdout":{"share":0.9,"salt":"s"}}""", "holdout.share")]
    [InlineData("""{"holdout":{}}""", "holdout.salt")]
    [InlineData("""{"holdout":{"salt":"s","admission":0.5}}""", "holdout.admission")]
    [InlineData("""{"invitations":{"coolDownHours":0}}""", "invitations.coolDownHours")]
    [InlineData("""{"plain":["?"]}""", "plain[0]")]
    [InlineData("""{"format":2}""", "format")]
    public void Numbers_beyond_their_bounds_are_named(string more, string place) =>
        Assert.Equal([place], Problems(Of("", "," + more[1..^1])).Select(problem => problem.Place));

    [Fact]
    public void Groups_that_refer_to_each_other_in_a_circle_are_named()
    {
        var problems = Problems(Of(Rule("it", """{"group":"a"}"""), ""","groups":{"a":{"all":[{"group":"b"}]},"b":{"not":{"group":"a"}}}"""));
        var problem = Assert.Single(problems);
        Assert.Equal((ProblemKind.CyclicGroups, "groups.b.not.group"), (problem.Kind, problem.Place));
        Assert.Contains("a, b", problem.Sentence, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.CyclicGroups, Problems(Of("", ""","groups":{"a":{"group":"a"}}"""))[0].Kind);
    }

    [Fact]
    public void Groups_that_double_themselves_are_stopped()
    {
        var groups = string.Join(',', Enumerable.Range(1, 11).Select(i => $$"""  "g{{i}}":{"all":[{"group":"g{{i - 1}}"},{"group":"g{{i - 1}}"},{"group":"g{{i - 1}}"}]}"""));
        var problems = Problems(Of(Rule("it", """{"group":"g11"}"""), $$""","groups":{"g0":{"fact":"open","operator":"is","value":true},{{groups}}}"""));
        Assert.Contains(problems, problem => problem.Kind == ProblemKind.TooLarge);
    }

    [Fact]
    public void The_last_rule_holds_for_everybody_and_ids_are_there_once()
    {
        var definition = Of(Rule("everybody", """{"all":[]}"""));
        Assert.Equal(["rules[1].id"], Problems(definition).Select(problem => problem.Place));
        Assert.Equal([ProblemKind.LastRuleHasCondition], Problems(definition with { Rules = [definition.Rules[0]] }).Select(problem => problem.Kind));
        Assert.Equal([ProblemKind.Missing], Problems(definition with { Rules = [] }).Select(problem => problem.Kind));
        Assert.Contains(Problems(definition with { Rules = [null, definition.Rules[1]] }), problem => problem.Place == "rules[0]");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("""{"name":"x","colour":1}""", "colour")]
    [InlineData("""{"name":"x","rules":[{"id":"a","offers":["chat"]}]}""", "rules[0].offers")]
    [InlineData("""{"name":"x","rules":[{"id":"a","offer":"chat"}]}""", "rules[0].offer")]
    [InlineData("""{"name":"x","rules":[{"id":"a","offer":null}]}""", "rules[0].offer")]
    [InlineData("""{"name":"x","rules":[{"id":"a","value":"much"}]}""", "rules[0].value")]
    [InlineData("""{"name":"x","name":"y"}""", "name")]
    [InlineData("""{"name":"x","economy":{"uplift":1e999}}""", "economy.uplift")]
    [InlineData("""{"name":"x","rules":[{"when":{"fact":"step","operator":"is","value":"\ud800"}}]}""", "rules[0].when.value")]
    [InlineData("""{"name":"x","rules":[{"when":{"fact":"step","operator":"isOneOf","value":[{}]}}]}""", "rules[0].when.value")]
    public void What_is_no_strategy_is_told_with_its_place_and_throws_nothing(string json, string place)
    {
        Assert.Null(StrategyJson.Read(json, out var problem));
        Assert.Equal((ProblemKind.Unreadable, place), (problem!.Kind, problem.Place));
        Assert.DoesNotContain("Kanal.", problem.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", problem.Sentence, StringComparison.Ordinal);
    }
}
