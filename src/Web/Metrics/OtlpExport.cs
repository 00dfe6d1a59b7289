using Kanal.Centre.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kanal.Web.Metrics;

/// <summary>
/// Sends figures and traces where OpenTelemetry's own environment variables say; without an endpoint there nothing of it is loaded.
/// </summary>
sealed class OtlpExport(FloorFigures floor, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan _pause = TimeSpan.FromSeconds(15);

    MeterProvider? _figures;
    TracerProvider? _traces;

    public static bool IsAskedFor(Func<string, string?> variable, string signal) =>
        !string.Equals(variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
        && variable($"OTEL_{signal}_EXPORTER") is null or "" or "otlp"
        && (variable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } || variable($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") is { Length: > 0 });

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // The name first, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES can say otherwise.
        var resource = ResourceBuilder.CreateEmpty().AddService("kanal").AddTelemetrySdk().AddEnvironmentVariableDetector();
        if (IsAskedFor(Environment.GetEnvironmentVariable, "METRICS"))
        {
            _figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
                .AddMeter(Tally.Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql").AddOtlpExporter().Build();
        }

        if (IsAskedFor(Environment.GetEnvironmentVariable, "TRACES"))
        {
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Traces.Source, "Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build();
        }

        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _figures?.Dispose();
        _traces?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_figures is not null && !stoppingToken.IsCancellationRequested)
        {
            await floor.RefreshAsync(stoppingToken);
            await Task.Delay(_pause, time, stoppingToken);
        }
    }
}
