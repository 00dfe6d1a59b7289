using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Strategy.Checking;
using Kanal.Decisions.Strategy.Starters;
using Kanal.Decisions.Tests.Hours;
using static Kanal.Decisions.Tests.Strategy.Strategies;

namespace Kanal.Decisions.Tests.Strategy;

public sealed class StrategyCheckTests
{
    static readonly SiteChannel[] Channels =
    [
        new("chat", ChannelPace.Live), new("phone", ChannelPace.Live), new("callback", ChannelPace.Later), new("email", ChannelPace.Later), new("help", ChannelPace.SelfService),
    ];

    public static TheoryData<string> Starters => [.. Starter.All.Select(starter => starter.Key)];

    [Theory]
    [MemberData(nameof(Starters))]
    public void Strategies_to_start_from_have_nothing_wrong_with_them(string key)
    {
        var starter = Starter.All.Single(its => its.Key == key);
        var definition = starter.In(text => $"<{text}>");
        Assert.DoesNotContain('$', definition.Name + string.Concat(definition.Rules.Select(rule => rule!.Name)));
        Assert.Empty(Problems(definition));
        Assert.Empty(Checked(Read(definition)));
    }

    [Theory]
    [InlineData("""{"all":[{"fact":"basket.value","operator":"above","value":100},{"fact":"basket.value","operator":"below","value":100}]}""")]
    [InlineData("""{"all":[{"fact":"step","operator":"is","value":"a"},{"fact":"step","operator":"is","value":"b"}]}""")]
    [InlineData("""{"all":[{"fact":"step","operator":"is","value":"a"},{"not":{"fact":"step","operator":"isOneOf","value":["A","b"]}}]}""")]
    [InlineData("""{"all":[{"fact":"signals","operator":"has","value":"leaving"},{"fact":"signals","operator":"hasNoneOf","value":["leaving","hesitation"]}]}""")]
    [InlineData("""{"all":[{"fact":"topic","operator":"isUnknown"},{"fact":"topic","operator":"is","value":"x"}]}""")]
    [InlineData("""{"fact":"basket.value","operator":"below","value":0}""")]
    [InlineData("""{"fact":"device","operator":"isNoneOf","value":["desktop","phone","tablet"]},{"fact":"device","operator":"isKnown"}""")]
    [InlineData("""{"all":[{"fact":"page","operator":"like","value":"/a*"},{"not":{"fact":"page","operator":"startsWith","value":"/a"}}]}""")]
    public void A_condition_that_contradicts_itself_is_found(string when)
    {
        var condition = when.StartsWith("""{"fact":"device""", StringComparison.Ordinal) ? $$"""{"all":[{{when}}]}""" : when;
        Assert.Equal([(ProblemKind.NeverHolds, "rules[0].when")], Found(Rule("it", condition)));
    }

    [Fact]
    public void What_is_made_to_be_hard_is_left_unchecked_rather_than_holding_up_everybody()
    {
        var rules = Enumerable.Range(0, 150).Select(i => Rule($"r{i}", $$"""{"any":[{{string.Join(',', Enumerable.Range(0, 5).Select(j => $$"""{"fact":"page","operator":"like","value":"*/{{i}}/{{j}}*"}"""))}}]}"""));
        Assert.Contains(Checked(Read(string.Join(',', rules))), problem => problem.Kind == ProblemKind.NotChecked);
    }

    [Fact]
    public void One_way_of_several_that_never_holds_is_found() =>
        Assert.Equal([(ProblemKind.NeverHolds, "rules[0].when.any[1]")], Found(Rule("it", """{"any":[{"fact":"step","operator":"is","value":"a"},{"all":[{"fact":"open","operator":"is","value":true},{"fact":"open","operator":"is","value":false}]}]}""")));

    [Theory]
    [InlineData("""{"fact":"basket.value","operator":"above","value":100}""", """{"fact":"basket.value","operator":"atLeast","value":200}""")]
    [InlineData("""{"fact":"step","operator":"isOneOf","value":["a","b"]}""", """{"all":[{"fact":"step","operator":"is","value":"B"},{"fact":"open","operator":"is","value":true}]}""")]
    [InlineData("""{"all":[]}""", """{"fact":"topic","operator":"is","value":"x"}""")]
    [InlineData("""{"fact":"signals","operator":"has","value":"leaving"}""", """{"fact":"signals","operator":"hasAllOf","value":["leaving","hesitation"]}""")]
    public void A_rule_that_an_earlier_one_covers_is_never_reached(string first, string second)
    {
        var problem = Assert.Single(Checked(Read($"{Rule("first", first)},{Rule("second", second)}")), its => its.Place == "rules[1]");
        Assert.Equal((ProblemKind.NeverReached, "second", "first"), (problem.Kind, problem.Subject, problem.Other));
    }

