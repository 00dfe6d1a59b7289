namespace Kanal.Centre.Agents;

/// <summary>How an agent likes the desk.</summary>
public sealed record Preferences
{
    /// <summary>Language of the desk, such as "da"; null follows the browser.</summary>
    public string? Language { get; init; }

    public Theme Theme { get; init; }

    public bool Sound { get; init; } = true;

    public bool Notifications { get; init; } = true;
}

public enum Theme
{
    Auto,
    Light,
    Dark,
}
