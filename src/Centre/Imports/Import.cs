using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Files that are brought into the knowledge base: planned first, carried out when somebody says so, and taken back if need be.</summary>
public sealed record Import
{
    public required Id Id { get; init; }

    public required Id Site { get; init; }

    /// <summary>Of the file.</summary>
    public required string Name { get; init; }

    /// <summary>Of what does not say its language.</summary>
    public required string Language { get; init; }

    public required ImportMode Mode { get; init; }

    public required ImportState State { get; init; }

    /// <summary>How many articles and the like there are, and how many of them are done.</summary>
    public required int Total { get; init; }

    public required int Done { get; init; }

    /// <summary>How many texts, sections and the like are new, changed, the same or refused.</summary>
    public required ImportCounts Counts { get; init; }

    /// <summary>Why it was broken off.</summary>
    public Sentence? Trouble { get; init; }

    public required string Who { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

/// <param name="Kept">Not taken back, since somebody has changed them.</param>
/// <param name="Noted">Of which something was left out.</param>
public sealed record ImportCounts(int New, int Changed, int Same, int Refused, int Undone, int Kept, int Noted);

/// <summary>What becomes of what is taken in.</summary>
public enum ImportMode
{
    /// <summary>Customers see nothing of it until somebody publishes it.</summary>
    Drafts,

    /// <summary>It is published at once.</summary>
    Publish,

    /// <summary>As it was where an export was made: published, scheduled, drafts and all versions.</summary>
    Restore,
}

public enum ImportState
{
    /// <summary>Nothing is done yet.</summary>
    Planned,
    Running,
    Done,

    /// <summary>What was done stays; said again, the rest follows.</summary>
    BrokenOff,

    /// <summary>Taken back, but for what somebody has changed since.</summary>
    Undone,
}

public enum ImportOutcome
{
    New,
    Changed,
    Same,
    Refused,

    /// <summary>Taken back.</summary>
    Undone,

    /// <summary>Not taken back: somebody has changed it since.</summary>
    Kept,
}

public enum ImportedKind
{
    Article,
    Section,
    Synonyms,
    File,
}

/// <summary>One text, section or group of synonyms of an import, or a file that was refused.</summary>
/// <param name="Number">Within the import, from 1.</param>
/// <param name="Kind">Of the article: article, guide, form or shortAnswer.</param>
/// <param name="Faults">Why it is refused.</param>
/// <param name="Notes">What was left out of it.</param>
/// <param name="Article">Where there is one.</param>
public sealed record ImportItem(
    int Number, ImportedKind What, ImportOutcome Outcome, string Title, string? Kind, string? Language, string File, int? Line,
    IReadOnlyList<ImportFault> Faults, IReadOnlyList<ImportFault> Notes, Id? Article);
