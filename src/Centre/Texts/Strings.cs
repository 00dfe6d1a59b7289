using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using NodaTime;

namespace Kanal.Centre.Texts;

/// <summary>What the server says to people, in one language. A new language is one more file beside these.</summary>
public sealed class Strings
{
    const string Fallback = "en";

    static readonly FrozenDictionary<string, Strings> _all = Load();
    readonly FrozenDictionary<string, string> _texts;
    readonly CultureInfo _culture;

    Strings(string language, Dictionary<string, string> texts)
    {
        Language = language;
        _texts = texts.ToFrozenDictionary();
        _culture = CultureInfo.GetCultureInfo(language);
    }

    public static IReadOnlyCollection<string> Languages => _all.Keys;

    public string Language { get; }

    /// <summary>The texts of a language; English where there are none.</summary>
    public static Strings In(string language) => _all.TryGetValue(language, out var texts) ? texts : _all[Fallback];

    public string this[string key] => _texts.TryGetValue(key, out var text) ? text : key;

    /// <summary>A text with its <c>{places}</c> filled.</summary>
    public string Say(string key, params ReadOnlySpan<(string Place, string Value)> with)
    {
        var text = this[key];
        foreach (var (place, value) in with)
        {
            text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A time as people say it: with the day only where it is not today.</summary>
    public string DayAndTime(LocalDateTime at, LocalDateTime now) => at.Date == now.Date
        ? at.ToString("HH:mm", _culture)
        : at.ToString(Period.DaysBetween(now.Date, at.Date) < 7 ? "dddd HH:mm" : "d MMMM HH:mm", _culture);

    public string Date(DateOnly date) => date.ToString("d MMMM yyyy", _culture);

    public string Number(decimal number) => number.ToString("#,0.##########", _culture);

    static FrozenDictionary<string, Strings> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = new Dictionary<string, Strings>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? Stream.Null;
            var language = name["texts/".Length..^".json".Length];
            all[language] = new Strings(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? []);
        }

        return all.ToFrozenDictionary();
    }
}
