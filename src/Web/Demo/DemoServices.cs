using Kanal.Centre.Delivery;
using Kanal.Web.Demo.Pages;
using Kanal.Web.Demo.Seeding;
using Kanal.Web.Demo.Simulation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kanal.Web.Demo;

/// <summary>What the server has besides, in the demo and nowhere else.</summary>
static class DemoServices
{
    public static void AddDemo(this IServiceCollection services, DemoOptions? demo)
    {
        if (demo is null)
        {
            return;
        }

        services.AddRazorComponents();
        services.AddSingleton(demo);
        services.AddSingleton<DemoSeed>();
        services.AddSingleton<Bookshelf>();
        services.AddSingleton<Company>();
        services.AddSingleton<Comparison>();
        services.AddSingleton<Guests>();
        services.AddSingleton<Browsing>();
        services.AddSingleton<Learning>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<Planner>();
        services.AddSingleton<Roster>();
        services.AddSingleton<Readers>();
        services.AddSingleton<Workforce>();
        services.AddSingleton<Staff>();
        services.AddSingleton<Playbook>();
        services.AddSingleton<OpenToday>();
        services.AddSingleton<History>();
        services.AddSingleton<HistoryImport>();
        services.AddSingleton<Past>();
        services.AddHostedService<MailRoom>();
        services.Replace(ServiceDescriptor.Singleton<ISend, PretendedPost>());
        services.AddSingleton<Seekers>();
        services.AddHostedService<Play>();
    }

    public static void MapDemo(this WebApplication app, DemoOptions? demo)
    {
        if (demo is not null)
        {
            var pages = app.MapGroup("/demo").ExcludeFromDescription().AddEndpointFilter(PageHeaders.SetAsync);
            pages.MapAgency();
            pages.MapStart();
        }
    }
}
