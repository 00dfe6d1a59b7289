using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Names in addresses: <c>flytning-af-rejsen</c>. Nobody else gets one that an article has had while it was published.</summary>
static partial class Slugs
{
    const int Longest = 80;

    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in Folding.Fold(title).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug is [.., not '-'])
            {
                slug.Append('-');
            }
        }

        var cut = slug.ToString(0, Math.Min(slug.Length, Longest - 5)).Trim('-');
        return cut.Length == 0 ? "article" : cut;
    }

    public static bool IsWellFormed(string slug) => slug.Length <= Longest && WellFormed().IsMatch(slug);

    /// <param name="wanted">As an editor wants it; null: made of the title, with a number behind it if need be.</param>
    /// <exception cref="RefusedException">Another article has the one that is wanted.</exception>
    public static async Task<string> TakeAsync(Sql sql, Id article, Id site, string language, string? wanted, string title)
    {
        var start = wanted ?? Of(title);
        for (var i = 1; ; i++)
        {
            var slug = i == 1 ? start : string.Create(CultureInfo.InvariantCulture, $"{start}-{i}");
            var holder = await sql.FirstAsync<Id?>("select article_id from article_slugs where site_id = @site and language = @language and slug = @slug", new { site, language, slug });
            if (holder == article)
            {
                return slug;
            }

            if (holder is null)
            {
                await sql.ExecuteAsync("insert into article_slugs (site_id, language, slug, article_id) values (@site, @language, @slug, @article)", new { site, language, slug, article });
                return slug;
            }

            if (wanted is not null)
            {
                throw new RefusedException(Refusal.Conflict, "slug-taken", "Another article has this address.") { Errors = new() { ["slug"] = ["Another article has this address."] } };
            }
        }
    }

    /// <summary>Gives back what was never public.</summary>
    public static Task ForgetAsync(Sql sql, Id article, string language) =>
        sql.ExecuteAsync("delete from article_slugs where article_id = @article and language = @language", new { article, language });

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex WellFormed();
}
