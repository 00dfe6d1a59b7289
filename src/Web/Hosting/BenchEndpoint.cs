using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Hosting;

/// <summary>The yardsticks of the benchmarks: one does nothing, one reads a JSON body and gives it back. Only with KANAL_BENCH=1.</summary>
static class BenchEndpoint
{
    public static void MapBench(this WebApplication app, ServerSettings settings)
    {
        if (settings.Bench)
        {
            app.MapPost("/bench/empty", NoContent () => TypedResults.NoContent()).ExcludeFromDescription();
            app.MapPost("/bench/echo", Ok<JsonElement> (JsonElement body) => TypedResults.Ok(body)).ExcludeFromDescription();
        }
    }
}
