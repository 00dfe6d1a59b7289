using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Deflections;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Channels.Http;
using Kanal.Decisions.Measures;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.PublicApi;

/// <summary>What visitors look at before they write to us, told by their browsers.</summary>
sealed class PublicVisits(KnowledgeBase knowledge, SiteDirectory sites, SignedTokens tokens, AnswerVisits visits, Counting counting, TimeProvider time)
{
    const int MostShown = 20;

    readonly Floodgate<IPAddress> _told = new(perSecond: 20, burst: 200, time);

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/sites/{site}/visits", (string site, AnswerVisit visit, PublicVisits here, HttpContext context, CancellationToken ct) => here.TellAsync(site, visit, context, ct))
            .WithTags("Articles").WithName("tellVisit").WithSummary("Which articles a visitor was shown, has opened, and whether one helped; what deflection is counted from.");

    async Task<NoContent> TellAsync(string key, AnswerVisit visit, HttpContext context, CancellationToken ct)
    {
        if (_told.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None) is { } wait)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = wait };
        }

        var site = await sites.FindAsync(key, ct) ?? throw RefusedException.NotFound("site");
        var visitor = tokens.VisitorDigest(visit.Visitor) ?? throw RefusedException.Invalid("visitor", "This is not a visitor's token of ours.");
        if (visit.Shown is { Count: > MostShown })
        {
            throw RefusedException.Invalid("shown", $"At most {MostShown} articles at a time.");
        }

        var library = await knowledge.NowAsync(ct);
        var language = site.LanguageFor(visit.Language);
        PublishedText? Text(Id id) => PublicReading.Languages(library, site, id) is { Count: > 0 } found ? found.Find(text => text.Language == language) ?? found[0] : null;
        var shown = (visit.Shown ?? []).Distinct().Select(Text).OfType<PublishedText>().ToList();
        if (shown.Count > 0)
        {
            await visits.ShownAsync(site, shown, ct);
            counting.Went(site.Id, Readers.Of(context, visitor), NextStep.Found);
        }

        // What was taken away meanwhile is nobody's mistake.
        if (visit.Read is { } read && Text(read) is { } text)
        {
            await visits.ReadAsync(site, visitor, text, visit.Helped, ct);
            counting.Went(site.Id, Readers.Of(context, visitor), NextStep.Read);
        }

        return TypedResults.NoContent();
    }
}

public sealed record AnswerVisit
{
    /// <summary>The visitor's token from a menu.</summary>
    public required string Visitor { get; init; }

    public string? Language { get; init; }

    /// <summary>Articles that stood before the visitor as possible answers.</summary>
    public List<Id>? Shown { get; init; }

    /// <summary>The article that the visitor has opened.</summary>
    public Id? Read { get; init; }

    /// <summary>Whether that one helped; null while nothing is said.</summary>
    public bool? Helped { get; init; }
}
