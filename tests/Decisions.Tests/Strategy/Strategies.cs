using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;

namespace Kanal.Decisions.Tests.Strategy;

/// <summary>Strategies for tests.</summary>
static class Strategies
{
    /// <summary>Rules as JSON; the last one, for everybody, is added.</summary>
    public static StrategyDefinition Of(string rules, string more = "") => StrategyJson.Read(
        $$"""{"name":"Test","rules":[{{rules}}{{(rules.Length > 0 ? "," : "")}}{"id":"everybody","name":"Everybody","offer":["chat","help","email"]}]{{more}}}""",
        out var problem) ?? throw new ArgumentException($"{problem}");

    /// <summary>One rule with a condition.</summary>
    public static string Rule(string id, string when, string more = "\"offer\":[\"chat\",\"email\"]") =>
        $$"""{"id":"{{id}}","name":"{{id}}","when":{{when}},{{more}}}""";

    public static ChannelStrategy Read(string rules, string more = "") => Read(Of(rules, more));

    public static ChannelStrategy Read(StrategyDefinition definition) =>
        ChannelStrategy.From(definition, FactCatalogue.Standard, out var problems) ?? throw new ArgumentException(string.Join("\n", problems));

    public static IReadOnlyList<StrategyProblem> Problems(StrategyDefinition definition)
    {
        ChannelStrategy.From(definition, FactCatalogue.Standard, out var problems);
        return problems;
    }

    public static FactValues Facts() => new(FactCatalogue.Standard);
}
