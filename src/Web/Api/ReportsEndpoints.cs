using Kanal.Centre;
using Kanal.Centre.Deflections;
using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ReportsEndpoints
{
    static readonly TimeSpan _usual = TimeSpan.FromDays(30);

    public static RouteGroupBuilder MapReports(this RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports").RequireAuthorization(Policies.Supervisor);
        reports.MapGet("/promises", PromisesAsync).WithName("listPromises")
            .WithSummary("What waiting customers were told first and what became of it, latest first; outcome is open, kept, late or left.");
        reports.MapGet("/deflection", DeflectionAsync).WithName("readDeflection")
            .WithSummary("What answers have spared, of what visitors began to read between two times (the last 30 days where none are given): a deflection is a visitor who read, did not say that it did not help, and made no contact within 24 hours.");
        return api;
    }

    static async Task<Ok<DeflectionReport>> DeflectionAsync(DeflectionReports deflections, TimeProvider time, DateTimeOffset? from, DateTimeOffset? to, Id? site, CancellationToken ct)
    {
        var end = to ?? time.GetUtcNow();
        var start = from ?? (end.UtcTicks < _usual.Ticks ? DateTimeOffset.MinValue : end - _usual);
        return start < end ? TypedResults.Ok(await deflections.ReadAsync(site, start, end, ct)) : throw RefusedException.Invalid("to", "This should be after the beginning.");
    }

    static async Task<Ok<Listing<WaitPromise>>> PromisesAsync(PromiseBook promises, Id? queue, string? outcome, string? cursor, int? limit, CancellationToken ct)
    {
        var most = Paging.Limit(limit);
        Id? before = cursor is null ? null : Id.TryParse(cursor, null, out var last) ? last : throw RefusedException.Invalid("cursor", "This is not a cursor from an earlier answer.");
        var found = await promises.ListAsync(queue, Choice.Of<PromiseOutcome>("outcome", outcome), before, most + 1, ct);
        return TypedResults.Ok(Paging.Page(found, most, promise => promise.Id.ToString()));
    }
}
