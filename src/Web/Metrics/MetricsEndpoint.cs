using System.Diagnostics.Metrics;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Telemetry;
using Kanal.Centre.Texts;
using Kanal.Web.Access;
using Kanal.Web.Hosting;

namespace Kanal.Web.Metrics;

/// <summary>Figures for Prometheus: for whoever asks on the machine itself, and for keys with the scope.</summary>
static class MetricsEndpoint
{
    public const string Path = "/metrics";

    public static void AddMetricsPage(this IServiceCollection services)
    {
        services.AddSingleton<FloorFigures>();
        services.AddSingleton<NodeFigures>();
        services.AddSingleton<Readings>();
        if (OtlpExport.IsAskedFor(Environment.GetEnvironmentVariable, "METRICS") || OtlpExport.IsAskedFor(Environment.GetEnvironmentVariable, "TRACES"))
        {
            services.AddHostedService<OtlpExport>();
        }
    }

    public static void MapMetricsPage(this WebApplication app)
    {
        // Counting begins now, not when somebody asks first.
        app.Services.GetRequiredService<Readings>();
        Tally.Begin();
        app.Services.GetRequiredService<FloorFigures>().Publish();
        app.Services.GetRequiredService<NodeFigures>().Publish();
        var meter = app.Services.GetRequiredService<IMeterFactory>().Create(Tally.Meter);
        meter.CreateObservableGauge("kanal.handles.open", Handles.Open, "{handle}", "Files and connections that the process has open.");
        meter.CreateObservableGauge("kanal.handles.limit", () => Handles.Limit() ?? 0, "{handle}", "Files and connections that it may have open; 0 where there is no limit.");
        app.MapGet(Path, ReadAsync).ExcludeFromDescription();
    }

    static async Task<IResult> ReadAsync(HttpContext context, Readings readings, FloorFigures floor, CancellationToken ct)
    {
        if (!context.IsLocal())
        {
            Check(CallerIdentity.Of(context.User));
        }

        await floor.RefreshAsync(ct);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(readings.Write(), "text/plain; version=0.0.4; charset=utf-8");
    }

    static void Check(Caller? caller)
    {
        if (caller is null)
        {
            throw new RefusedException(Refusal.Unauthorized, "sign-in-needed", $"From another machine this takes a key with the scope {Scopes.Metrics}.");
        }

        if (!caller.Has(Scopes.Metrics) || caller.Role < Role.Administrator)
        {
            throw new RefusedException(Refusal.Forbidden, "not-allowed", caller.KeyId is null ? Sentence.Of("This takes the role of an administrator.") : $"The key lacks the scope {Scopes.Metrics}.");
        }
    }
}
