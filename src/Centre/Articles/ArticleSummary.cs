using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>An article in a list.</summary>
public sealed record ArticleSummary
{
    public required Id Id { get; init; }

    public Id? Site { get; init; }

    public required ArticleKind Kind { get; init; }

    public Id? Section { get; init; }

    public required Audience Audience { get; init; }

    public required int Position { get; init; }

    public required string Original { get; init; }

    /// <summary>In the language that was asked for, the reader's, or the original's: the first that it is written in.</summary>
    public required string Title { get; init; }

    /// <summary>Of the title.</summary>
    public required string Language { get; init; }

    /// <summary>In the same language.</summary>
    public string? Shortcut { get; init; }

    /// <summary>Where something was sought that is published.</summary>
    public Excerpt? Excerpt { get; init; }

    /// <summary>The original first.</summary>
    public required IReadOnlyList<TextSummary> Texts { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>Which articles are asked for; what is null does not matter.</summary>
public sealed record ArticleFilter
{
    /// <summary>What is published is searched as everywhere; drafts are found by words of their title, questions and keywords.</summary>
    public string? Sought { get; init; }

    public ArticleKind? Kind { get; init; }
    public Id? Section { get; init; }
    public Id? Site { get; init; }
    public string? Language { get; init; }

    /// <summary>The reader's own language, in which titles are shown where there is one.</summary>
    public string? Reader { get; init; }

    /// <summary>In the language that is asked for, or in any.</summary>
    public TextState? State { get; init; }

    public Audience? Audience { get; init; }

    /// <summary>Only those with a translation whose original has changed.</summary>
    public bool Stale { get; init; }
}
