using System.Text.Json;

namespace Kanal.Decisions.Strategy.Conditions;

/// <summary>
/// A condition as people write it and settings keep it: exactly one of <c>all</c>, <c>any</c>, <c>not</c>, <c>group</c>, or a
/// <c>fact</c> with its <c>operator</c> and <c>value</c>. What is not known of a visitor fails every test but those that say "not".
/// </summary>
public sealed record ConditionDefinition
{
    public IReadOnlyList<ConditionDefinition?>? All { get; init; }

    public IReadOnlyList<ConditionDefinition?>? Any { get; init; }

    public ConditionDefinition? Not { get; init; }

    /// <summary>The name of a condition of the strategy's groups.</summary>
    public string? Group { get; init; }

    /// <summary>The key of a fact.</summary>
    public string? Fact { get; init; }

    /// <summary>One of <see cref="ConditionOperator"/> in camel case.</summary>
    public string? Operator { get; init; }

    /// <summary>A text, a number (a time as "09:30"), true or false, or a list of texts; two numbers for "between".</summary>
    public JsonElement? Value { get; init; }
}
