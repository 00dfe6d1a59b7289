using Kanal.Centre;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.StrategyRuns;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>Strategies tried on recorded traffic.</summary>
static class SimulationEndpoints
{
    public static RouteGroupBuilder MapSimulations(this RouteGroupBuilder api)
    {
        var simulations = api.MapGroup("/sites/{site}/simulations").WithTags("Strategies").RequireAuthorization(Policies.Supervisor);
        simulations.MapGet("", ListAsync).WithName("listSimulations").WithSummary("The tries of a site's strategies on recorded traffic, the latest first, without their results.");
        simulations.MapPost("", StartAsync).WithName("startSimulation")
            .WithSummary("Tries two versions, or the live one and the draft, side by side on the same recorded visitors; it is worked out in the background.");
        simulations.MapGet("/recorded", RecordedAsync).WithName("readRecordedDays").WithSummary("Who was recorded on some days and could come once more: at most 14 days of the last 30.");
        simulations.MapGet("/{id}", ReadAsync).WithName("readSimulation").WithSummary("How far one is, and what came of it.");
        simulations.MapPost("/{id}/stop", StopAsync).WithName("stopSimulation").WithSummary("Stops one that is under way.");
        simulations.MapDelete("/{id}", DeleteAsync).WithName("deleteSimulation").WithSummary("Throws one away with its result.");
        return api;
    }

    static async Task<Ok<Listing<StrategyRun>>> ListAsync(Id site, StrategyRunBook book, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(new Listing<StrategyRun>(await book.ListAsync(await PlanningSite.OfAsync(sites, site, ct), ct)));

    static async Task<Created<StrategyRun>> StartAsync(Id site, StrategyRunRequest request, StrategyRunBook book, SiteDirectory sites, SignedIn caller, CancellationToken ct)
    {
        var run = await book.StartAsync(await PlanningSite.OfAsync(sites, site, ct), request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/sites/{site}/simulations/{run.Id}", run);
    }

    static async Task<Ok<RecordedDays>> RecordedAsync(Id site, DateOnly? from, int? days, RecordedTraffic traffic, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await traffic.CountAsync(await PlanningSite.OfAsync(sites, site, ct), from, days, ct));

    static async Task<Ok<StrategyRun>> ReadAsync(Id site, Id id, StrategyRunBook book, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await book.ReadAsync(await PlanningSite.OfAsync(sites, site, ct), id, ct));

    static async Task<Ok<StrategyRun>> StopAsync(Id site, Id id, StrategyRunBook book, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await book.StopAsync(await PlanningSite.OfAsync(sites, site, ct), id, ct));

    static async Task<NoContent> DeleteAsync(Id site, Id id, StrategyRunBook book, SiteDirectory sites, SignedIn caller, CancellationToken ct)
    {
        await book.DeleteAsync(await PlanningSite.OfAsync(sites, site, ct), id, caller.Caller, ct);
        return TypedResults.NoContent();
    }
}
