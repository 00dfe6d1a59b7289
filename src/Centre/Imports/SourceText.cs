using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>An article in one language as a file tells it; what the file does not say is null.</summary>
sealed record SourceText
{
    public required string File { get; init; }

    /// <summary>Where it begins.</summary>
    public required int Line { get; init; }

    /// <summary>Texts with the same are one article.</summary>
    public required string Group { get; init; }

    public required string Language { get; init; }

    /// <summary>What of the text this is.</summary>
    public TextPart Part { get; init; }

    public required ArticleContent Content { get; init; }

    public Id? Id { get; init; }
    public ArticleKind? Kind { get; init; }
    public Audience? Audience { get; init; }
    public int? Position { get; init; }
    public string? Specialists { get; init; }
    public string? Original { get; init; }
    public DateTimeOffset? Created { get; init; }

    /// <summary>Names of the sections that it stands in, from the outermost; null where nothing is said.</summary>
    public IReadOnlyList<string>? Section { get; init; }

    /// <summary>The file itself says so, not only the folder that it stands in.</summary>
    public bool IsSectionTold { get; init; }

    /// <summary>As it is told, or made of the file's name; null: make it of the title.</summary>
    public string? Slug { get; init; }

    /// <summary>The file itself says so, not only its name.</summary>
    public bool IsSlugTold { get; init; }

    /// <summary>Where an article that has a folder of its own keeps its pictures.</summary>
    public string? Folder { get; init; }

    /// <summary>Of an export: it stands beside the sites.</summary>
    public bool IsForAllSites { get; init; }

    /// <summary>Of an export: it belongs to its site, also where its kind could do without.</summary>
    public bool IsForItsSite { get; init; }

    public IReadOnlyList<string> OldSlugs { get; init; } = [];
    public string? Shortcut { get; init; }
    public TextState? State { get; init; }
    public int? Number { get; init; }
    public int? TranslatedFrom { get; init; }
    public string? Author { get; init; }
    public string? Remark { get; init; }
    public DateTimeOffset? At { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Changed { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public DateTimeOffset? Until { get; init; }

    /// <summary>Lines of what has one, by the name that <see cref="ArticleContent"/> is refused under.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <summary>What was left out or read otherwise than it is written.</summary>
    public IReadOnlyList<ImportFault> Notes { get; init; } = [];

    /// <summary>What makes this impossible to take.</summary>
    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    /// <summary>The line of a field, or of what it is part of.</summary>
    public int LineOf(string field)
    {
        for (var name = field; name.Length > 0; name = name.Contains('.') ? name[..name.LastIndexOf('.')] : "")
        {
            if (Lines.TryGetValue(name, out var line))
            {
                return line;
            }
        }

        return Line;
    }
}

enum TextPart
{
    /// <summary>What is published; where nothing is, what will be or is being written.</summary>
    Main,
    Draft,
    Scheduled,

    /// <summary>An earlier version.</summary>
    Version,
}
