using System.Text.Json;
using Kanal.Decisions.Facts;
using NodaTime.Text;

namespace Kanal.Decisions.Strategy.Conditions;

/// <summary>Reads a fact with its operator and value.</summary>
sealed class TestReader(FactCatalogue catalogue, List<StrategyProblem> problems)
{
    const int MostTexts = 200;

    static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public Condition? Read(ConditionDefinition its, string place)
    {
        if (its.Fact is null || catalogue.Find(its.Fact) is not { } fact)
        {
            return Refuse(ProblemKind.UnknownFact, $"{place}.fact", its.Fact is null ? "This needs a fact." : $"There is no fact \"{its.Fact}\".", its.Fact);
        }

        if (ConditionOperators.Read(its.Operator) is not { } how)
        {
            return Refuse(ProblemKind.UnknownOperator, $"{place}.operator", its.Operator is null ? "This needs an operator." : $"There is no operator \"{its.Operator}\".", its.Operator);
        }

        var kind = catalogue[fact].Kind;
        if (!ConditionOperators.For(kind).Contains(how))
        {
            var allowed = string.Join(", ", ConditionOperators.For(kind).Select(it => it.Text()));
            return Refuse(ProblemKind.WrongOperator, $"{place}.operator", $"\"{its.Fact}\" can't be compared by \"{its.Operator}\"; it can by {allowed}.", its.Operator);
        }

        var value = its.Value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given : (JsonElement?)null;
        if (how.NeedsNoValue() != value is null)
        {
            return Refuse(ProblemKind.WrongValue, $"{place}.value", value is null ? "This needs a value." : $"\"{its.Operator}\" needs no value.");
        }

        return how switch
        {
            ConditionOperator.IsKnown => new KnownTest(fact) { Place = place },
            ConditionOperator.IsUnknown => new Not(new KnownTest(fact) { Place = place }) { Place = place },
            _ => value is { } compared ? Compare(fact, how, compared, place) : null,
        };
    }

    Condition? Compare(int fact, ConditionOperator how, JsonElement value, string place) => catalogue[fact].Kind switch
    {
        FactKind.Number => Number(fact, how, value, place),
        FactKind.Flag => Flag(fact, how, value, place),
        FactKind.Texts => Members(fact, how, value, place),
        _ => Text(fact, how, value, place),
    };

    Condition? Flag(int fact, ConditionOperator how, JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => Perhaps(how == ConditionOperator.IsNot, new FlagTest(fact, value.ValueKind == JsonValueKind.True) { Place = place }),
        _ => Refuse(ProblemKind.WrongValue, $"{place}.value", "This should be true or false."),
    };

    Condition? Number(int fact, ConditionOperator how, JsonElement value, string place)
    {
        var isTime = catalogue[fact].Unit == FactUnit.TimeOfDay;
        if (how == ConditionOperator.Between)
        {
            return Between(fact, isTime, value, place);
        }

        if (Read(value, isTime) is not { } number)
        {
            return Refuse(ProblemKind.WrongValue, $"{place}.value", isTime ? "This should be a time such as \"09:30\"." : "This should be a number.");
        }

        return how switch
        {
            ConditionOperator.AtLeast => new NumberTest(fact, number, double.PositiveInfinity) { Place = place },
            ConditionOperator.AtMost => new NumberTest(fact, double.NegativeInfinity, number) { Place = place },
            ConditionOperator.Above => new NumberTest(fact, number, double.PositiveInfinity, above: true) { Place = place },
            ConditionOperator.Below => new NumberTest(fact, double.NegativeInfinity, number, below: true) { Place = place },
            _ => Perhaps(how == ConditionOperator.IsNot, new NumberTest(fact, number, number) { Place = place }),
        };
    }

    Condition? Between(int fact, bool isTime, JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2 || Read(value[0], isTime) is not { } low || Read(value[1], isTime) is not { } high)
        {
            return Refuse(ProblemKind.WrongValue, $"{place}.value", isTime ? "This should be two times such as [\"09:00\", \"17:00\"]." : "This should be two numbers such as [100, 500].");
        }

