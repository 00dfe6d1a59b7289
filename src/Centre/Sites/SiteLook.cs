namespace Kanal.Centre.Sites;

/// <summary>How the widget and the help centre look on this site.</summary>
public sealed record SiteLook
{
    /// <summary>A colour as <c>#rgb</c> or <c>#rrggbb</c>.</summary>
    public string Accent { get; init; } = "#0a7ea4";

    public SiteTheme Theme { get; init; }

    public SitePosition Position { get; init; }

    /// <summary>The logo of the help centre, by its path on this server; null for none. It has calls of its own and is left alone by others.</summary>
    public string? Logo { get; init; }
}

public enum SiteTheme
{
    /// <summary>What the visitor's own system says.</summary>
    Auto,
    Light,
    Dark,
}

public enum SitePosition
{
    Right,
    Left,
}
