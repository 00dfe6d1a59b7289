namespace Kanal.Centre.Knowledge;

/// <summary>Where an article's page is. Nobody else puts this address together.</summary>
public static class HelpAddress
{
    /// <param name="site">Its key.</param>
    public static string Of(string site, string language, string slug) => $"/help/{site}/{language}/{slug}";
}
