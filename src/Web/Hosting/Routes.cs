namespace Kanal.Web.Hosting;

/// <summary>
/// Calls that are compiled once. ASP.NET asks an application for its calls twice, for authorization and for routing, and compiles
/// every one of them each time, which was a quarter of a second of each start. It is done beside the rest of the start: while the
/// database is looked at, the other processor has nothing to do.
/// </summary>
sealed class Routes(IEndpointRouteBuilder app) : IEndpointRouteBuilder
{
    public IServiceProvider ServiceProvider => app.ServiceProvider;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IApplicationBuilder CreateApplicationBuilder() => app.CreateApplicationBuilder();

    public static void Map(IEndpointRouteBuilder app, Action<IEndpointRouteBuilder> map)
    {
        var routes = new Routes(app);
        map(routes);
        var compiled = new CompositeEndpointDataSource(routes.DataSources);
        app.DataSources.Add(compiled);
        // What goes wrong there goes wrong again for whoever asks next, and is told then.
        _ = Task.Run(() => compiled.Endpoints);
    }
}
