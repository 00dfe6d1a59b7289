namespace Kanal.Centre.Forms;

/// <summary>One question of a form.</summary>
public sealed record FormField
{
    /// <summary>Of a to z, 0 to 9 and hyphens; the same in every version and language.</summary>
    public required string Key { get; init; }

    public required FieldKind Kind { get; init; }

    public required string Label { get; init; }

    public string? Hint { get; init; }

    public bool Required { get; init; }

    /// <summary>Of a choice, and of several.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>The least number; of a text the fewest letters, of several and of files how many.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest number; of a text the most letters, of several and of files how many.</summary>
    public decimal? Most { get; init; }

    /// <summary>Of a date.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>Of a date.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>A regular expression for the whole of a text.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the pattern asks for, in words.</summary>
    public string? PatternHint { get; init; }
}

public enum FieldKind
{
    Text,
    LongText,
    Email,
    Phone,
    Number,
    Date,
    Choice,
    Several,
    YesNo,
    File,
}

/// <param name="Key">The same in every language.</param>
public sealed record FieldChoice(string Key, string Label);
