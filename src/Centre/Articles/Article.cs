using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>A piece of the knowledge base, in all its languages.</summary>
public sealed record Article
{
    public required Id Id { get; init; }

    /// <summary>The only site it is for; null, which only short answers may have, for all.</summary>
    public Id? Site { get; init; }

    public required ArticleKind Kind { get; init; }

    public Id? Section { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>Its place within the section.</summary>
    public required int Position { get; init; }

    /// <summary>Where specialists find more: a portal's or a community's address.</summary>
    public string? Specialists { get; init; }

    /// <summary>The language that the others are translated from.</summary>
    public required string Original { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of what stands here besides the texts; a text has its edition.</summary>
    public required long Version { get; init; }

    /// <summary>The original first.</summary>
    public required IReadOnlyList<ArticleText> Texts { get; init; }
}
