using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>A text of the knowledge base as the index takes it in.</summary>
/// <param name="Language">A tag; words are read by its primary language.</param>
public sealed record Findable(Id Id, string Language, string Title)
{
    /// <summary>The only site it is for; null for all.</summary>
    public Id? Site { get; init; }

    /// <summary>How people ask for it.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string Body { get; init; } = "";

    /// <summary>Strangers do not find it.</summary>
    public bool ForAgents { get; init; }
}

/// <summary>Words that mean the same on a site (or everywhere), in one language (or in all).</summary>
public sealed record Synonyms(IReadOnlyList<string> Words, string? Language = null, Id? Site = null);

/// <param name="Text">Its first 1,000 letters are read.</param>
/// <param name="Typing">The last word may be unfinished.</param>
public sealed record Sought(string Text, string? Language = null, Id? Site = null, bool Typing = true)
{
    public int Limit { get; init; } = 10;

    /// <summary>What is for agents alone is found too.</summary>
    public bool ForAgents { get; init; } = true;

    /// <summary>What else a text must be; null where nothing.</summary>
    public Predicate<Findable>? Only { get; init; }
}

/// <param name="Score">Comparable within one search only.</param>
public sealed record Hit(Findable Found, double Score, Excerpt Excerpt);

/// <summary>A piece of the body, or the title where the body holds nothing of what was sought.</summary>
public sealed record Excerpt(string Text, IReadOnlyList<Mark> Marks);

/// <summary>Where in an excerpt a word stands that was sought.</summary>
public readonly record struct Mark(int Start, int Length);
