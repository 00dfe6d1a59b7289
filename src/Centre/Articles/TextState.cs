namespace Kanal.Centre.Articles;

/// <summary>How things stand with an article in one language.</summary>
public enum TextState
{
    /// <summary>Nothing is published.</summary>
    Draft,

    /// <summary>Nothing is published yet; it will be.</summary>
    Scheduled,
    Published,

    /// <summary>Its time was over.</summary>
    Expired,
}
