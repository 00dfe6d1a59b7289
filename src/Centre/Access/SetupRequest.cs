using Kanal.Decisions.Hours;

namespace Kanal.Centre.Access;

/// <summary>Everything that a new installation starts with.</summary>
public sealed record SetupRequest
{
    /// <summary>The code that the server printed at its start; needed from other machines.</summary>
    public string? Code { get; init; }

    public required string Organisation { get; init; }

    /// <summary>The administrator's.</summary>
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Password { get; init; }

    /// <summary>The administrator's, and that of the first queue and topics, such as "da".</summary>
    public required string Language { get; init; }

    public required SetupSite Site { get; init; }

    public HoursDefinition? Hours { get; init; }
}

/// <param name="Key">The short name that pages embed.</param>
/// <param name="Languages">The first is the site's own.</param>
/// <param name="Origins">Pages that may hold the widget.</param>
public sealed record SetupSite(string Name, string Key, string TimeZone, IReadOnlyList<string> Languages, IReadOnlyList<string> Origins, string? Accent = null);
