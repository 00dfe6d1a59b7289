using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Kanal.Web.Commands;

/// <summary>Options that are numbers, with their bounds; whatever else is given is told in one sentence.</summary>
static class NumberOptions
{
    public static Option<double> Number(string name, string description, double least, double most, double? unlessGiven = null) => With(new Option<double>(name)
    {
        Description = description,
        CustomParser = result => Single(result, least, most) ?? 0,
    }, unlessGiven);

    /// <summary>The same, or inf for what has no bound.</summary>
    public static Option<double> NumberOrInfinity(string name, string description, double least, double most, double? unlessGiven = null) => With(new Option<double>(name)
    {
        Description = description,
        CustomParser = result => Text(result).ToUpperInvariant() is "INF" or "INFINITY" ? double.PositiveInfinity : Single(result, least, most, " or inf") ?? 0,
    }, unlessGiven);

    public static Option<int> Whole(string name, string description, int least, int most, int? unlessGiven = null) => With(new Option<int>(name)
    {
        Description = description,
        CustomParser = result => Single(result, least, most) is not { } number ? 0 : number == Math.Floor(number) ? (int)number : Refuse<int>(result, $"\"{Text(result)}\" is not a whole number."),
    }, unlessGiven);

    public static Option<double[]> Numbers(string name, string description, double least, double most) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            var numbers = new List<double>();
            foreach (var text in Pieces(result))
            {
                if (Read(text, least, most) is not { } number)
                {
                    return Refuse<double[]>(result, Wrong(text, least, most)) ?? [];
                }

                numbers.Add(number);
            }

            return [.. numbers];
        },
    };

    /// <summary>Numbers with strokes between them, such as 1120/36000.</summary>
    public static Option<double[]> Parts(string name, string description, double least, double most, int? count = null) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var texts = Text(result).Split('/');
            double?[] numbers = [.. texts.Select(text => Read(text, least, most))];
            return numbers.Contains(null) || texts.Length < 2 || texts.Length != (count ?? texts.Length)
                ? Refuse<double[]>(result, $"\"{Text(result)}\" is not {(count is 2 or null ? "two numbers" : $"{count} numbers")} with a stroke between, of {Said(least)} to {Said(most)} each.") ?? []
                : [.. numbers.OfType<double>()];
        },
    };

    static Option<T> With<T>(Option<T> option, T? unlessGiven)
        where T : struct
    {
        if (unlessGiven is { } value)
        {
            option.DefaultValueFactory = _ => value;
        }

        return option;
    }

    static double? Single(ArgumentResult result, double least, double most, string or = "")
    {
        var number = Read(Text(result), least, most);
        if (number is null)
        {
            result.AddError($"{Name(result)}: {Wrong(Text(result), least, most, or)}");
        }

        return number;
    }

    static double? Read(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    // Between two commas there must be something: a level that was left out is not one that takes as long as the next.
    static IEnumerable<string> Pieces(ArgumentResult result) => result.Tokens.Count == 0 ? []
        : Text(result).Split(',').SelectMany(piece => piece.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } numbers ? numbers : [""]);

    static string Text(ArgumentResult result) => string.Join(' ', result.Tokens.Select(token => token.Value));

    static T? Refuse<T>(ArgumentResult result, string sentence)
    {
        result.AddError($"{Name(result)}: {sentence}");
        return default;
    }

    static string Name(ArgumentResult result) => (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name;

    static string Wrong(string text, double least, double most, string or = "") => $"\"{text}\" is not a number of {Said(least)} to {Said(most)}{or}.";

    static string Said(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
