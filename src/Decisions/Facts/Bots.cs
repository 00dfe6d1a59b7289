namespace Kanal.Decisions.Facts;

/// <summary>Tells programs that read pages from people, by what they say of themselves. One that lies is taken for a visitor.</summary>
public static class Bots
{
    static readonly string[] _words =
    [
        "bot", "crawl", "spider", "slurp", "headless", "lighthouse", "pagespeed", "preview", "monitor", "uptime", "curl/", "wget/",
        "python-", "java/", "go-http-client", "okhttp", "axios/", "facebookexternalhit", "phantomjs", "scrapy", "httpclient",
    ];

    // Makers of telephones whose names hold such a word.
    static readonly string[] _people = ["cubot"];

    /// <param name="userAgent">As the browser sent it; without one it is a program.</param>
    public static bool IsOne(string? userAgent) =>
        string.IsNullOrWhiteSpace(userAgent)
        || (_words.Any(word => userAgent.Contains(word, StringComparison.OrdinalIgnoreCase)) && !_people.Any(word => userAgent.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
