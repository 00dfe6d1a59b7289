using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Hosting;

/// <summary>The yardstick of the benchmarks: reads a JSON body and gives it back, and does nothing else. Only with KANAL_BENCH=1.</summary>
static class BenchEndpoint
{
    public static void MapBench(this WebApplication app, ServerSettings settings)
    {
        if (settings.Bench)
        {
            app.MapPost("/bench/echo", Ok<JsonElement> (JsonElement body) => TypedResults.Ok(body)).ExcludeFromDescription();
        }
    }
}
