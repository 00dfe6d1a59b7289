using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Where an article stands must be there, and fit what it is.</summary>
static class PlaceCheck
{
    const int LongestAddress = 500;

    public static async Task CheckAsync(Sql sql, Id? site, ArticleKind kind, Id? section, Audience audience, string? specialists)
    {
        var faults = new Faults();
        faults.AddIf(kind != ArticleKind.ShortAnswer && site is null, "site", "This is needed; only short answers are for all sites.");
        faults.AddIf(kind == ArticleKind.ShortAnswer && audience != Audience.Agents, "audience", "Short answers are for agents.");
        faults.AddIf(specialists is not null && !IsAddress(specialists), "specialists", "This should be an address such as \"https://community.example\".");
        faults.AddIf(site is { } id && await sql.FirstAsync<long>("select count(*) from sites where id = @id", new { id }) == 0, "site", "There is no such site.");
        faults.AddIf(section is { } place && await sql.FirstAsync<long>("select count(*) from sections where id = @place and site_id = @site", new { place, site = site ?? default }) == 0,
            "section", "There is no such section on this site.");
        faults.ThrowIfAny();
    }

    public static bool IsAddress(string text) => text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http" };
}
