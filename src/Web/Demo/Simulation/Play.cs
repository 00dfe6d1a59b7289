using Kanal.Web.Demo.Seeding;
using Kanal.Web.Demo.World;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Those who play along, from when the server listens until it is told to stop.</summary>
sealed class Play(IServer server, IHostApplicationLifetime life, DemoOptions options, Staff staff, TimeProvider time, ILoggerFactory logs) : IHostedService
{
    readonly ILogger _log = logs.CreateLogger("Kanal.Web.Demo");
    CancellationTokenRegistration _started;
    Task _play = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _started = life.ApplicationStarted.Register(() => _play = PlayAsync(life.ApplicationStopping));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _started.DisposeAsync();
        await _play;
    }

    async Task PlayAsync(CancellationToken ct)
    {
        try
        {
            var origin = Address();
            using var http = new HttpClient { BaseAddress = new Uri(origin), Timeout = Timeout.InfiniteTimeSpan };
            var pace = new Pace(options.Speed, time);
            var chance = new Random(options.Seed + time.GetUtcNow().DayOfYear);
            var players = options.QuietAgents ? [] : await AgentsAsync(http, pace, chance, ct);
            if (!options.QuietVisitors)
            {
                players.Add(new Visitors(http, origin, pace, new Random(chance.Next()), _log).ComeAsync(ct));
                players.Add(new Shoppers(http, origin, pace, new Random(chance.Next()), _log).ComeAsync(ct));
            }

            await Task.WhenAll(players);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The demo ends.
        }
        catch (Exception trouble)
        {
            _log.LogError(trouble, "Those who play along have stopped");
        }
    }

    async Task<List<Task>> AgentsAsync(HttpClient http, Pace pace, Random chance, CancellationToken ct)
    {
        var agents = new List<Task>();
        foreach (var employee in Employee.All.Where(employee => employee.Plays))
        {
            if (await staff.FindAsync(employee, ct) is { } member)
            {
                var kanal = new KanalClient(http, "/api/v1", await staff.KeyAsync(employee, ct));
                agents.Add(new SimulatedAgent(member, kanal, pace, new Random(chance.Next()), _log).WorkAsync(ct));
            }
        }

        return agents;
    }

    // Listening everywhere is not an address; one's own machine is.
    string Address()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(url => url.StartsWith("http://", StringComparison.Ordinal)) ?? addresses.First();
        return address.Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal).Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal);
    }
}
