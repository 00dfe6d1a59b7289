using System.CommandLine;
using Kanal.Web.Demo;
using Kanal.Web.Hosting;

namespace Kanal.Web.Commands;

static class DemoCommand
{
    static readonly string[] _arguments = ["--Logging:LogLevel:Default=Warning"];

    public static Command Create()
    {
        var keep = new Option<bool>("--keep") { Description = "Keeps the data in KANAL_DATA (or the database), and goes on with what is there." };
        var quietVisitors = new Option<bool>("--quiet-visitors") { Description = "Nobody comes by themselves." };
        var quietAgents = new Option<bool>("--quiet-agents") { Description = "Nobody answers by themselves." };
        var command = new Command("demo", "Opens Fjordrejser, an invented travel agency, with people who play along.") { keep, quietVisitors, quietAgents };
        command.SetAction((call, ct) => PlayAsync(new DemoOptions(call.GetValue(keep), call.GetValue(quietVisitors), call.GetValue(quietAgents)), ct));
        return command;
    }

    static async Task<int> PlayAsync(DemoOptions options, CancellationToken ct)
    {
        using var place = DemoPlace.For(ServerSettings.FromEnvironment(Environment.GetEnvironmentVariable), options);
        try
        {
            Console.WriteLine($"Setting up Fjordrejser in {place.Name} ...");
            await using var app = await DemoServer.PrepareAsync(place.Settings, _arguments, ct);
            await app.BeginAsync(ct);
            DemoNotice.Write(Console.Out, app.Urls.First(), place);
            await app.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (DemoRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
