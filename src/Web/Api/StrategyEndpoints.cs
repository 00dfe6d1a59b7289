using System.Text.Json;
using Kanal.Centre;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Centre.Texts;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Strategy.Starters;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class StrategyEndpoints
{
    public static RouteGroupBuilder MapStrategies(this RouteGroupBuilder api)
    {
        var strategies = api.MapGroup("/strategies").WithTags("Strategies");
        strategies.MapGet("/facts", FactsAsync).WithName("listFacts").WithSummary("What rules can speak of, with a site's own facts where one is named.");
        strategies.MapGet("/starters", Starters).WithName("listStarters").WithSummary("Strategies to start from, in a language.");
        var site = api.MapGroup("/sites/{site}/strategy").WithTags("Strategies");
        site.MapGet("", LookAsync).WithName("getStrategy").WithSummary("What is live, what is being written, and what has been agreed.");
        site.MapPut("/draft", SaveAsync).WithName("saveStrategyDraft").WithSummary("Keeps a draft, with its problems if it has any.").RequireAuthorization(Policies.Supervisor).ProducesProblem(409);
        site.MapDelete("/draft", DiscardAsync).WithName("discardStrategyDraft").WithSummary("Throws the draft away.").RequireAuthorization(Policies.Supervisor).ProducesProblem(409);
        site.MapPost("/check", CheckAsync).WithName("checkStrategy").WithSummary("What is wrong with a strategy, and what will hardly have been meant.").RequireAuthorization(Policies.Supervisor);
        site.MapPost("/publish", PublishAsync).WithName("publishStrategy").WithSummary("Makes the draft the live version.").RequireAuthorization(Policies.Supervisor).ProducesProblem(409).ProducesProblem(422);
        site.MapPost("/try", TryAsync).WithName("tryStrategy").WithSummary("What a visitor would see, and why; nothing is kept.").RequireAuthorization(Policies.Supervisor).ProducesProblem(422);
        site.MapGet("/versions", VersionsAsync).WithName("listStrategyVersions").WithSummary("Every version there was, the latest first.");
        site.MapGet("/versions/{number}", VersionAsync).WithName("getStrategyVersion").WithSummary("One version; 0 is the built-in one.");
        site.MapPost("/versions/{number}/restore", RestoreAsync).WithName("restoreStrategyVersion").WithSummary("Brings an earlier version back, as a new one.").RequireAuthorization(Policies.Supervisor).ProducesProblem(409).ProducesProblem(422);
        site.MapGet("/settings", SettingsAsync).WithName("getStrategySettings").WithSummary("What may be known of visitors, and what invitations say.");
        site.MapPut("/settings", ChangeSettingsAsync).WithName("changeStrategySettings").WithSummary("Sets them, all at once, with the version that was read.").RequireAuthorization(Policies.Supervisor).ProducesProblem(409);
        return api;
    }

    static async Task<Ok<Listing<ListedFact>>> FactsAsync(Id? site, StrategySettingsBook settings, CancellationToken ct) =>
        TypedResults.Ok(new Listing<ListedFact>(ListedFact.Of(site is { } its ? await settings.ReadAsync(its, ct) : new())));

    static Ok<Listing<StarterStrategy>> Starters(string? language) =>
        TypedResults.Ok(new Listing<StarterStrategy>([.. Starter.All.Select(starter => StarterStrategy.Of(starter, Strings.In(LanguageTag.Primary(language ?? "en"))))]));

    static async Task<Ok<SiteStrategy>> LookAsync(Id site, StrategyBook book, CancellationToken ct) => TypedResults.Ok(await book.LookAsync(site, ct));

    static async Task<Ok<StrategyDraft>> SaveAsync(Id site, StrategyDraftRequest request, SignedIn caller, StrategyDrafts drafts, CancellationToken ct) =>
        TypedResults.Ok(await drafts.SaveAsync(site, DefinitionReading.Read(request.Definition), request.Revision, caller.Caller, ct));

    static async Task<NoContent> DiscardAsync(Id site, long? revision, SignedIn caller, StrategyDrafts drafts, CancellationToken ct)
    {
        await drafts.DiscardAsync(site, revision, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<StrategyChecked>> CheckAsync(Id site, StrategyCheckRequest request, StrategyBook book, CancellationToken ct) => TypedResults.Ok(new StrategyChecked(
        DefinitionReading.Read(request.Definition, out var unreadable) is { } definition ? await book.CheckAsync(site, definition, ct)
        : unreadable is null ? [] : [unreadable]));

    static async Task<Ok<WholeVersion>> PublishAsync(Id site, StrategyPublishRequest request, SignedIn caller, StrategyPublishing publishing, CancellationToken ct) =>
        TypedResults.Ok(await publishing.PublishAsync(site, request.Revision, request.Note, request.Over, caller.Caller, ct));

    static async Task<Ok<TriedMenu>> TryAsync(Id site, TryRequest request, string? language, StrategyTrials trials, TimeProvider time, CancellationToken ct)
    {
        var tried = await trials.TryAsync(site, request.Read(time.GetUtcNow()), language ?? "en", ct);
        return TypedResults.Ok(new TriedMenu(
            tried.Version,
            JsonSerializer.SerializeToElement(tried.Decision, DecisionJson.Options),
            tried.Rules,
            JsonSerializer.SerializeToElement(tried.Live, DecisionJson.Options),
            JsonSerializer.SerializeToElement(tried.Facts.ToJson()),
            tried.NotUsed,
            tried.Faults,
            tried.Invitation));
    }

    static async Task<Ok<Listing<StrategyVersion>>> VersionsAsync(Id site, StrategyBook book, CancellationToken ct) =>
        TypedResults.Ok(new Listing<StrategyVersion>(await book.VersionsAsync(site, ct)));

    static async Task<Ok<WholeVersion>> VersionAsync(Id site, long number, StrategyBook book, CancellationToken ct) => TypedResults.Ok(await book.VersionAsync(site, number, ct));

    static async Task<Ok<WholeVersion>> RestoreAsync(Id site, long number, StrategyRestoreRequest request, SignedIn caller, StrategyPublishing publishing, CancellationToken ct) =>
        TypedResults.Ok(await publishing.RestoreAsync(site, number, request.Note, caller.Caller, ct));

    static async Task<Ok<StrategySettings>> SettingsAsync(Id site, StrategySettingsBook settings, CancellationToken ct) => TypedResults.Ok(await settings.ReadAsync(site, ct));

    static async Task<Ok<StrategySettings>> ChangeSettingsAsync(Id site, StrategySettings request, SignedIn caller, StrategySettingsBook settings, CancellationToken ct) =>
        TypedResults.Ok(await settings.ChangeAsync(site, request, caller.Caller, ct));
}

/// <summary>A strategy to start from.</summary>
/// <param name="About">For whom it is.</param>
/// <param name="Invitations">The invitations it makes, with the words they have until the site writes its own.</param>
public sealed record StarterStrategy(string Key, string Name, string About, StrategyDefinition Definition, IReadOnlyDictionary<string, InvitationText> Invitations)
{
    internal static StarterStrategy Of(Starter starter, Strings texts)
    {
        var definition = starter.In(key => texts[key]);
        return new(starter.Key, definition.Name, texts[$"starter.{starter.Key}.about"], definition, starter.Invitations.ToDictionary(name => name, name => new StrategySettings().TextOf(name, texts.Language)));
    }
}
