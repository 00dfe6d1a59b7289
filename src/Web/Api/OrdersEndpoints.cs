using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Customers;
using Kanal.Centre.Orders;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class OrdersEndpoints
{
    public static RouteGroupBuilder MapOrders(this RouteGroupBuilder api)
    {
        var orders = api.MapGroup("/sites/{site}/orders").WithTags("Orders").RequireAuthorization(Policies.Supervisor);
        orders.MapGet("", ListAsync).WithName("listOrders").WithSummary("What customers of a site have ordered, as far as we were told; the latest first.");
        orders.MapPost("", TellAsync).WithName("tellOrderOfBusiness")
            .WithSummary("Tells of an order: what the business itself says stands above what a visitor's page said. The same order again is the same order, with what is said now.");
        return api;
    }

    static async Task<Ok<Listing<Order>>> ListAsync(Id site, OrderBook orders, SiteDirectory sites, int? limit, Id? cursor, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        var most = Paging.Limit(limit, most: 100);
        return TypedResults.Ok(Paging.Page(await orders.ListAsync(here.Id, most + 1, cursor, ct), most, order => order.Id.ToString()));
    }

    static async Task<Results<Created<Order>, Ok<Order>>> TellAsync(Id site, OrderRequest request, OrderBook orders, SiteDirectory sites, StrategyShelf shelf, SignedTokens tokens, TimeProvider time, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        var visitor = request.Visitor is { Length: > 0 } token ? tokens.VisitorDigest(token) ?? throw RefusedException.Invalid("visitor", "This is not a visitor's token of ours.") : null;
        var email = request.Email is { Length: > 0 } address ? AddressText.Email(address) ?? throw RefusedException.Invalid("email", "This is not an email address.") : null;
        var report = OrderCheck.Check(request.Order, request.Value, request.Currency, request.Items, request.At, OrderSource.Business, visitor, time.GetUtcNow()) with { Customer = request.Customer, Email = email, MayKeepVisitor = shelf.For(here).Settings.Consent >= Privacy.Journey };
        var (order, isNew) = await orders.TakeAsync(here, report, ct);
        return isNew ? TypedResults.Created($"/api/v1/sites/{site}/orders", order) : TypedResults.Ok(order);
    }
}

/// <summary>An order. Of visitor, customer and email any that is known tells whose it is; none needs to be.</summary>
public sealed record OrderRequest
{
    /// <summary>The visitor's token, where the site's page handed it to its server.</summary>
    public string? Visitor { get; init; }

    public Id? Customer { get; init; }

    /// <summary>An address of the customer's.</summary>
    public string? Email { get; init; }

    /// <summary>The business's own number for it, at most 100 letters.</summary>
    public required string Order { get; init; }

    /// <summary>In <see cref="Currency"/>.</summary>
    public required double Value { get; init; }

    /// <summary>Three letters (ISO 4217), such as DKK.</summary>
    public string? Currency { get; init; }

    public int? Items { get; init; }

    /// <summary>When it was ordered; left out: now, or as it was told before.</summary>
    public DateTimeOffset? At { get; init; }
}
