using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;
using Kanal.Centre.Menus;
using Kanal.Channels.Http;
using Kanal.Web.HelpCentre.Pages;
using Kanal.Web.PublicApi;

namespace Kanal.Web.HelpCentre;

/// <summary>The pages of articles, where those lead that have moved, and whether they helped.</summary>
sealed class ArticlePages(Counting counting, Helped helped, ExpiredArticles expired, ChannelMenus menus, IdSource ids, TimeProvider time)
{
    const int MostRelated = 5;

    readonly Floodgate<IPAddress> _votes = new(perSecond: 0.5, burst: 20, time);

    public async Task<IResult> ShowAsync(HelpView view, HttpContext context, CancellationToken ct)
    {
        var slug = Slug(context);
        if (Find(view, slug) is not { } text)
        {
            // By its name in another language; or it is published in another one only.
            return PublicReading.Find(view.Library, view.Site, slug, view.Language) is { } elsewhere ? TypedResults.Redirect(view.Link(elsewhere))
                : await expired.FindAsync(view.Site.Id, view.Language, slug, ct) is { } over ? Over(view, slug, over)
                : HelpRoutes.Lost(view);
        }

        if (text.Slug != slug)
        {
            return TypedResults.Redirect(view.Link(text), permanent: true);
        }

        if (Visit.IsOfAPerson(context))
        {
            counting.Seen(text, view.Site.Id, Readers.Of(context));
        }

        return await PageAsync(view, text, context, ct);
    }

    /// <summary>First whether it helped; where it did not, what was missing.</summary>
    public async Task<IResult> HelpedAsync(HelpView view, HttpContext context, CancellationToken ct)
    {
        var form = await PostedForm.ReadAsync(context, ct);
        if (Find(view, Slug(context)) is not { } text)
        {
            return HelpRoutes.Lost(view);
        }

        if (_votes.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None) is { } wait)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = wait };
        }

        if (Id.TryParse(form["vote"], null, out var vote))
        {
            await helped.CommentAsync(vote, text.Article, form["comment"], ct);
            return new SeeOther($"{view.Link(text)}?helped=noted#helped");
        }

        var yes = form["answer"] == "yes";
        var noted = await helped.NoteAsync(text, view.Site.Id, yes, null, ct);
        return new SeeOther(yes ? $"{view.Link(text)}?helped=yes#helped" : $"{view.Link(text)}?helped=no&vote={noted}#helped");
    }

    /// <param name="form">What was filled in, where it is a form that could not be sent.</param>
    public async Task<IResult> PageAsync(HelpView view, PublishedText text, HttpContext context, CancellationToken ct, FilledForm? form = null)
    {
        var query = context.Request.Query;
        var said = query["helped"].ToString();
        return new HelpAnswer<ArticlePage>(view, new()
        {
            ["Text"] = text,
            ["Languages"] = PublicReading.Languages(view.Library, view.Site, text.Article).Select(other => (other.Language, view.PathOf(other))).ToList(),
            ["Related"] = Related(view, text.Content.Title, text.Article, text.Section),
            ["Helped"] = said,
            ["Vote"] = query["vote"].ToString(),
            ["Menu"] = said == "no" ? await HelpMenu.AskAsync(menus, view, context, ct) : null,
            ["Form"] = text.Kind == ArticleKind.Form ? form ?? new FilledForm(ids.Next().ToString()) : null,
            ["Sent"] = query["sent"] == "yes",
        })
        {
            Lasts = text.Kind != ArticleKind.Form && said.Length == 0,
            Status = form is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    /// <summary>By its name or one that it had before.</summary>
    public static PublishedText? Find(HelpView view, string slug) =>
        view.Library.BySlug(view.Site.Id, view.Language, slug) is { IsPublic: true } text && text.Site == view.Site.Id ? text : null;

    public static string Slug(HttpContext context) => context.GetRouteValue("article") as string ?? "";

    // Search engines forget at once what is gone, and people are led on. What it was called may be written anew already, so its address speaks for it.
    static HelpAnswer<Over> Over(HelpView view, string slug, ExpiredArticle over)
    {
        var words = slug.Replace('-', ' ');
        return new HelpAnswer<Over>(view, new() { ["Query"] = words, ["Section"] = over.Section, ["Related"] = Related(view, words, over.Id, over.Section) }) { Status = StatusCodes.Status410Gone };
    }

    // What a search for its title finds, then its neighbours.
    static List<PublishedText> Related(HelpView view, string title, Id article, Id? section)
    {
        var alike = view.Library.Search(new Sought(title, view.Language, view.Site.Id, Typing: false) { Limit = MostRelated, ForAgents = false }).Select(hit => hit.Text);
        var near = view.Shelf.Articles.Where(other => other.Section is not null && other.Section == section);
        return [.. alike.Concat(near).Where(other => other.Article != article && other.IsPublic && other.Site == view.Site.Id).DistinctBy(other => other.Article).Take(MostRelated)];
    }
}
