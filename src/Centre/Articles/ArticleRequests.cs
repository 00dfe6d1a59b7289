using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>A new article in its first language, which the others are translated from. It starts as a draft.</summary>
public sealed record NewArticle
{
    public required ArticleKind Kind { get; init; }

    /// <summary>Only short answers may be without, for all sites.</summary>
    public Id? Site { get; init; }

    public Id? Section { get; init; }

    /// <summary>Short answers are always for agents.</summary>
    public Audience Audience { get; init; }

    /// <summary>Its place within the section; left out: the last.</summary>
    public int? Position { get; init; }

    public string? Specialists { get; init; }

    public required string Language { get; init; }

    public string? Slug { get; init; }

    public string? Shortcut { get; init; }

    public required ArticleContent Content { get; init; }
}

/// <summary>Where an article stands and whom it is for.</summary>
/// <param name="Position">Left out: as it is.</param>
/// <param name="Version">The one that was read; left out: whatever it is.</param>
public sealed record ArticleSettings(Audience Audience, Id? Section = null, int? Position = null, string? Specialists = null, long? Version = null);

/// <summary>What is written of an article in one language.</summary>
public sealed record TextRequest
{
    public required ArticleContent Content { get; init; }

    /// <summary>The edition that this was written on; left out for a language that there is not yet.</summary>
    public long? Edition { get; init; }

    /// <summary>Left out: made of the title until it is published for the first time, then as it is.</summary>
    public string? Slug { get; init; }

    /// <summary>Of a short answer; left out: as it is.</summary>
    public string? Shortcut { get; init; }

    /// <summary>The version of the original that this translates; left out: as it is, and the latest for a new language.</summary>
    public int? TranslatedFrom { get; init; }
}

/// <param name="Edition">The one that was read; left out: whatever it is.</param>
/// <param name="Remark">What is new, for whoever reads the history.</param>
/// <param name="At">When, if it is to be later.</param>
/// <param name="Until">When it is taken back by itself.</param>
public sealed record PublishRequest(long? Edition = null, string? Remark = null, DateTimeOffset? At = null, DateTimeOffset? Until = null);

/// <param name="Number">The version whose content becomes the draft.</param>
public sealed record RestoreRequest(int Number, long? Edition = null);
