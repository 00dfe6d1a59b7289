using Kanal.Centre.Sites;
using Kanal.Web.HelpCentre.Pages;

namespace Kanal.Web.HelpCentre;

/// <summary>The help centre of each site, under <c>/help/{site}</c> and under a host name of its own where it has one.</summary>
static class HelpRoutes
{
    static readonly string[] _read = ["GET", "HEAD"];

    public static void AddHelpCentre(this IServiceCollection services)
    {
        services.AddSingleton<HelpDoor>();
        services.AddSingleton<FrontPages>();
        services.AddSingleton<ArticlePages>();
        services.AddSingleton<FormPages>();
        services.AddSingleton<ContactPages>();
    }

    public static void MapHelpCentre(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/help-assets/{name}", _read, HelpAssets.Get).ExcludeFromDescription();
        app.MapMethods("/robots.txt", _read, Robots.OfServerAsync).ExcludeFromDescription();
        var help = app.MapGroup("/help/{site}").ExcludeFromDescription();
        help.MapMethods("", _read, ChooseLanguageAsync);
        help.MapMethods("/robots.txt", _read, Robots.OfSiteAsync);
        help.MapMethods("/sitemap.xml", _read, Sitemap.GetAsync);
        var pages = help.MapGroup("/{language}");
        pages.MapMethods("", _read, Page<FrontPages>((front, view, context, ct) => front.ShowAsync(view, context, ct)));
        pages.MapMethods("/search", _read, Page<FrontPages>((front, view, context, ct) => front.SearchAsync(view, context, ct)));
        pages.MapMethods("/sections/{section}", _read, Page(Section));
        pages.MapMethods("/articles/{article}", _read, Page<ArticlePages>((articles, view, context, ct) => articles.ShowAsync(view, context, ct)));
        pages.MapPost("/articles/{article}/helped", Page<ArticlePages>((articles, view, context, ct) => articles.HelpedAsync(view, context, ct)));
        pages.MapPost("/articles/{article}/send", Page<FormPages>((forms, view, context, ct) => forms.SendAsync(view, context, ct)));
        pages.MapMethods("/contact", _read, Page<ContactPages>((contact, view, context, ct) => contact.ShowAsync(view, context, ct)));
        pages.MapPost("/contact/email", Page<ContactPages>((contact, view, context, ct) => contact.SendAsync(view, "email", context, ct)));
        pages.MapPost("/contact/callback", Page<ContactPages>((contact, view, context, ct) => contact.SendAsync(view, "callback", context, ct)));
        pages.MapMethods("/contact/sent", _read, Page<ContactPages>((contact, view, context, ct) => contact.SentAsync(view, context, ct)));
        pages.MapMethods("/{**rest}", _read, Page((view, _) => Lost(view)));
    }

    /// <summary>What is shown where nothing is.</summary>
    public static IResult Lost(HelpView view) => new HelpAnswer<Lost>(view, []) { Status = StatusCodes.Status404NotFound };

    static RequestDelegate Page<TPages>(Func<TPages, HelpView, HttpContext, CancellationToken, Task<IResult>> show) where TPages : class =>
        async context =>
        {
            if (await EnterAsync(context) is { } view)
            {
                var answer = await show(context.RequestServices.GetRequiredService<TPages>(), view, context, context.RequestAborted);
                await answer.ExecuteAsync(context);
            }
        };

    static RequestDelegate Page(Func<HelpView, HttpContext, IResult> show) =>
        async context =>
        {
            if (await EnterAsync(context) is { } view)
            {
                await show(view, context).ExecuteAsync(context);
            }
        };

    // Whoever may not enter has had an answer.
    static async Task<HelpView?> EnterAsync(HttpContext context)
    {
        var view = await context.RequestServices.GetRequiredService<HelpDoor>().EnterAsync(context, context.RequestAborted);
        if (view is not null && view.Language == HelpDoor.LanguageIn(context))
        {
            return view;
        }

        await (view is null ? TypedResults.NotFound() : Lost(view)).ExecuteAsync(context);
        return null;
    }

    static IResult Section(HelpView view, HttpContext context)
    {
        if (view.Shelf.Find(context.GetRouteValue("section") as string ?? "") is not { } section)
        {
            return Lost(view);
        }

        var languages = view.Site.Languages.Select(language => (language, Shelf: HelpShelf.Of(view.Library, view.Site, language)))
            .Select(one => (one.language, Section: one.Shelf.Find(section.Id)))
            .Where(one => one.Section is not null).Select(one => (one.language, $"/{one.language}/sections/{one.Section?.Slug}")).ToList();
        return new HelpAnswer<SectionPage>(view, new() { ["Section"] = section, ["Languages"] = languages });
    }

    static async Task<IResult> ChooseLanguageAsync(HttpContext context, HelpDoor door, CancellationToken ct)
    {
        if (await door.SiteAsync(context, ct) is not { } site)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Redirect($"{HelpDoor.Prefix(context, site)}/{Wanted(site, context.Request)}");
    }

    // The first of the visitor's languages that the site speaks.
    static string Wanted(Site site, HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(tag => tag.Quality ?? 1).Select(tag => tag.Value.Value ?? "")
            .Select(tag => site.Languages.FirstOrDefault(language => language.Equals(tag, StringComparison.OrdinalIgnoreCase))
                ?? site.Languages.FirstOrDefault(language => language.Split('-')[0].Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(language => language is not null) ?? site.Languages[0];
}
