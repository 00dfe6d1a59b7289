using Kanal.Centre;
using Kanal.Channels;
using Kanal.Web.Access;
using Kanal.Web.Api;
using Kanal.Web.Demo;
using Kanal.Web.HelpCentre;
using Kanal.Web.Metrics;
using Kanal.Web.PublicApi;

namespace Kanal.Web.Hosting;

/// <summary>Puts the server together.</summary>
public static class Server
{
    /// <param name="time">Another clock than the machine's, for tests.</param>
    /// <param name="parts">Puts other parts in the place of ours, for tests.</param>
    public static WebApplication Build(ServerSettings settings, string[] arguments, TimeProvider? time = null, Action<IServiceCollection>? parts = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Url.Split(';'));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var crowd = new Crowd(Handles.Connections(), time ?? TimeProvider.System);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => crowd.ServeAsync(connection, next)));
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestSizes.LargestUpload;
            kestrel.Limits.MaxConcurrentConnections = Handles.ConnectionsAndSpare();
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It has nothing to say that others don't, and would give every request, however long it lasts, a trace that nobody asked for.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Why a start failed is told by who started it, in a sentence where there is one.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddFilter("Kanal.Web.Access.KeySignIn", LogLevel.Warning);
        // It warns that keys are kept unencrypted: whoever reads the database has what they protect already.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(crowd);
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddHostedService(host => host.GetRequiredService<Draining>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Drain + Draining.Ending);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddCentre(settings.Data, settings.Database);
        builder.Services.AddHostedService<SharedFolder>();
        builder.Services.AddChannels();
        builder.Services.AddSingleton<PublicArticles>();
        builder.Services.AddSingleton<PublicMenus>();
        builder.Services.AddSingleton<PublicVisits>();
        builder.Services.AddHelpCentre();
        builder.Services.AddSingleton<PublicIdentity>();
        builder.Services.AddSingleton<PublicInvitations>();
        builder.Services.AddSingleton<PublicOrders>();
        builder.Services.AddSingleton<PublicPhoneCodes>();
        builder.Services.AddAccess();
        builder.Services.AddApiDocument();
        builder.Services.AddMetricsPage();
        builder.Services.AddDemo(settings.Demo);
        builder.Services.AddExceptionHandler<Problems>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Name);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json => HttpJson.Configure(json.SerializerOptions));
        parts?.Invoke(builder.Services);

        var app = builder.Build();
        app.Use(Reader.Listen);
        app.UseProxies(settings.Proxies);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<HelpDomains>();
        app.UseRouting();
        app.UseMiddleware<Origins>();
        app.Use(next => context => Crowd.TellAsync(context, next));
        var draining = app.Services.GetRequiredService<Draining>();
        app.Use(next => context => draining.TellAsync(context, next));
        app.UseMiddleware<RequestSizes>();
        app.UseAccess();
        app.UseAssets(startPage: settings.Demo is null ? "/desk/" : "/demo");
        app.UseApiPage();
        Routes.Map(app, routes =>
        {
            routes.MapApi();
            routes.MapPublicApi();
            routes.MapArticleFiles();
            routes.MapLogos();
            routes.MapHelpCentre();
            routes.MapHealth();
            routes.MapTestVisitor();
        });
        app.MapMetricsPage();
        app.MapDemo(settings.Demo);
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapBench(settings);
        return app;
    }
}