        if (low <= high)
        {
            return new NumberTest(fact, low, high) { Place = place };
        }

        return isTime
            ? new AnyOf([new NumberTest(fact, low, double.PositiveInfinity) { Place = place }, new NumberTest(fact, double.NegativeInfinity, high) { Place = place }]) { Place = place }
            : Refuse(ProblemKind.WrongValue, $"{place}.value", "The first number is above the second.");
    }

    Condition? Text(int fact, ConditionOperator how, JsonElement value, string place)
    {
        if (how is ConditionOperator.IsOneOf or ConditionOperator.IsNoneOf)
        {
            return Texts(fact, value, place) is { } texts ? Perhaps(how == ConditionOperator.IsNoneOf, new OneOfTest(fact, texts) { Place = place }) : null;
        }

        if (TextOf(value) is not { Length: > 0 } text || text.Length > catalogue[fact].Longest)
        {
            return Refuse(ProblemKind.WrongValue, $"{place}.value", $"This should be a text of at most {catalogue[fact].Longest} letters.");
        }

        return how switch
        {
            ConditionOperator.StartsWith => new PatternTest(fact, $"{text}*") { Place = place },
            ConditionOperator.Contains => new PatternTest(fact, $"*{text}*") { Place = place },
            ConditionOperator.Like => new PatternTest(fact, text) { Place = place },
            _ => IsAChoice(fact, text, $"{place}.value") ? Perhaps(how == ConditionOperator.IsNot, new OneOfTest(fact, [text]) { Place = place }) : null,
        };
    }

    Condition? Members(int fact, ConditionOperator how, JsonElement value, string place)
    {
        if (how == ConditionOperator.Has)
        {
            return TextOf(value) is not { Length: > 0 } text ? Refuse(ProblemKind.WrongValue, $"{place}.value", "This should be a text.")
                : IsAChoice(fact, text, $"{place}.value") ? new HasTest(fact, text) { Place = place }
                : null;
        }

        if (Texts(fact, value, place) is not { } texts)
        {
            return null;
        }

        Condition[] each = [.. texts.Select(text => new HasTest(fact, text) { Place = place })];
        return how == ConditionOperator.HasAllOf ? new AllOf(each) { Place = place } : Perhaps(how == ConditionOperator.HasNoneOf, new AnyOf(each) { Place = place });
    }

    string[]? Texts(int fact, JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > MostTexts)
        {
            Refuse(ProblemKind.WrongValue, $"{place}.value", $"This should be a list of one to {MostTexts} texts.");
            return null;
        }

        var texts = new List<string>();
        foreach (var (i, one) in value.EnumerateArray().Index())
        {
            if (TextOf(one) is not { Length: > 0 } text || text.Length > catalogue[fact].Longest)
            {
                Refuse(ProblemKind.WrongValue, $"{place}.value[{i}]", $"This should be a text of at most {catalogue[fact].Longest} letters.");
                return null;
            }

            if (!IsAChoice(fact, text, $"{place}.value[{i}]"))
            {
                return null;
            }

            texts.Add(text);
        }

        return [.. texts];
    }

    bool IsAChoice(int fact, string text, string place)
    {
        if (catalogue[fact].Choices is not { } choices || choices.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        Refuse(ProblemKind.WrongValue, place, $"\"{text}\" is none of {string.Join(", ", choices)}.", text);
        return false;
    }

    static Condition Perhaps(bool not, Condition test) => not ? new Not(test) { Place = test.Place } : test;

    static double? Read(JsonElement value, bool isTime) => value.ValueKind switch
    {
        JsonValueKind.Number when !isTime && value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when isTime && _time.Parse(TextOf(value) ?? "") is { Success: true, Value: var time } => time.Hour * 60 + time.Minute,
        JsonValueKind.String when isTime && TextOf(value) == "24:00" => 1_440,
        _ => null,
    };

    static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    Condition? Refuse(ProblemKind kind, string place, string sentence, string? subject = null)
    {
        problems.Add(new StrategyProblem(kind, place, sentence) { Subject = subject });
        return null;
    }
}
