using Kanal.Centre.Sites;
using Kanal.Web.Demo.Seeding;
using Kanal.Web.Demo.World;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Demo.Pages;

/// <summary>The travel agency, under <c>/demo/{language}</c>.</summary>
static class AgencyPages
{
    static readonly string[] _steps = ["travellers", "rooms", "contact", "summary"];

    public static void MapAgency(this RouteGroupBuilder demo)
    {
        demo.MapGet("/assets/{name}", Asset);
        foreach (var language in DemoTexts.Languages)
        {
            MapPages(demo.MapGroup($"/{language}"));
        }
    }

    static void MapPages(RouteGroupBuilder agency)
    {
        agency.MapGet("/", (View view) => Show<Home>(view));
        agency.MapGet("/trips", (View view) => Show<Trips>(view));
        agency.MapGet("/trips/{key}", IResult (View view, string key) => Trip.Find(key) is { } trip ? Show<TripPage>(view, ("Trip", trip)) : Lost(view));
        agency.MapGet("/booking", (View view) => TypedResults.Redirect(view.Link($"/booking/travellers{QueryString.Create(view.Query)}")));
        agency.MapGet("/booking/{step}", Book);
        agency.MapGet("/terms", (View view) => Show<Terms>(view));
        agency.MapGet("/hours", HoursAsync);
        agency.MapGet("/help", (View view) => TypedResults.Redirect($"/help/{Company.Key}/{view.Texts.Language}"));
        agency.MapGet("/contact", (View view) => Show<Contact>(view));
        agency.MapGet("/{**rest}", Lost);
    }

    static IResult Book(View view, string step)
    {
        if (Order.Read(view.Query) is not { } order)
        {
            return TypedResults.Redirect(view.Link("/trips"));
        }

        var place = Array.IndexOf(_steps, step);
        return step == "done" ? Show<Done>(view, ("Order", order)) : place < 0 ? Lost(view) : Show<Booking>(view, ("Order", order), ("Step", step), ("Place", place + 1), ("Steps", _steps));
    }

    static async Task<IResult> HoursAsync(View view, SiteDirectory sites, TimeProvider time, CancellationToken ct) =>
        await sites.FindAsync(Company.Key, ct) is { } site ? Show<Hours>(view, ("Site", site), ("Now", time.GetUtcNow())) : Lost(view);

    static RazorComponentResult Lost(View view)
    {
        var page = Show<Lost>(view);
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    static RazorComponentResult Show<T>(View view, params ReadOnlySpan<(string Name, object Value)> more) where T : IComponent
    {
        var parameters = new Dictionary<string, object?> { ["View"] = view };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return new RazorComponentResult(typeof(T), parameters);
    }

    static IResult Asset(string name)
    {
        var type = Path.GetExtension(name) switch { ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", ".svg" => "image/svg+xml", _ => null };
        return type is not null && Content.Open($"assets/{name}") is { } asset ? TypedResults.Stream(asset, type) : TypedResults.NotFound();
    }
}
