using System.Buffers;

namespace Kanal.Decisions.Facts;

/// <summary>
/// Tells programs that read pages from people, by what they say of themselves. One that lies is taken for a visitor; so is one that
/// only says what it is built with, for apps and servers ask for menus that people will see, and tests are to see what visitors see.
/// </summary>
public static class Bots
{
    static readonly SearchValues<string> _words = SearchValues.Create(
        ["bot", "crawl", "spider", "slurp", "lighthouse", "pagespeed", "preview", "monitor", "uptime", "facebookexternalhit", "phantomjs", "scrapy"], StringComparison.OrdinalIgnoreCase);

    // Makers of telephones whose names hold such a word.
    static readonly SearchValues<string> _people = SearchValues.Create(["cubot"], StringComparison.OrdinalIgnoreCase);

    /// <param name="userAgent">As the browser sent it.</param>
    public static bool IsOne(string? userAgent) => userAgent.AsSpan().ContainsAny(_words) && !userAgent.AsSpan().ContainsAny(_people);
}
