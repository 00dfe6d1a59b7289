using Kanal.Centre;
using Kanal.Centre.Storage;
using Kanal.Web.Hosting;

namespace Kanal.Web.Commands;

/// <summary>The installation that the environment names, for commands that change it; a server may be running on it.</summary>
static class Installation
{
    /// <returns>The command's exit code: 2 where what was asked for was refused.</returns>
    public static Task<int> DoAsync(Func<IServiceProvider, Task> work, CancellationToken ct) => DoAsync(async services =>
    {
        await work(services);
        return 0;
    }, ct);

    /// <param name="work">Gives the exit code, where nothing is refused as a whole.</param>
    public static async Task<int> DoAsync(Func<IServiceProvider, Task<int>> work, CancellationToken ct)
    {
        await using var app = Server.Build(ServerSettings.FromEnvironment(Environment.GetEnvironmentVariable), ["--Logging:LogLevel:Default=Warning"]);
        try
        {
            await app.Services.GetRequiredService<SchemaUpgrade>().ApplyAsync(ct);
            await using var scope = app.Services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }
}
