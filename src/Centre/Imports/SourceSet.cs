using Kanal.Centre.Articles;

namespace Kanal.Centre.Imports;

/// <summary>All that was read from what was given.</summary>
sealed record SourceSet
{
    public List<SourceText> Texts { get; } = [];

    /// <summary>Named in a file of their own, by their path of folders.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, SectionText>> Sections { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<SourceSynonyms> Synonyms { get; } = [];

    /// <summary>Files of which nothing could be taken.</summary>
    public List<ImportFault> Refused { get; } = [];

    /// <summary>The folder that the site's own files stand in, with a slash behind it; empty for the whole.</summary>
    public string Root { get; set; } = "";
}

/// <summary>Words that mean the same.</summary>
sealed record SourceSynonyms(string File, int Line, bool IsForAllSites, string? Language, IReadOnlyList<string> Words);
