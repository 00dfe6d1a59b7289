using System.Reflection;
using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kanal.Web.Api;

/// <summary>Signing in and out, and what agents set for themselves.</summary>
static class SessionEndpoints
{
    static readonly string _version = typeof(SessionEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static RouteGroupBuilder MapSession(this RouteGroupBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapGet("/", GetAsync).WithName("getSession").WithSummary("Who is signed in.");
        session.MapPost("/", SignInAsync).AllowAnonymous().WithName("signIn").WithSummary("Signs in and sets the cookie. 401 code-needed asks for the authenticator's code.").ProducesProblem(429);
        session.MapDelete("/", (Delegate)SignOutAsync).AllowAnonymous().WithName("signOut").WithSummary("Signs out.");
        session.MapPut("/password", ChangePasswordAsync).WithName("changePassword").WithSummary("Changes one's own password; every other session ends.");
        session.MapPut("/preferences", PreferAsync).WithName("setPreferences").WithSummary("Sets how one likes the desk.");
        session.MapPost("/authenticator", StartAuthenticatorAsync).WithName("startAuthenticator").WithSummary("Makes a secret for an authenticator; it counts once a code has confirmed it.");
        session.MapPut("/authenticator", ConfirmAuthenticatorAsync).WithName("confirmAuthenticator").WithSummary("Confirms the authenticator with a code; from now on signing in takes one.");
        session.MapDelete("/authenticator", RemoveAuthenticatorAsync).WithName("removeAuthenticator").WithSummary("Removes the authenticator.");
        return api;
    }

    static async Task<Ok<Session>> GetAsync(SignedIn caller, AgentDirectory agents, Settings settings, CancellationToken ct) =>
        TypedResults.Ok(await SessionOfAsync(caller.Agent, agents, settings, ct));

    static async Task<Ok<Session>> SignInAsync(SignInRequest request, SignIn signIn, AgentDirectory agents, Settings settings, HttpContext context, CancellationToken ct)
    {
        var account = await signIn.EnterAsync(request.Email, request.Password, request.Code, context.Connection.RemoteIpAddress);
        await DeskCookie.SignInAsync(context, account.Id, account.SecurityStamp, request.Remember);
        return TypedResults.Ok(await SessionOfAsync(account.Id, agents, settings, ct));
    }

    static async Task<NoContent> SignOutAsync(HttpContext context)
    {
        await DeskCookie.SignOutAsync(context);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> ChangePasswordAsync(PasswordChange change, SignedIn caller, OwnAccount own, HttpContext context, CancellationToken ct)
    {
        await DeskCookie.RenewAsync(context, await own.ChangePasswordAsync(caller.Caller, change.Current, change.New, ct));
        return TypedResults.NoContent();
    }

    static async Task<NoContent> PreferAsync(Preferences preferences, SignedIn caller, OwnAccount own, CancellationToken ct)
    {
        await own.PreferAsync(caller.Caller, preferences, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<NewAuthenticator>> StartAuthenticatorAsync(SignedIn caller, OwnAccount own, Settings settings, HttpContext context, CancellationToken ct)
    {
        var account = await own.StartAuthenticatorAsync(caller.Caller);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(NewAuthenticator.For(account, await settings.ReadAsync<string>("organisation", ct) ?? "Kanal"));
    }

    static async Task<Ok<AuthenticatorConfirmed>> ConfirmAuthenticatorAsync(AuthenticatorCode code, SignedIn caller, OwnAccount own, HttpContext context, CancellationToken ct)
    {
        var (account, codes) = await own.ConfirmAuthenticatorAsync(caller.Caller, code.Code, ct);
        await DeskCookie.RenewAsync(context, account);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new AuthenticatorConfirmed(codes));
    }

    static async Task<NoContent> RemoveAuthenticatorAsync([FromBody] PasswordAgain proof, SignedIn caller, OwnAccount own, HttpContext context, CancellationToken ct)
    {
        await DeskCookie.RenewAsync(context, await own.RemoveAuthenticatorAsync(caller.Caller, proof.Password, ct));
        return TypedResults.NoContent();
    }

    internal static async Task<Session> SessionOfAsync(Id agent, AgentDirectory agents, Settings settings, CancellationToken ct) =>
        new(await agents.OwnAsync(agent, ct), await settings.ReadAsync<string>("organisation", ct) ?? "Kanal", _version);
}
