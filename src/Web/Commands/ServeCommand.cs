using System.CommandLine;
using Kanal.Web.Hosting;

namespace Kanal.Web.Commands;

static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Runs the server. Settings: KANAL_URL, KANAL_DATA, KANAL_DATABASE, KANAL_PROXIES.");
        command.SetAction(async (_, ct) =>
        {
            await using var app = Server.Build(ServerSettings.FromEnvironment(Environment.GetEnvironmentVariable), []);
            await app.BeginAsync(ct);
            await app.WaitForShutdownAsync(ct);
            return 0;
        });
        return command;
    }
}
