using Kanal.Centre;
using Kanal.Centre.Planning;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kanal.Web.Api;

/// <summary>Forecast, staff, advice.</summary>
static class PlanningEndpoints
{
    const int MostHistory = 400;
    const long LargestTable = 12 * 1024 * 1024;

    public static RouteGroupBuilder MapPlanning(this RouteGroupBuilder api)
    {
        var planning = api.MapGroup("/planning").WithTags("Planning").RequireAuthorization(Policies.Supervisor);
        planning.MapGet("/lines", LinesAsync).WithName("listPlanningLines").WithSummary("What can be planned at a site: each channel in each queue that its customers come to.");
        planning.MapGet("/plan", PlanAsync).WithName("readPlan")
            .WithSummary("Forecast against actual, and required against planned staff, by half hour, for 1 to 31 days of the site's own calendar.");
        planning.MapPost("/what-if", WhatIfAsync).WithName("planWhatIf").WithSummary("The same plan as it would be: one person more, another target, more chats at once, another shrinkage, more contacts. Nothing is kept.");
        planning.MapGet("/factor", FactorAsync).WithName("readTeamFactor")
            .WithSummary("How much of an agent of the formula one of this team is, fitted from the last four weeks, with what it predicts of each day beside what was.");
        planning.MapGet("/advice", AdviceAsync).WithName("readPlanningAdvice").WithSummary("Which hours each channel can honestly be open in the coming week with the people there are, and which channel to open next.");
        planning.MapGet("/queues/{queue}", QueueAsync).WithName("readPlanningQueue").WithSummary("What planning assumes of a queue at a site.");
        planning.MapPut("/queues/{queue}", ChangeQueueAsync).WithName("changePlanningQueue").WithSummary("Changes what planning assumes of a queue at a site.");
        planning.MapGet("/history", HistoryAsync).WithName("readPlanningHistory").WithSummary("What came, by half hour in which anybody did, between two dates.");
        planning.MapPost("/history", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(LargestTable)).WithName("importPlanningHistory").WithSummary("Takes in history from before the product was in use, as a CSV table; what was imported before for the same time is replaced.");
        return api.MapShifts();
    }

    static async Task<Ok<Listing<PlanningLine>>> LinesAsync(Id site, PlanLines lines, HistoryUpkeep upkeep, SiteDirectory sites, CancellationToken ct)
    {
        var its = await PlanningSite.OfAsync(sites, site, ct);
        await upkeep.FreshenAsync(its, ct);
        return TypedResults.Ok(new Listing<PlanningLine>(await lines.ListAsync(its, ct)));
    }

    static async Task<Ok<Plan>> PlanAsync(Id site, Id queue, string channel, DateOnly from, int? days, PlanMaking plans, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await plans.MakeAsync(await PlanningSite.OfAsync(sites, site, ct), queue, channel, from, days ?? 1, ct));

    static async Task<Ok<WhatIf>> WhatIfAsync(WhatIfRequest request, PlanMaking plans, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await plans.WhatIfAsync(await PlanningSite.OfAsync(sites, request.Site, ct), request, ct));

    static async Task<Ok<TeamFactorReading>> FactorAsync(Id site, Id queue, string channel, PlanMaking plans, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await plans.FactorAsync(await PlanningSite.OfAsync(sites, site, ct), queue, channel, ct));

    static async Task<Ok<Advice>> AdviceAsync(Id site, AdviceMaking advice, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await advice.MakeAsync(await PlanningSite.OfAsync(sites, site, ct), ct));

    static async Task<Ok<PlanningQueue>> QueueAsync(Id queue, Id site, PlanningQueues queues, SiteDirectory sites, CancellationToken ct) =>
        TypedResults.Ok(await queues.ReadAsync(await PlanningSite.OfAsync(sites, site, ct), queue, ct));

    static async Task<Ok<PlanningQueue>> ChangeQueueAsync(Id queue, Id site, PlanningQueueRequest request, PlanningQueues queues, SiteDirectory sites, SignedIn caller, CancellationToken ct) =>
        TypedResults.Ok(await queues.ChangeAsync(await PlanningSite.OfAsync(sites, site, ct), queue, request, caller.Caller, ct));

    static async Task<Ok<Listing<HistorySlot>>> HistoryAsync(Id site, Id queue, string channel, DateOnly from, DateOnly to, LineHistories histories, HistoryUpkeep upkeep, SiteDirectory sites, CancellationToken ct)
    {
        if (to < from || to.DayNumber - from.DayNumber > MostHistory)
        {
            throw RefusedException.Invalid("to", $"This should be the same day as \"from\" or later, at most {MostHistory} days.");
        }

        var its = await PlanningSite.OfAsync(sites, site, ct);
        await upkeep.FreshenAsync(its, ct);
        return TypedResults.Ok(new Listing<HistorySlot>(await histories.ReadAsync(its, queue, channel, from, to, ct)));
    }

    static async Task<Ok<HistoryUploaded>> ImportAsync(HistoryUpload request, HistoryImport import, SiteDirectory sites, SignedIn caller, CancellationToken ct) =>
        TypedResults.Ok(await import.ImportAsync(await PlanningSite.OfAsync(sites, request.Site, ct), request, caller.Caller, ct));
}

static class PlanningSite
{
    public static async Task<Centre.Sites.Site> OfAsync(SiteDirectory sites, Id site, CancellationToken ct) => await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
}
