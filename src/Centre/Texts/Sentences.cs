using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Kanal.Centre.Texts;

/// <summary>The translations of sentences: a file for each language, by the English form.</summary>
public static class Sentences
{
    static readonly FrozenDictionary<string, FrozenDictionary<string, SentenceForm>> _all = Load();

    /// <summary>English first, which is not translated.</summary>
    public static IReadOnlyList<string> Languages { get; } = [Sentence.Native, .. _all.Keys.Order(StringComparer.Ordinal)];

    internal static SentenceForm? In(string language, string form) => _all.GetValueOrDefault(language)?.GetValueOrDefault(form);

    static FrozenDictionary<string, FrozenDictionary<string, SentenceForm>> Load()
    {
        const string Prefix = "sentences/sentences.";
        var assembly = Assembly.GetExecutingAssembly();
        var all = new Dictionary<string, FrozenDictionary<string, SentenceForm>>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? Stream.Null;
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
            all[name[Prefix.Length..^".json".Length]] = texts.ToFrozenDictionary(text => text.Key, text => SentenceForm.Read(text.Value));
        }

        return all.ToFrozenDictionary();
    }
}
