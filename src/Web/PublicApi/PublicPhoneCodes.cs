using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Live;
using Kanal.Centre.Shown;
using Kanal.Centre.Sites;
using Kanal.Channels.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.PublicApi;

/// <summary>The six digits of a customer who is on the phone.</summary>
sealed class PublicPhoneCodes(PhoneCodes codes, SiteDirectory sites, SignedTokens tokens, Feed feed, Heartbeat heartbeat, TimeProvider time)
{
    const string Scheme = "Bearer ";

    readonly Floodgate<IPAddress> _asked = new(perSecond: 0.2, burst: 20, time);

    public static void Map(RouteGroupBuilder api)
    {
        var code = api.MapGroup("/sites/{site}/phone-code").WithTags("Show");
        code.MapPost("", (string site, PhoneCodeRequest request, PublicPhoneCodes here, HttpContext context, CancellationToken ct) => here.MakeAsync(site, request, context, ct))
            .WithName("makePhoneCode").WithSummary("Six digits to read out to the agent on the phone; valid for ten minutes, once. A new code ends the one before.");
        code.MapGet("/events", (string site, PublicPhoneCodes here, HttpContext context, CancellationToken ct) => here.WaitAsync(site, context, ct))
            .WithName("streamPhoneCodeEvents").Produces<PhoneCodeEvents>(200, "text/event-stream")
            .WithSummary("Server-sent events for the bearer of the visitor's token: joined, when the agent has written the code down.");
    }

    async Task<Ok<PhoneCode>> MakeAsync(string key, PhoneCodeRequest request, HttpContext context, CancellationToken ct)
    {
        if (_asked.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None) is { } wait)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = wait };
        }

        var site = await sites.FindAsync(key, ct) ?? throw RefusedException.NotFound("site");
        var visitor = tokens.VisitorDigest(request.Visitor) ?? throw RefusedException.Invalid("visitor", "This is not a visitor's token of ours.");
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await codes.MakeAsync(site, visitor, ct));
    }

    async Task WaitAsync(string key, HttpContext context, CancellationToken ct)
    {
        var site = await sites.FindAsync(key, ct) ?? throw RefusedException.NotFound("site");
        var header = context.Request.Headers.Authorization.ToString();
        var visitor = (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? tokens.VisitorDigest(header.AsSpan(Scheme.Length).Trim()) : null)
            ?? throw new RefusedException(Refusal.Unauthorized, "token-needed", "This needs the visitor's token, as Authorization: Bearer.");
        var waiting = await codes.WaitingAsync(site, visitor, ct) ?? throw RefusedException.NotFound("code");
        var stream = new EventStream(heartbeat);
        using var listening = feed.Subscribe(Topic.Code(waiting.Code), stream.Take);
        // Once more, now that nothing is missed: the agent may have been quick.
        var joined = waiting.Joined ?? (await codes.WaitingAsync(site, visitor, ct))?.Joined;
        await stream.SendAsync(context, joined is null ? [] : [new Change("joined", joined)], 0, ct);
    }
}

/// <param name="Visitor">The visitor's token from a menu.</param>
public sealed record PhoneCodeRequest(string Visitor);

/// <summary>What the stream carries: each event has the name of a member here and its value as data.</summary>
public sealed record PhoneCodeEvents
{
    public Joined? Joined { get; init; }
}
