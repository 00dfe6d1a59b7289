using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Orders;
using Kanal.Centre.Sites;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.PublicApi;

/// <summary>What a visitor has ordered, as the site's page tells it. Nobody vouches for it, so it is marked.</summary>
sealed class PublicOrders(OrderBook orders, SiteDirectory sites, SignedTokens tokens, StrategyShelf shelf, TimeProvider time)
{
    readonly Floodgate<IPAddress> _fromAddress = new(perSecond: 20, burst: 200, time);

    // Nobody orders all day long.
    readonly Floodgate<string> _ofVisitor = new(perSecond: 1 / 60.0, burst: 20, time);

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/sites/{site}/orders", (string site, PublicOrder order, PublicOrders here, HttpContext context, CancellationToken ct) => here.TellAsync(site, order, context, ct))
            .WithTags("Orders").WithName("tellOrder").WithSummary("What a visitor has ordered, for the page that thanks them. The same order again is the same order.");

    async Task<NoContent> TellAsync(string key, PublicOrder order, HttpContext context, CancellationToken ct)
    {
        Hold(_fromAddress.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None));
        var site = await sites.FindAsync(key, ct) ?? throw RefusedException.NotFound("site");
        var visitor = tokens.VisitorDigest(order.Visitor) ?? throw RefusedException.Invalid("visitor", "This is not a visitor's token of ours.");
        Hold(_ofVisitor.Refuses(visitor));
        await orders.TakeAsync(site, OrderCheck.Check(order.Order, order.Value, order.Currency, order.Items, null, OrderSource.Page, visitor, time.GetUtcNow()) with { MayKeepVisitor = shelf.For(site).Settings.Consent >= Privacy.Journey }, ct);
        return TypedResults.NoContent();
    }

    static void Hold(TimeSpan? wait)
    {
        if (wait is { } pause)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = pause };
        }
    }
}

public sealed record PublicOrder
{
    /// <summary>The visitor's token from a menu.</summary>
    public required string Visitor { get; init; }

    /// <summary>The shop's own number for it, at most 100 letters.</summary>
    public required string Order { get; init; }

    /// <summary>In <see cref="Currency"/>.</summary>
    public required double Value { get; init; }

    /// <summary>Three letters (ISO 4217), such as DKK.</summary>
    public string? Currency { get; init; }

    public int? Items { get; init; }
}
