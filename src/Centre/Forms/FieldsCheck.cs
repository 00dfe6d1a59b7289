using System.Text.RegularExpressions;

namespace Kanal.Centre.Forms;

/// <summary>Reads the fields of a form as an editor has built it.</summary>
sealed partial class FieldsCheck(Faults faults)
{
    const int Most = 60;
    const int MostChoices = 200;
    const int LongestLabel = 200;
    const int LongestHint = 500;
    const int LongestPattern = 200;

    public List<FormField> Read(string at, IReadOnlyList<FormField> given)
    {
        faults.AddIf(given.Count > Most, at, $"There should be at most {Most} fields; nobody fills in more.");
        var fields = given.Take(Most).Where(field => field is not null).Select((field, i) => Read($"{at}.{i}", field)).ToList();
        foreach (var twice in fields.GroupBy(field => field.Key).Where(same => same.Count() > 1))
        {
            faults.Add(at, $"Two fields have the key \"{twice.Key}\".");
        }

        return fields;
    }

    FormField Read(string at, FormField field)
    {
        faults.AddIf(!Key().IsMatch(field.Key), $"{at}.key", "This should be a short name of a to z, 0 to 9 and hyphens.");
        faults.AddIf(field.Least > field.Most, $"{at}.most", "The greatest should not be below the least.");
        faults.AddIf(field.Kind != FieldKind.Number && (field.Least is < 0 || field.Most is < 0), $"{at}.least", "This can't be below zero.");
        faults.AddIf(field.Earliest > field.Latest, $"{at}.latest", "The latest day should not be before the earliest.");
        return field with
        {
            Label = faults.Line($"{at}.label", field.Label, LongestLabel),
            Hint = faults.OptionalLine($"{at}.hint", field.Hint, LongestHint),
            PatternHint = faults.OptionalLine($"{at}.patternHint", field.PatternHint, LongestHint),
            Pattern = Pattern($"{at}.pattern", field.Pattern),
            Choices = Choices($"{at}.choices", field),
        };
    }

    List<FieldChoice> Choices(string at, FormField field)
    {
        var chooses = field.Kind is FieldKind.Choice or FieldKind.Several;
        faults.AddIf(chooses && field.Choices.Count is 0 or > MostChoices, at, $"There should be 1 to {MostChoices} to choose from.");
        faults.AddIf(!chooses && field.Choices.Count > 0, at, "Only a choice has something to choose from.");
        var choices = field.Choices.Take(MostChoices).Where(choice => choice is not null).Select(choice => new FieldChoice(choice.Key, faults.Line(at, choice.Label, LongestLabel))).ToList();
        faults.AddIf(choices.Exists(choice => !Key().IsMatch(choice.Key)), at, "Each needs a short name of a to z, 0 to 9 and hyphens.");
        faults.AddIf(choices.DistinctBy(choice => choice.Key).Count() < choices.Count, at, "Two of them have the same key.");
        return choices;
    }

    string? Pattern(string at, string? given)
    {
        var pattern = faults.OptionalLine(at, given, LongestPattern);
        faults.AddIf(pattern is not null && FieldPattern.Of(pattern) is null, at, "This is not a pattern that can be used: a regular expression without looking around and back.");
        return pattern;
    }

    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?\z")]
    private static partial Regex Key();
}
