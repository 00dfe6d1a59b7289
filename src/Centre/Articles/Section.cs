using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>A part of a site's help centre.</summary>
public sealed record Section
{
    public required Id Id { get; init; }

    public required Id Site { get; init; }

    /// <summary>The section that it is part of.</summary>
    public Id? Parent { get; init; }

    public required int Position { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, SectionText> Texts { get; init; }

    public required long Version { get; init; }

    /// <summary>How many articles stand in it, published or not.</summary>
    public int Articles { get; init; }

    /// <summary>In this language, or in another where there is none in this one.</summary>
    public SectionText In(string language) => Texts.GetValueOrDefault(language) ?? Texts.Values.First();
}

/// <param name="Slug">Its name in an address; left out: made of the name.</param>
public sealed record SectionText(string Name, string? Description = null, string? Slug = null);

/// <summary>A section as it is written.</summary>
/// <param name="Position">Left out: the last, or as it is.</param>
/// <param name="Version">The one that was read; left out: whatever it is.</param>
public sealed record SectionRequest(Id Site, IReadOnlyDictionary<string, SectionText> Texts, Id? Parent = null, int? Position = null, long? Version = null);
