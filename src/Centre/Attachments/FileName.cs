using System.Globalization;
using System.Text;

namespace Kanal.Centre.Attachments;

/// <summary>A file's name as it may be shown and saved: no folder, nothing invisible, and an extension that says what it is.</summary>
static class FileName
{
    const int Longest = 120;

    /// <summary>With whatever extension it has.</summary>
    public static string Clean(string name) => Clean(name, Path.GetExtension(name) is { Length: > 1 and <= 10 } own ? [own] : [""]);

    public static string Clean(string name, IReadOnlyList<string> extensions)
    {
        var shown = new StringBuilder(name.Length);
        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            shown.Append(IsShown(rune) ? rune.ToString() : "");
        }

        var clean = shown.ToString().Trim('.', ' ');
        var extension = Path.GetExtension(clean);
        if (!extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            extension = extensions[0];
        }
        else
        {
            clean = clean[..^extension.Length].TrimEnd('.', ' ');
        }

        return (clean.Length == 0 ? "file" : Cut(clean, Longest - extension.Length)) + extension;
    }

    // Format characters can turn the reading direction and so hide an extension. What Windows refuses in names is left out too.
    static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune != Rune.ReplacementChar
        && !"<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal);

    static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
