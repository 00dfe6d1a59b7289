namespace Kanal.Web.Hosting;

/// <summary>
/// Calls that are compiled once. ASP.NET asks an application for its calls twice, for authorization and for routing, and compiles
/// every one of them each time, which was a quarter of a second of each start.
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
        app.DataSources.Add(new CompositeEndpointDataSource(routes.DataSources));
    }
}
