namespace Kanal.Centre.Sites;

/// <summary>How the widget looks on this site.</summary>
public sealed record SiteLook
{
    /// <summary>A colour as <c>#rgb</c> or <c>#rrggbb</c>.</summary>
    public string Accent { get; init; } = "#0a7ea4";

    public SiteTheme Theme { get; init; }

    public SitePosition Position { get; init; }
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
