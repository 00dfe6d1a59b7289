using Kanal.Centre;
using Kanal.Centre.Sites;
using Kanal.Channels.Http;

namespace Kanal.Web.PublicApi;

/// <summary>The sites' logos, for everybody.</summary>
static class LogoEndpoint
{
    public static void MapLogos(this IEndpointRouteBuilder app) => app.MapGet("/files/logos/{name}", OpenAsync).ExcludeFromDescription();

    static async Task<IResult> OpenAsync(string name, SiteLogos logos, HttpContext context, CancellationToken ct)
    {
        var (file, content) = await logos.OpenAsync(name, ct) ?? throw RefusedException.NotFound("file");
        return FileAnswer.Of(context, file, content);
    }
}
