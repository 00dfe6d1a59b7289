using Kanal.Centre.Storage;
using Kanal.Web.Hosting;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Sets the stage: the company and its history where there is nothing yet, and opening hours that include now.</summary>
sealed class DemoSeed(Database database, Settings settings, Company company, Past past, OpenToday hours, ServerSettings server)
{
    // Tells a kept demo from somebody's own installation.
    const string Mark = "demo";

    public async Task PlantAsync(CancellationToken ct)
    {
        if (await database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from agents"), ct) == 0)
        {
            await company.FoundAsync(ct);
            await past.WriteAsync(ct);
            await settings.WriteAsync(Mark, "fjordrejser", ct);
        }
        else
        {
            await CheckAsync(ct);
        }

        await hours.OpenAsync(ct);
    }

    async Task CheckAsync(CancellationToken ct)
    {
        var where = server.Database is null ? $"The folder {server.Data}" : "The PostgreSQL database";
        if (await settings.ReadAsync<string>(Mark, ct) is null)
        {
            throw new DemoRefusedException($"{where} holds an installation that is not the demo's, so the demo leaves it alone. Give it an empty one.");
        }

        if (server.Demo is { Keep: false })
        {
            throw new DemoRefusedException($"{where} holds a demo already. Go on with it by `kanal demo --keep`, or give an empty one.");
        }
    }
}
