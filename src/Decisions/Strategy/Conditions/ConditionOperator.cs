using Kanal.Decisions.Facts;

namespace Kanal.Decisions.Strategy.Conditions;

/// <summary>How a fact is compared. Texts without regard to case.</summary>
public enum ConditionOperator
{
    Is,
    IsNot,
    IsOneOf,
    IsNoneOf,
    StartsWith,
    Contains,

    /// <summary>As a pattern in which * stands for anything.</summary>
    Like,

    AtLeast,
    AtMost,
    Above,
    Below,

    /// <summary>Both ends included; of times also over midnight.</summary>
    Between,

    Has,
    HasAnyOf,
    HasAllOf,
    HasNoneOf,
    IsKnown,
    IsUnknown,
}

/// <summary>Which operators a fact allows, for those who build conditions on screen.</summary>
public static class ConditionOperators
{
    static readonly ConditionOperator[] _knowing = [ConditionOperator.IsKnown, ConditionOperator.IsUnknown];

    public static IReadOnlyList<ConditionOperator> For(FactKind kind) => kind switch
    {
        FactKind.Number => [ConditionOperator.Is, ConditionOperator.IsNot, ConditionOperator.AtLeast, ConditionOperator.AtMost, ConditionOperator.Above, ConditionOperator.Below, ConditionOperator.Between, .. _knowing],
        FactKind.Flag => [ConditionOperator.Is, ConditionOperator.IsNot, .. _knowing],
        FactKind.Texts => [ConditionOperator.Has, ConditionOperator.HasAnyOf, ConditionOperator.HasAllOf, ConditionOperator.HasNoneOf, .. _knowing],
        _ => [ConditionOperator.Is, ConditionOperator.IsNot, ConditionOperator.IsOneOf, ConditionOperator.IsNoneOf, ConditionOperator.StartsWith, ConditionOperator.Contains, ConditionOperator.Like, .. _knowing],
    };

    /// <summary>Whether it is compared with nothing.</summary>
    public static bool NeedsNoValue(this ConditionOperator its) => its is ConditionOperator.IsKnown or ConditionOperator.IsUnknown;

    internal static ConditionOperator? Read(string? text)
    {
        foreach (var it in Enum.GetValues<ConditionOperator>())
        {
            if (it.Text() == text)
            {
                return it;
            }
        }

        return null;
    }

    /// <summary>As it is written.</summary>
    public static string Text(this ConditionOperator its) => $"{its}" is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
