using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Architecture;

/// <summary>Whatever is said, is said in every language the product comes with.</summary>
[OnOneEngine]
public sealed class StringsTests
{
    static readonly string[] Languages = ["da", "en", "pl", "ro"];

    [Fact]
    public void Every_folder_of_strings_has_every_language() => Offenders.AreNone(
        from folder in Folders()
        from language in Languages
        where !File.Exists(Repository.At($"{folder}/{language}.json"))
        select $"{folder} lacks {language}.json");

    [Fact]
    public void Every_language_says_the_same_things() => Offenders.AreNone(
        from folder in Folders()
        from language in Languages
        let path = $"{folder}/{language}.json"
        where File.Exists(Repository.At(path))
        let missing = Keys($"{folder}/en.json").Except(Keys(path)).Select(key => $"{path} lacks {key}")
        let spare = Keys(path).Except(Keys($"{folder}/en.json")).Select(key => $"{path} has {key}, which English lacks")
        from difference in missing.Concat(spare)
        select difference);

    [Theory]
    [InlineData("da", "one other")]
    [InlineData("en", "one other")]
    [InlineData("pl", "few many one other")]
    [InlineData("ro", "few one other")]
    public void A_plural_has_the_forms_of_its_language(string language, string forms) => Offenders.AreNone(
        from folder in Folders()
        let path = $"{folder}/{language}.json"
        where File.Exists(Repository.At(path))
        from plural in Plurals(JsonDocument.Parse(Repository.Text(path)).RootElement, "")
        where plural.Forms != forms
        select $"{path}{plural.Key} has {plural.Forms}");

    // Wherever a JSON file is called after one of the languages, its neighbours are expected.
    static IEnumerable<string> Folders() => Repository.With(".json")
        .Where(path => Languages.Contains(Path.GetFileNameWithoutExtension(path)))
        .Select(path => Path.GetDirectoryName(path)!.Replace('\\', '/'))
        .Distinct();

    static IEnumerable<string> Keys(string path)
    {
        using var document = JsonDocument.Parse(Repository.Text(path));
        return [.. Names(document.RootElement, "")];
    }

    // The forms of a plural are no keys: languages have different ones.
    static IEnumerable<string> Names(JsonElement element, string prefix) => element.ValueKind == JsonValueKind.Object && !IsPlural(element)
        ? element.EnumerateObject().SelectMany(member => Names(member.Value, prefix.Length == 0 ? member.Name : $"{prefix}.{member.Name}"))
        : [prefix];

    static IEnumerable<(string Key, string Forms)> Plurals(JsonElement element, string prefix) =>
        IsPlural(element) ? [(prefix, string.Join(' ', element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)))]
        : element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().SelectMany(member => Plurals(member.Value, $"{prefix}/{member.Name}"))
        : [];

    static bool IsPlural(JsonElement element) => element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("other", out _)
        && element.EnumerateObject().All(member => member.Name is "zero" or "one" or "two" or "few" or "many" or "other");
}
