using Kanal.Centre.Storage;
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
    static async Task<JsonHttpResult<Health>> ReadyAsync(Database database, Crowd crowd, TimeProvider time, CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("insert into settings (name, value) values ('health', @now) on conflict (name) do update set value = excluded.value",
                new { now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture) }), ct);
            return Answer(crowd.IsFull ? Crowd.Sentence : FileHandles.AreLeft() ? null : FileHandles.Sentence);
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            return Answer(StorageTrouble.In(trouble));
        }
    }

    static JsonHttpResult<Health> Answer(string? trouble) =>
        trouble is null ? TypedResults.Json(new Health("ok", null)) : TypedResults.Json(new Health("unavailable", trouble), statusCode: 503);

    sealed record Health(string Status, string? Reason);
}
