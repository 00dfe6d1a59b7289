using Kanal.Centre.Articles;
using Kanal.Centre.Forms;

namespace Kanal.Web.Demo.World;

/// <summary>How the agency's knowledge base is arranged; its words are elsewhere, by language.</summary>
/// <param name="Sections">The articles of each, in their order.</param>
/// <param name="Audiences">Of those that are not for everyone.</param>
/// <param name="Revised">Those with a second version.</param>
/// <param name="Behind">Languages that translate an original which has changed since.</param>
/// <param name="Scheduled">Those whose next version waits for its day.</param>
/// <param name="Old">Those that nobody has touched for more than a year.</param>
/// <param name="Unread">Those that nobody reads.</param>
/// <param name="Expiring">Those whose end is near.</param>
sealed record Knowledge(
    Dictionary<string, string[]> Sections,
    HashSet<string> Guides,
    Dictionary<string, Audience> Audiences,
    Dictionary<string, string> Specialists,
    HashSet<string> Revised,
    Dictionary<string, string[]> Behind,
    HashSet<string> Scheduled,
    HashSet<string> Old,
    HashSet<string> Unread,
    HashSet<string> Expiring,
    Dictionary<string, FieldShape[]> Forms)
{
    public static Knowledge Read() => Content.Read<Knowledge>("data/knowledge.json");

    public ArticleKind KindOf(string article) => Guides.Contains(article) ? ArticleKind.Guide : Forms.ContainsKey(article) ? ArticleKind.Form : ArticleKind.Article;
}

/// <summary>A field without its words.</summary>
sealed record FieldShape(string Key, FieldKind Kind, bool Required = false, decimal? Least = null, decimal? Most = null, string? Pattern = null);
