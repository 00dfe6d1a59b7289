using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Strategy.Checking;
using Kanal.Decisions.Strategy.Conditions;
using Kanal.Decisions.Strategy.Starters;
using Kanal.Decisions.Tests.Hours;

namespace Kanal.Decisions.Tests.Strategy;

/// <summary>Against every visitor there can be: the rules of these cases tell only a few hundred apart.</summary>
public sealed class StrategyCheckProperties
{
    static readonly Gen<ConditionDefinition> Test = Gen.OneOf(
        Compared("step", Gen.Elements(("is", "\"a\""), ("isNot", "\"a\""), ("isOneOf", "[\"a\",\"b\"]"), ("isNoneOf", "[\"b\",\"c\"]"), ("isKnown", null))),
        Compared("basket.value", Gen.Elements<(string, string?)>(("atLeast", "1"), ("above", "1"), ("below", "2"), ("atMost", "0"), ("between", "[1,3]"), ("is", "2"), ("isNot", "2"), ("isUnknown", null))),
        Compared("customer.known", Gen.Elements<(string, string?)>(("is", "true"), ("isNot", "true"), ("is", "false"))),
        Compared("signals", Gen.Elements<(string, string?)>(("has", "\"leaving\""), ("hasNoneOf", "[\"leaving\",\"hesitation\"]"), ("hasAllOf", "[\"leaving\",\"hesitation\"]"))));

    static readonly FactValues[] Everybody =
    [
        .. from step in new[] { null, "a", "b", "c", "d" }
           from basket in new[] { -1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4 }
           from known in new bool?[] { null, true, false }
           from signals in new[] { [], new[] { "leaving" }, ["hesitation"], ["leaving", "hesitation"] }
           select Visitor(step, basket, known, signals),
    ];

    [Fact]
    public void A_rule_is_said_to_decide_for_nobody_exactly_where_there_is_nobody() => Property.Holds(Strategies(), strategy =>
    {
        var decides = Everybody.Select(visitor => strategy.RuleFor(visitor).Id).ToHashSet();
        var said = Check(strategy).Where(problem => problem.Kind is ProblemKind.NeverReached || (problem.Kind is ProblemKind.NeverHolds && problem.Place.EndsWith("].when", StringComparison.Ordinal)))
            .Select(problem => problem.Subject).ToHashSet();
        Assert.All(strategy.Rules, rule => Assert.True(decides.Contains(rule.Id) != said.Contains(rule.Id), $"{rule.Id} of {StrategyJson.Write(strategy.Definition)}"));
    });

    [Fact]
    public void Whatever_is_sent_as_a_strategy_is_read_or_refused_and_throws_nothing() => Property.Holds(Broken(), json =>
    {
        if (StrategyJson.Read(json, out var problem) is not { } definition)
        {
            Assert.NotNull(problem);
        }
        else if (ChannelStrategy.From(definition, FactCatalogue.Standard, out var problems) is { } strategy)
        {
            Assert.NotNull(Check(strategy));
            Assert.NotEmpty(strategy.Explain(Everybody[0]));
        }
        else
        {
            Assert.Contains(problems, its => its.Stops);
        }
    }, count: 300);

    static IReadOnlyList<StrategyProblem> Check(ChannelStrategy strategy) =>
        StrategyCheck.Of(strategy, Calendars.Daily("09:00-17:00"), [new("chat", ChannelPace.Live), new("email", ChannelPace.Later)], Clock.At("2026-06-01 12:00"));

    static Gen<ConditionDefinition> Compared(string fact, Gen<(string Operator, string? Value)> how) =>
        how.Select(its => new ConditionDefinition { Fact = fact, Operator = its.Operator, Value = its.Value is null ? null : JsonElement.Parse(its.Value) });

    static Gen<ConditionDefinition> Condition(int depth) => depth == 0 ? Test : Gen.OneOf(
        Test,
        Condition(depth - 1).Select(part => new ConditionDefinition { Not = part }),
        Gen.ListOf(Condition(depth - 1), 2).Select(parts => new ConditionDefinition { All = [.. parts] }),
        Gen.ListOf(Condition(depth - 1), 2).Select(parts => new ConditionDefinition { Any = [.. parts] }));

    static Gen<ChannelStrategy> Strategies() => Gen.ListOf(Condition(3), 4).Select(conditions => Strategy.Strategies.Read(new StrategyDefinition
    {
        Name = "Random",
        Rules =
        [
            .. conditions.Select((condition, i) => new RuleDefinition { Id = $"r{i}", Name = "Random", Offer = ["chat", "email"], When = condition }),
            new RuleDefinition { Id = "everybody", Name = "Everybody", Offer = ["email"] },
        ],
    }));

    static Gen<string> Broken() =>
        from starter in Gen.Elements(Starter.All.ToArray())
        from edits in Gen.ListOf(Gen.Choose(0, 5_000).Zip(Gen.Elements("", "{", "}", "[", "]", "\"", ":", ",", "null", "1e999", "-1", "true", "\\ud800", "all", "chat")), 2)
        from cut in Gen.Choose(0, 30)
        select edits.Aggregate(starter.Json, (json, edit) => Edited(json, edit.Item1 % json.Length, cut, edit.Item2));

    static string Edited(string json, int at, int cut, string with) => json[..at] + with + json[Math.Min(json.Length, at + cut)..];

    static FactValues Visitor(string? step, double basket, bool? known, string[] signals)
    {
        var facts = new FactValues(FactCatalogue.Standard).Put("step", step).Put("basket.value", basket).Put("signals", signals);
        return known is { } said ? facts.Put("customer.known", said) : facts;
    }
}
