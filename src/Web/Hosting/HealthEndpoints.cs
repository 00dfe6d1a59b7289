using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Findings;
using Kanal.Centre.Health;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Hosting;

/// <summary>For those who watch over the server: programs ask whether it lives and is ready, people what is wrong and what to do.</summary>
static class HealthEndpoints
{
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new Health("ok", null))).ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
        app.MapGet("/health", LookAsync).ExcludeFromDescription();
    }

    // A read alone would not notice a full disk, so this writes.
    static async Task<JsonHttpResult<Health>> ReadyAsync(StorageHealth storage, FindingBook findings, Crowd crowd, Draining draining, CancellationToken ct)
    {
        if (draining.Begun)
        {
            return Answer([], Draining.Sentence);
        }

        try
        {
            await storage.MarkAsync(ct);
            return Answer([.. findings.Open], crowd.IsFull ? Crowd.Sentence : FileHandles.AreLeft() ? null : FileHandles.Sentence);
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            return Answer([], StorageTrouble.In(trouble));
        }
    }

    // A browser gets a page, a program the same as JSON.
    static async Task<IResult> LookAsync(HttpContext context, HealthLook health, Crowd crowd, CancellationToken ct)
    {
        var asPage = context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/html");
        if (!context.IsLocal() && !(CallerIdentity.Of(context.User) is { Role: >= Role.Administrator } caller && caller.Has(Scopes.Metrics)))
        {
            return asPage ? TypedResults.Redirect("/desk/") : throw new RefusedException(Refusal.Unauthorized, "sign-in-needed", "This takes the role of an administrator.");
        }

        List<HealthItem> items = [.. await health.LookAsync(ct), Connections(crowd)];
        context.Response.Headers.CacheControl = "no-store";
        if (!asPage)
        {
            return TypedResults.Json(new HealthReport(items.TrueForAll(item => item.Good), items));
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Content(await RenderAsync(items, context), "text/html; charset=utf-8");
    }

    static async Task<string> RenderAsync(List<HealthItem> items, HttpContext context)
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(HealthPage.Items)] = items, [nameof(HealthPage.Language)] = Reader.LanguageOf(context) });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<HealthPage>(parameters)).ToHtmlString());
    }

    static HealthItem Connections(Crowd crowd) => crowd.Room is not { } room ? new(HealthSubject.Connections, $"{crowd.Here} connections are open.")
        : crowd.Here < room * 0.9 ? new(HealthSubject.Connections, $"{crowd.Here} of {room} connections are open.")
        : new(HealthSubject.Connections, $"{crowd.Here} of {room} connections are open.", "Raise the limit (LimitNOFILE under systemd), or put another node beside this one: whoever finds no room is turned away.");

    // What the watchdog found is a matter for people, and no reason to take the server out of service.
    static JsonHttpResult<Health> Answer(List<Finding> findings, Sentence? trouble) => TypedResults.Json(
        new Health(trouble is null ? "ok" : "unavailable", trouble) { Findings = findings.Count == 0 ? null : [.. findings.GroupBy(finding => finding.Kind, (kind, all) => new FindingCount(kind, all.Count()))] },
        statusCode: trouble is null ? 200 : 503);

    internal sealed record Health(string Status, Sentence? Reason)
    {
        /// <summary>What must not be, and waits for somebody.</summary>
        public IReadOnlyList<FindingCount>? Findings { get; init; }
    }

    internal sealed record FindingCount(FindingKind Kind, int Count);

    internal sealed record HealthReport(bool Good, IReadOnlyList<HealthItem> Items);
}
