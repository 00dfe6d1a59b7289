namespace Kanal.Centre.Imports;

/// <summary>What a file is for, by its name.</summary>
static class SourceKind
{
    public const string Sections = "sections.yaml";
    public const string Synonyms = "synonyms.yaml";
    public const string Archive = "kanal.yaml";

    public static bool IsMarkdown(string path) => Ends(path, ".md", ".markdown");

    public static bool IsHtml(string path) => Ends(path, ".html", ".htm", ".xhtml");

    public static bool IsTable(string path) => Ends(path, ".csv", ".tsv");

    public static bool IsArticle(string path) => IsMarkdown(path) || IsHtml(path) || IsTable(path);

    /// <summary>What describes a folder of Markdown, and is no article.</summary>
    public static bool IsReadme(string path) => Path.GetFileNameWithoutExtension(path) is var name && (name.Equals("readme", StringComparison.OrdinalIgnoreCase) || name.Equals("license", StringComparison.OrdinalIgnoreCase));

    static bool Ends(string path, params string[] ends) => ends.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
