namespace Kanal.Centre.Articles;

/// <summary>Whom an article is for.</summary>
public enum Audience
{
    Everyone,
    Beginner,
    Expert,

    /// <summary>Never leaves to the public.</summary>
    Agents,
}
