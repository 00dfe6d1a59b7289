using Kanal.Centre;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Kanal.Web.Api;

namespace Kanal.Web.Hosting;

/// <summary>Puts the server together.</summary>
public static class Server
{
    const long LargestBody = 12 * 1024 * 1024;

    public static WebApplication Build(ServerSettings settings, string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Url.Split(';'));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It warns that keys are kept unencrypted: whoever reads the database has what they protect already.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddCentre(settings.Data, settings.Database);
        builder.Services.AddAccess();
        builder.Services.AddExceptionHandler<Problems>();
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json => HttpJson.Configure(json.SerializerOptions));

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAccess();
        app.MapApi();
        return app;
    }

    /// <summary>Upgrades the schema, then serves until stopped.</summary>
    public static async Task RunAsync(WebApplication app, CancellationToken ct)
    {
        await app.Services.GetRequiredService<SchemaUpgrade>().ApplyAsync(ct);
        await app.RunAsync(ct);
    }
}
