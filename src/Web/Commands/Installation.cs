using Kanal.Centre;
using Kanal.Centre.Storage;
using Kanal.Web.Hosting;

namespace Kanal.Web.Commands;

/// <summary>The installation that the environment names, for commands that change it; a server may be running on it.</summary>
static class Installation
{
    /// <returns>The command's exit code: 2 where what was asked for was refused.</returns>
    public static async Task<int> DoAsync(Func<IServiceProvider, Task> work, CancellationToken ct)
    {
        await using var app = Server.Build(ServerSettings.FromEnvironment(Environment.GetEnvironmentVariable), ["--Logging:LogLevel:Default=Warning"]);
        try
        {
            await app.Services.GetRequiredService<SchemaUpgrade>().ApplyAsync(ct);
            await using var scope = app.Services.CreateAsyncScope();
            await work(scope.ServiceProvider);
            return 0;
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }
    }
}
