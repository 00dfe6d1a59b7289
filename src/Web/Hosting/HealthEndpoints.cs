using Kanal.Centre.Findings;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Hosting;

/// <summary>For those who watch over the server.</summary>
static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new Health("ok", null))).ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    // A read alone would not notice a full disk, so this writes.
    static async Task<JsonHttpResult<Health>> ReadyAsync(Database database, FindingBook findings, Crowd crowd, TimeProvider time, CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("insert into settings (name, value) values ('health', @now) on conflict (name) do update set value = excluded.value",
                new { now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture) }), ct);
            return Answer([.. findings.Open], crowd.IsFull ? Crowd.Sentence : FileHandles.AreLeft() ? null : FileHandles.Sentence);
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            return Answer([], StorageTrouble.In(trouble));
        }
    }

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
}
