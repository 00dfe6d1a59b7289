using Kanal.Centre.Knowledge;
using Kanal.Web.HelpCentre.Pages;
using Kanal.Web.PublicApi;

namespace Kanal.Web.HelpCentre;

/// <summary>The pages of articles, and where those lead that have moved.</summary>
static class ArticlePages
{
    const int MostRelated = 5;

    public static IResult Show(HelpView view, HttpContext context)
    {
        var slug = context.GetRouteValue("article") as string ?? "";
        var (library, site) = (view.Library, view.Site);
        if (library.BySlug(site.Id, view.Language, slug) is { IsPublic: true } here && here.Site == site.Id)
        {
            return here.Slug == slug ? Page(view, here) : TypedResults.Redirect(view.Link(here), permanent: true);
        }

        // By its name in another language; or it is published in another one only.
        return PublicReading.Find(library, site, slug, view.Language) is { } elsewhere ? TypedResults.Redirect(view.Link(elsewhere)) : HelpRoutes.Lost(view, context);
    }

    static HelpAnswer<ArticlePage> Page(HelpView view, PublishedText text) => new(view, new()
    {
        ["Text"] = text,
        ["Languages"] = PublicReading.Languages(view.Library, view.Site, text.Article).Select(other => (other.Language, view.PathOf(other))).ToList(),
        ["Related"] = Related(view, text),
    });

    // What a search for its title finds, then its neighbours.
    static List<PublishedText> Related(HelpView view, PublishedText text)
    {
        var alike = view.Library.Search(new Sought(text.Content.Title, view.Language, view.Site.Id, Typing: false) { Limit = MostRelated, ForAgents = false }).Select(hit => hit.Text);
        var near = view.Shelf.Articles.Where(other => other.Section is not null && other.Section == text.Section);
        return [.. alike.Concat(near).Where(other => other.Article != text.Article && other.IsPublic && other.Site == view.Site.Id).DistinctBy(other => other.Article).Take(MostRelated)];
    }
}
