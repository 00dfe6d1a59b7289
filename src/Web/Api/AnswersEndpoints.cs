using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Answers;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class AnswersEndpoints
{
    public static RouteGroupBuilder MapAnswers(this RouteGroupBuilder api)
    {
        var answers = api.MapGroup("/answers").WithTags("Answers");
        answers.MapGet("", FindAsync).WithName("findAnswers").WithSummary("Short answers; with q, those whose shortcut starts with it first, then the best answers; typing errors and forms of words are forgiven.");
        answers.MapPost("", AddAsync).WithName("addAnswer").WithSummary("Adds a short answer.").RequireAuthorization(Policies.Supervisor);
        answers.MapPut("/{id}", ChangeAsync).WithName("changeAnswer").WithSummary("Writes a short answer anew in its language, or adds it in another.").RequireAuthorization(Policies.Supervisor);
        answers.MapDelete("/{id}", RemoveAsync).WithName("removeAnswer").WithSummary("Takes a short answer away, in one language or in all.").RequireAuthorization(Policies.Supervisor);
        return api;
    }

    static async Task<Ok<Listing<Answer>>> FindAsync(AnswerBook book, string? q, string? language, Id? site, int? limit, string? cursor, CancellationToken ct)
    {
        // The desk keeps them all at hand, to find them at the first letter.
        var most = Paging.Limit(limit, usual: 1_000, most: 1_000);
        var skip = Paging.Skip(cursor);
        var found = await book.FindAsync(q, language, site, skip, most + 1, ct);
        return TypedResults.Ok(Paging.Page(found, most, _ => (skip + most).ToString(CultureInfo.InvariantCulture)));
    }

    static async Task<Created<Answer>> AddAsync(AnswerRequest request, SignedIn caller, AnswerWriting writing, CancellationToken ct)
    {
        var answer = await writing.AddAsync(request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/answers/{answer.Id}", answer);
    }

    static async Task<Ok<Answer>> ChangeAsync(Id id, AnswerRequest request, SignedIn caller, AnswerWriting writing, CancellationToken ct) =>
        TypedResults.Ok(await writing.ChangeAsync(id, request, caller.Caller, ct));

    static async Task<NoContent> RemoveAsync(Id id, string? language, SignedIn caller, AnswerWriting writing, CancellationToken ct)
    {
        await writing.RemoveAsync(id, language, caller.Caller, ct);
        return TypedResults.NoContent();
    }
}
