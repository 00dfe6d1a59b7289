using Kanal.Centre;
using Kanal.Centre.Experiments;
using Kanal.Centre.Invitations;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ExperimentsEndpoints
{
    const int UsualDays = 30;
    const int MostDays = 366;

    public static RouteGroupBuilder MapExperiments(this RouteGroupBuilder api)
    {
        var experiments = api.MapGroup("/sites/{site}/experiments").WithTags("Experiments");
        experiments.MapGet("", ListAsync).WithName("listExperiments").WithSummary("A site's experiments with how they stand, the latest first.");
        experiments.MapGet("/{id}", ReadAsync).WithName("getExperiment").WithSummary("One experiment and how it stands.");
        experiments.MapPost("", CreateAsync).WithName("createExperiment").WithSummary("Plans an experiment: what is expected is fixed before it starts.").RequireAuthorization(Policies.Supervisor);
        experiments.MapDelete("/{id}", DeleteAsync).WithName("deleteExperiment").WithSummary("Takes away an experiment that never ran.").RequireAuthorization(Policies.Supervisor);
        experiments.MapPost("/{id}/start", StartAsync).WithName("startExperiment").WithSummary("Starts it. One runs at a time on a site, and only where visitors agree to be known over their visits.").RequireAuthorization(Policies.Supervisor);
        experiments.MapPost("/{id}/stop", StopAsync).WithName("stopExperiment").WithSummary("Stops it; how it stands is kept, and who took part is forgotten.").RequireAuthorization(Policies.Supervisor);
        api.MapGet("/sites/{site}/invitations", InvitationsAsync).WithTags("Experiments").WithName("readInvitations")
            .WithSummary("What invitations have brought in the last days (30 unless said otherwise), by text and rule.");
        return api;
    }

    static async Task<Ok<Listing<Experiment>>> ListAsync(Id site, ExperimentBook experiments, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(new Listing<Experiment>(await experiments.ListAsync(await SiteAsync(sites, site, ct), ct)));

    static async Task<Ok<Experiment>> ReadAsync(Id site, Id id, ExperimentBook experiments, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await experiments.ReadAsync(await SiteAsync(sites, site, ct), id, ct));

    static async Task<Created<Experiment>> CreateAsync(Id site, ExperimentRequest request, ExperimentBook experiments, SiteDirectory sites, SignedIn caller, CancellationToken ct)
    {
        var made = await experiments.CreateAsync(await SiteAsync(sites, site, ct), request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/sites/{site}/experiments/{made.Id}", made);
    }

    static async Task<NoContent> DeleteAsync(Id site, Id id, ExperimentBook experiments, SiteDirectory sites, SignedIn caller, CancellationToken ct)
    {
        await experiments.DeleteAsync(await SiteAsync(sites, site, ct), id, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Experiment>> StartAsync(Id site, Id id, ExperimentControl control, SiteDirectory sites, SignedIn caller, CancellationToken ct) =>
        TypedResults.Ok(await control.StartAsync(await SiteAsync(sites, site, ct), id, caller.Caller, ct));

    static async Task<Ok<Experiment>> StopAsync(Id site, Id id, ExperimentStop stop, ExperimentControl control, SiteDirectory sites, SignedIn caller, CancellationToken ct) =>
        TypedResults.Ok(await control.StopAsync(await SiteAsync(sites, site, ct), id, stop.Note, caller.Caller, ct));

    static async Task<Ok<InvitationReport>> InvitationsAsync(Id site, int? days, InvitationReports reports, SiteDirectory sites, CancellationToken ct)
    {
        var back = days ?? UsualDays;
        return back is >= 1 and <= MostDays
            ? TypedResults.Ok(await reports.ReadAsync((await SiteAsync(sites, site, ct)).Id, back, ct))
            : throw RefusedException.Invalid("days", $"This should be 1 to {MostDays}.");
    }

    static async Task<Centre.Sites.Site> SiteAsync(SiteDirectory sites, Id site, CancellationToken ct) => await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
}

/// <param name="Note">What was learnt.</param>
public sealed record ExperimentStop(string? Note = null);
