using System.Text.RegularExpressions;

namespace Kanal.Centre;

/// <summary>Languages as tags: "da", "pt-BR".</summary>
public static partial class LanguageTag
{
    public static bool IsWellFormed(string? tag) => tag is not null && WellFormed().IsMatch(tag);

    /// <summary>The language without its region.</summary>
    public static string Primary(string tag) => tag.Split('-')[0];

    [GeneratedRegex(@"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\z")]
    private static partial Regex WellFormed();
}
