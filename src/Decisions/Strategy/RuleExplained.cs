using System.Text.Json.Nodes;

namespace Kanal.Decisions.Strategy;

/// <summary>How a rule stands to a visitor.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Decides">It is the first that holds.</param>
/// <param name="Tests">In the order of reading, those of groups included.</param>
public sealed record RuleExplained(string Rule, bool Holds, bool Decides, IReadOnlyList<TestExplained> Tests);

/// <summary>How a test on one fact stands.</summary>
/// <param name="Place">Where it is in the strategy, such as <c>rules[3].when.all[1]</c> or <c>groups.name</c>.</param>
/// <param name="Value">What is known of the fact; null where nothing is.</param>
/// <param name="Holds">Of the fact itself: where the condition says "not", it is the other way round.</param>
public sealed record TestExplained(string Place, string Fact, JsonNode? Value, bool Holds);
