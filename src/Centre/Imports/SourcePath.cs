using System.Globalization;
using Kanal.Centre.Articles;

namespace Kanal.Centre.Imports;

/// <summary>
/// What a file's place says: <c>booking/refund.da.md</c>, <c>da/booking/refund.md</c> and <c>booking/refund/da.md</c> are all the article "refund" in
/// the section "booking", in Danish.
/// </summary>
/// <param name="Name">The article's.</param>
/// <param name="IsFolder">The article has a folder of its own.</param>
sealed record SourcePath(IReadOnlyList<string> Section, string Name, string? Language, TextPart Part, bool IsFolder)
{
    static readonly HashSet<string> _languages = [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(culture => culture.Name).Where(name => name.Length == 2)];

    /// <param name="spoken">The site's languages; a folder of one of these names is no section.</param>
    public static SourcePath Of(string path, IReadOnlyList<string> spoken)
    {
        List<string> folders = [.. path.Split('/')];
        var words = Path.GetFileNameWithoutExtension(folders[^1]).Split('.').ToList();
        folders.RemoveAt(folders.Count - 1);
        var part = TextPart.Main;
        if (words.Count > 1 && IsLanguage(words[^2], spoken) && PartOf(words[^1]) is { } told)
        {
            part = told;
            words.RemoveAt(words.Count - 1);
        }

        var language = IsLanguage(words[^1], spoken) && (words.Count > 1 || folders.Count > 0) ? words[^1] : null;
        if (language is not null)
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0 && folders is [.., _, "history"])
        {
            folders.RemoveAt(folders.Count - 1);
        }

        if (language is null && folders.FindIndex(spoken.Contains) is >= 0 and var place)
        {
            language = folders[place];
            folders.RemoveAt(place);
        }

        var name = string.Join('.', words);
        var isFolder = words.Count == 0 || (folders.Count > 0 && name.Equals("index", StringComparison.OrdinalIgnoreCase));
        if (isFolder)
        {
            name = folders[^1];
            folders.RemoveAt(folders.Count - 1);
        }

        return new SourcePath(folders, name, language, part, isFolder);
    }

    public string Group => string.Join('/', Section.Append(Name));

    /// <summary>Nothing where the name has no letter that an address may have.</summary>
    public string? Slug => Slugs.Of(Name) is var slug && slug != "article" ? slug : null;

    /// <summary>As people write it: "flight-changes" is "Flight changes".</summary>
    public static string Pretty(string name)
    {
        var words = string.Join(' ', name.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? name : $"{char.ToUpper(words[0], CultureInfo.InvariantCulture)}{words[1..]}";
    }

    static bool IsLanguage(string word, IReadOnlyList<string> spoken) =>
        spoken.Contains(word) || (LanguageTag.IsWellFormed(word) && _languages.Contains(LanguageTag.Primary(word)) && (word.Length == 2 || word.Length == 5));

    static TextPart? PartOf(string word) =>
        word == "draft" ? TextPart.Draft
        : word == "scheduled" ? TextPart.Scheduled
        : word.Length < 8 && word.All(char.IsAsciiDigit) ? TextPart.Version
        : null;
}
