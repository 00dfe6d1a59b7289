using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Kanal.Web.Api;

/// <summary>The first run: open while nobody works here yet.</summary>
static class SetupEndpoints
{
    public static RouteGroupBuilder MapSetup(this RouteGroupBuilder api)
    {
        var setup = api.MapGroup("/setup").WithTags("Setup").AllowAnonymous();
        setup.MapGet("/", GetAsync).WithName("getSetup").WithSummary("Whether the installation is still to be set up.");
        setup.MapPost("/", SetUpAsync).WithName("setUp").WithSummary("Sets the installation up, once, and signs its administrator in.").ProducesProblem(409);
        return api;
    }

    static async Task<Ok<SetupState>> GetAsync(FirstRun firstRun, HttpContext context, CancellationToken ct)
    {
        var needed = await firstRun.NeededAsync(ct);
        return TypedResults.Ok(new SetupState(needed, needed && !context.IsLocal()));
    }

    static async Task<Created<Session>> SetUpAsync(
        SetupRequest request, FirstRun firstRun, SetupCode code, SignInLimits limits, UserManager<Account> accounts, AgentDirectory agents, Settings settings, HttpContext context, CancellationToken ct)
    {
        if (!await firstRun.NeededAsync(ct))
        {
            throw FirstRun.Done();
        }

        if (!context.IsLocal())
        {
            await CheckAsync(request.Code, code, limits, context, ct);
        }

        var id = await firstRun.SetUpAsync(request, ct);
        var account = await accounts.FindByIdAsync(id.ToString()) ?? throw RefusedException.NotFound("agent");
        await DeskCookie.SignInAsync(context, id, account.SecurityStamp, remember: false);
        return TypedResults.Created("/api/v1/session", await SessionEndpoints.SessionOfAsync(id, agents, settings, ct));
    }

    static async Task CheckAsync(string? given, SetupCode code, SignInLimits limits, HttpContext context, CancellationToken ct)
    {
        limits.TakeFrom(context.Connection.RemoteIpAddress);
        if (!await code.IsAsync(given ?? "", ct))
        {
            throw new RefusedException(Refusal.Forbidden, "setup-code-needed", "Enter the code that the server printed in its log when it started.")
            {
                Errors = new() { ["code"] = ["This is not the code that the server printed."] },
            };
        }

        limits.GiveBackTo(context.Connection.RemoteIpAddress);
    }
}

/// <param name="CodeRequired">True from another machine: the server has printed a code in its log.</param>
public sealed record SetupState(bool Needed, bool CodeRequired);
