using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kanal.Web.Access;

/// <summary>Says at the start of a new installation where to go, and the code that it takes from another machine.</summary>
sealed class SetupNotice(FirstRun firstRun, SetupCode code, IServer server, IHostApplicationLifetime life, ILogger<SetupNotice> log) : IHostedService
{
    CancellationTokenRegistration _started;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _started = life.ApplicationStarted.Register(() => _ = SayAsync(life.ApplicationStopping));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await _started.DisposeAsync();

    async Task SayAsync(CancellationToken ct)
    {
        try
        {
            if (await firstRun.NeededAsync(ct))
            {
                var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
                log.LogInformation("Kanal is not set up yet. Open {Address}/desk/setup to do it. From another machine it takes the code {Code}",
                    address, SetupCode.Printed(await code.ReadAsync(ct)));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped before it was said.
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is { } reason)
        {
            log.LogWarning("Whether Kanal is set up could not be read: {Reason}", reason);
        }
    }
}
