using Kanal.Centre;
using Kanal.Centre.Prices;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>What the slots of those who answer cost now.</summary>
static class PricesEndpoints
{
    public static RouteGroupBuilder MapPrices(this RouteGroupBuilder api)
    {
        api.MapGet("/sites/{site}/prices", NowAsync).WithTags("Strategies").WithName("getPrices")
            .WithSummary("What one more chat costs the queue that a site's chats go to, and up to how many are let in of those who are worth how much. Empty where nothing is known of values.");
        return api;
    }

    static async Task<Ok<SitePrices>> NowAsync(Id site, SiteDirectory sites, WaitBoard waits, LivePrices prices, TimeProvider time, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        return TypedResults.Ok(new SitePrices(time.GetUtcNow(), await waits.LineOfAsync(here, "chat") is { } line && prices.Of(line) is { } its ? [its] : []));
    }
}

/// <summary>The prices of the queues that a site's visitors come to.</summary>
public sealed record SitePrices(DateTimeOffset At, IReadOnlyList<LinePrices> Queues);
