using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Kanal.Web.Demo;

/// <summary>What the agency's pages say in one language, by the path of a text in its strings file.</summary>
public sealed class DemoTexts
{
    static readonly FrozenDictionary<string, DemoTexts> _all = Languages.ToFrozenDictionary(language => language, language => new DemoTexts(language));

    readonly JsonElement _root;

    DemoTexts(string language)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language);
        _root = Content.Read<JsonElement>($"strings/{language}.json");
    }

    public static IReadOnlyList<string> Languages => ["da", "pl", "ro", "en"];

    public string Language { get; }

    public CultureInfo Culture { get; }

    public static DemoTexts In(string language) => _all[language];

    /// <summary>A text; its path in brackets where it is missing, which no page may show.</summary>
    public string this[string path] => Find(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : Missing(path);

    public string Say(string path, params ReadOnlySpan<(string Place, object Value)> with)
    {
        var text = this[path];
        foreach (var (place, value) in with)
        {
            text = text.Replace($"{{{place}}}", Convert.ToString(value, Culture), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A number of something, in the form that the language has for that number.</summary>
    public string Count(string path, int count) => Say($"{path}.{Plural.Form(Language, count)}", ("count", count));

    public string Money(decimal kroner) => Say("money", ("amount", kroner.ToString("N0", Culture)));

    public IReadOnlyList<string> List(string path) =>
        Find(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")] : [Missing(path)];

    /// <summary>The names of what is under a path, in the file's order.</summary>
    public IReadOnlyList<string> Names(string path) =>
        Find(path) is { ValueKind: JsonValueKind.Object } group ? [.. group.EnumerateObject().Select(member => member.Name)] : [];

    JsonElement? Find(string path)
    {
        var here = _root;
        foreach (var name in path.Split('.'))
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here))
            {
                return null;
            }
        }

        return here;
    }

    static string Missing(string path) => $"⟦{path}⟧";
}
