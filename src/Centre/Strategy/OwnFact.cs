using Kanal.Decisions.Facts;

namespace Kanal.Centre.Strategy;

/// <summary>A fact that a site's own pages tell, besides those that every site has.</summary>
public sealed record OwnFact
{
    /// <summary>Begins with <c>own.</c></summary>
    public required string Key { get; init; }

    public FactKind Kind { get; init; }

    public Privacy Privacy { get; init; }

    /// <summary>The texts it can be; null where it can be any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    public Fact ToFact() => new(Key, Kind, FactSource.Page, Privacy) { Choices = Choices, Least = -1e9 };
}