    [Fact]
    public void A_rule_that_several_earlier_ones_cover_together_is_never_reached()
    {
        var rules = $"{Rule("small", """{"fact":"basket.value","operator":"below","value":100}""")},{Rule("large", """{"fact":"basket.value","operator":"atLeast","value":100}""")},{Rule("some", """{"fact":"basket.value","operator":"above","value":50}""")},{Rule("none", """{"fact":"basket.value","operator":"isUnknown"}""")}";
        var problems = Checked(Read(rules));
        Assert.Equal([(ProblemKind.NeverReached, "rules[2]"), (ProblemKind.NeverReached, "rules[4]")], problems.Select(problem => (problem.Kind, problem.Place)));
        Assert.Null(problems[0].Other);
    }

    [Fact]
    public void A_rule_that_differs_by_one_visitor_is_reached()
    {
        Assert.Empty(Found($"{Rule("small", """{"fact":"basket.value","operator":"below","value":100}""")},{Rule("some", """{"fact":"basket.value","operator":"atMost","value":100}""")}"));
        Assert.Empty(Found($"{Rule("trips", """{"fact":"page","operator":"startsWith","value":"/trips"}""")},{Rule("one", """{"fact":"page","operator":"is","value":"/trips/1"}""")}"));
    }

    [Fact]
    public void Times_that_never_come_with_these_hours_are_found() =>
        Assert.Equal([(ProblemKind.TimesNeverCome, "rules[0].when")], Found(Rule("it", """{"all":[{"fact":"open","operator":"is","value":true},{"fact":"weekday","operator":"is","value":"sunday"}]}""")));

    [Fact]
    public void Somebodys_time_offered_only_while_closed_is_found()
    {
        var night = """{"fact":"time","operator":"between","value":["20:00","06:00"]}""";
        Assert.Equal([ProblemKind.NeverOpen], Checked(Read(Rule("it", night, """ "offer":["chat","phone"]"""))).Select(problem => problem.Kind));
        Assert.Empty(Found(Rule("it", night, """ "offer":["chat","email"]""")));
        Assert.Empty(Found(Rule("it", """{"fact":"time","operator":"between","value":["17:59","06:00"]}""", """ "offer":["chat","phone"]""")));
    }

    [Fact]
    public void A_menu_that_could_be_empty_is_found()
    {
        var rule = Rule("it", """{"fact":"step","operator":"is","value":"x"}""", """ "offer":["chat"],"withhold":["email","callback","help"]""");
        Assert.Equal([(ProblemKind.MenuCouldBeEmpty, "rules[0].offer")], Found(rule));
    }

    [Fact]
    public void A_channel_that_the_site_does_not_have_and_a_group_that_nobody_uses_are_told()
    {
        Assert.Equal([(ProblemKind.UnknownChannel, "rules[0].offer[1]")], Found(Rule("it", """{"fact":"step","operator":"is","value":"x"}""", """ "offer":["chat","pigeon"]""")));
        Assert.Equal([ProblemKind.UnusedGroup], Problems(Of("", ""","groups":{"a":{"all":[]}}""")).Select(problem => problem.Kind));
        Assert.NotNull(ChannelStrategy.From(Of("", ""","groups":{"a":{"all":[]}}"""), FactCatalogue.Standard, out _));
    }

    [Fact]
    public void What_is_too_tangled_says_so_instead_of_taking_for_ever()
    {
        var way = (int i) => $$"""{"any":[{{string.Join(',', Enumerable.Range(0, 12).Select(j => $$"""{"all":[{"fact":"page","operator":"contains","value":"{{i}}-{{j}}"},{"fact":"step","operator":"contains","value":"{{i}}-{{j}}"}]}"""))}}]}""";
        var tangled = $$"""{"all":[{{string.Join(',', Enumerable.Range(0, 6).Select(way))}}]}""";
        Assert.Contains(Found(Rule("it", tangled)), found => found.Kind == ProblemKind.NotChecked);
    }

    static IReadOnlyList<(ProblemKind Kind, string Place)> Found(string rules) => [.. Checked(Read(rules)).Select(problem => (problem.Kind, problem.Place))];

    static IReadOnlyList<StrategyProblem> Checked(ChannelStrategy strategy) => StrategyCheck.Of(strategy, Calendars.Office(), Channels, Clock.At("2026-06-01 12:00"));
}
