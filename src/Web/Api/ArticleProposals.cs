using Kanal.Centre;
using Kanal.Centre.Proposals;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>Articles that conversations ask for.</summary>
static class ArticleProposals
{
    public static async Task<Results<Created<Proposal>, Ok<Proposal>>> MakeAsync(Id id, SignedIn caller, ProposalBook book, CancellationToken ct)
    {
        var (proposal, made) = await book.MakeAsync(id, caller.Caller, ct);
        return made ? TypedResults.Created((string?)null, proposal) : TypedResults.Ok(proposal);
    }

    public static async Task<Ok<Listing<Proposal>>> OfAsync(Id id, ProposalBook book, CancellationToken ct) => TypedResults.Ok(new Listing<Proposal>(await book.OfAsync(id, ct)));

    public static async Task<Ok<Listing<Proposal>>> WaitingAsync(Id? site, int? limit, Id? cursor, ProposalBook book, CancellationToken ct)
    {
        var most = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Page(await book.WaitingAsync(site, cursor, most + 1, ct), most, proposal => proposal.Id.ToString()));
    }

    public static async Task<Ok<Proposal>> DiscardAsync(Id id, DiscardRequest request, SignedIn caller, ProposalBook book, CancellationToken ct) =>
        TypedResults.Ok(await book.DiscardAsync(id, request.Reason, caller.Caller, ct));

    public static async Task<Ok<SuggestionReport>> SuggestAsync(Id site, string language, ArticleSuggestions suggestions, CancellationToken ct) =>
        TypedResults.Ok(await suggestions.FindAsync(site, language, ct));
}

/// <param name="Reason">Why it is not wanted; whoever made it reads it.</param>
public sealed record DiscardRequest(string Reason);
