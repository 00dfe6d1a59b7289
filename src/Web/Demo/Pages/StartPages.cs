using Kanal.Centre.Agents;
using Kanal.Web.Access;
using Kanal.Web.Demo.Seeding;
using Kanal.Web.Demo.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Demo.Pages;

/// <summary>Where a look around starts: what this is, and the ways in.</summary>
static class StartPages
{
    public static void MapStart(this RouteGroupBuilder demo)
    {
        demo.MapGet("/", StartPage);
        demo.MapGet("/sign-in/{role}", SignInAsync);
    }

    static RazorComponentResult StartPage(HttpContext context)
    {
        var wanted = context.Request.Query["lang"].Concat(context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(tag => tag.Quality ?? 1).Select(tag => tag.Value.Value?.Split('-')[0]));
        var language = wanted.FirstOrDefault(tag => DemoTexts.Languages.Contains(tag)) ?? "en";
        return new RazorComponentResult(typeof(Start), new { View = new View(DemoTexts.In(language), "", context.Request.Query), Missing = DemoNotice.Missing() });
    }

    // Only the demo has this: whoever comes is let in as one of its people.
    static async Task<IResult> SignInAsync(string role, HttpContext context, Staff staff, CancellationToken ct)
    {
        if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site"
            || !Enum.TryParse<Role>(role, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted)
            || Employee.Of(wanted) is not { } employee || await staff.FindAsync(employee, ct) is not { } member)
        {
            return TypedResults.NotFound();
        }

        await DeskCookie.SignInAsync(context, member.Id, member.Stamp, remember: false);
        return TypedResults.Redirect("/desk/");
    }
}
