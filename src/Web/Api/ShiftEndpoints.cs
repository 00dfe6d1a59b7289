using Kanal.Centre.Planning;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>Who is to be there when.</summary>
static class ShiftEndpoints
{
    public static RouteGroupBuilder MapShifts(this RouteGroupBuilder api)
    {
        var shifts = api.MapGroup("/planning/shifts").WithTags("Planning").RequireAuthorization(Policies.Supervisor);
        shifts.MapGet("/", ListAsync).WithName("listShifts").WithSummary("Everybody's shifts at a site for 1 to 35 days (7 unless said otherwise).");
        shifts.MapPut("/", ChangeAsync).WithName("changeShifts").WithSummary("Sets one agent's day: all shifts that begin on it. An empty list is a day off.");
        shifts.MapPost("/copy", CopyAsync).WithName("copyShifts").WithSummary("Copies a week of shifts to one week or several; days that have shifts are left as they are unless they are to be replaced.");
        return api;
    }

    static async Task<Ok<ShiftWeek>> ListAsync(Id site, DateOnly from, int? days, ShiftBook book, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await book.ReadAsync(await PlanningSite.OfAsync(sites, site, ct), from, days ?? 7, ct));

    static async Task<Ok<ShiftDay>> ChangeAsync(ShiftRequest request, ShiftBook book, SignedIn caller, CancellationToken ct) => TypedResults.Ok(await book.ChangeAsync(request, caller.Caller, ct));

    static async Task<Ok<ShiftsCopied>> CopyAsync(ShiftCopy request, ShiftCopying copying, SignedIn caller, CancellationToken ct) => TypedResults.Ok(await copying.CopyAsync(request, caller.Caller, ct));
}
