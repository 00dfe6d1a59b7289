using Kanal.Centre.Storage;
using Kanal.Web.Demo.Seeding;
using Kanal.Web.Hosting;

namespace Kanal.Web.Demo;

/// <summary>The server with its stage set: built, seeded, and not yet listening.</summary>
public static class DemoServer
{
    /// <exception cref="DemoRefusedException">There is something where the demo would be put.</exception>
    public static async Task<WebApplication> PrepareAsync(ServerSettings settings, string[] arguments, CancellationToken ct)
    {
        var app = Server.Build(settings, arguments);
        try
        {
            await app.Services.GetRequiredService<SchemaUpgrade>().ApplyAsync(ct);
            await app.Services.GetRequiredService<DemoSeed>().PlantAsync(ct);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
