using Kanal.Centre.Articles;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>What will become of one article.</summary>
sealed class PlannedArticle(string group)
{
    public string Group => group;

    /// <summary>The original first.</summary>
    public List<PlannedText> Texts { get; set; } = [];

    /// <summary>The one that is there; null for a new one.</summary>
    public ArticleRow? Existing { get; set; }

    public ArticleKind Kind { get; set; }
    public Id? Site { get; set; }
    public string Original { get; set; } = "";
    public PlannedSection? Section { get; set; }

    /// <summary>By their paths in what was given.</summary>
    public Dictionary<string, PlannedFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Where it stands or whom it is for changes.</summary>
    public ArticleSettings? Settings { get; set; }

    public SourceText Head => Texts[0].Main;

    public IEnumerable<PlannedText> Wanted => Texts.Where(text => text.Outcome is ImportOutcome.New or ImportOutcome.Changed);
}

/// <summary>What will become of an article in one language.</summary>
sealed class PlannedText(SourceText main)
{
    public SourceText Main { get; set; } = main;
    public SourceText? Draft { get; set; }
    public SourceText? Scheduled { get; set; }
    public List<SourceText> Versions { get; set; } = [];
    public string Language => Main.Language;
    public TextRow? Existing { get; set; }
    public string? Slug { get; set; }
    public string? Shortcut { get; set; }
    public ImportOutcome Outcome { get; set; } = ImportOutcome.New;
    public List<ImportFault> Faults { get; } = [.. main.Faults];
    public List<ImportFault> Notes { get; } = [.. main.Notes];

    /// <summary>What of a text that is there becomes otherwise.</summary>
    public TextChange? Change { get; set; }

    public IEnumerable<SourceText> Parts => ((SourceText?[])[Main, Draft, Scheduled]).OfType<SourceText>().Concat(Versions);

    public ArticleContent Newest => (Draft ?? Scheduled ?? Main).Content;

    public void Fault(Sentence sentence, int? line = null)
    {
        Faults.Add(new ImportFault(Main.File, line ?? Main.Line, sentence));
        Outcome = ImportOutcome.Refused;
    }

    public void Turn(Func<SourceText, SourceText> turn)
    {
        Main = turn(Main);
        Draft = Draft is null ? null : turn(Draft);
        Scheduled = Scheduled is null ? null : turn(Scheduled);
        Versions = Versions.ConvertAll(version => turn(version));
    }
}

/// <summary>What is published anew, scheduled or written as the draft; null where nothing is.</summary>
sealed record TextChange(ArticleContent? Published, ArticleContent? Scheduled, DateTimeOffset? At, ArticleContent? Draft, string? Slug, string? Shortcut);

/// <param name="Path">In what was given.</param>
/// <param name="Key">In its address.</param>
sealed record PlannedFile(string Path, string Key, string Name, bool IsNew);

/// <summary>A section by its path of folders.</summary>
sealed class PlannedSection(string path, PlannedSection? parent, IReadOnlyDictionary<string, SectionText> texts, string file)
{
    public string Path => path;
    public PlannedSection? Parent => parent;
    public IReadOnlyDictionary<string, SectionText> Texts => texts;
    public string File => file;

    /// <summary>Once it is there.</summary>
    public Id? Id { get; set; }

    public bool IsNew { get; init; }
}

/// <summary>All that will become of what was given.</summary>
sealed record ImportPlan(List<PlannedSection> Sections, List<PlannedArticle> Articles, List<PlannedSynonyms> Synonyms, List<ImportFault> Refused)
{
    public int Total => Sections.Count(section => section.IsNew) + Articles.Count + Synonyms.Count;
}

sealed record PlannedSynonyms(SourceSynonyms Source, ImportOutcome Outcome, Sentence? Fault = null);
