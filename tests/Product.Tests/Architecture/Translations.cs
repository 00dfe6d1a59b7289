using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kanal.Product.Tests.Architecture;

/// <summary>The files in which sentences are translated.</summary>
static partial class Translations
{
    public static readonly string[] Languages = ["da", "pl", "ro"];

    public static string Path(string language) => $"src/Centre/Texts/sentences.{language}.json";

    public static Dictionary<string, string> In(string language) => JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Text(Path(language)))!;

    /// <summary>Those that something is filled into, as they stand; not the words that only go with a number.</summary>
    public static IEnumerable<string> Holes(string form) => Hole().Matches(Whole(form)).Select(hole => hole.Value).Where(hole => !hole.Contains('|', StringComparison.Ordinal));

    public static IEnumerable<(int Number, string[] Forms)> Plurals(string form) => Hole().Matches(Whole(form)).Select(hole => hole.Value.Trim('{', '}'))
        .Where(hole => hole.Contains('|', StringComparison.Ordinal)).Select(hole => (int.Parse(hole.Split('|')[0], null), hole.Split('|')[1..]));

    static string Whole(string form) => form.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d+[^{}]*\}")]
    private static partial Regex Hole();
}
