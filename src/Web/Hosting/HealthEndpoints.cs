using Kanal.Centre.Storage;

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
    static async Task<IResult> ReadyAsync(Database database, TimeProvider time, CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("insert into settings (name, value) values ('health', @now) on conflict (name) do update set value = excluded.value",
                new { now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture) }), ct);
            return TypedResults.Ok(new Health("ok", null));
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            return TypedResults.Json(new Health("unavailable", StorageTrouble.In(trouble)), statusCode: 503);
        }
    }

    sealed record Health(string Status, string? Reason);
}
