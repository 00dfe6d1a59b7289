using System.Text.Json;
using Kanal.Web.Hosting;
using Microsoft.AspNetCore.Builder;

/// <summary>
/// Taken into the built program by <c>DOTNET_STARTUP_HOOKS</c>, in the place of its own beginning: one installation after another is served by one
/// process. A process that has just begun spends a second and a half getting ready, which is most of what a short test takes.
/// </summary>
/// <remarks>A line on standard input is the settings of a server to open, or the address of one to close. It ends with its input.</remarks>
static class StartupHook
{
    static readonly Dictionary<string, WebApplication> _open = [];

    public static void Initialize()
    {
        ServeAsync().GetAwaiter().GetResult();
        Environment.Exit(0);
    }

    static async Task ServeAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            try
            {
                await (line.StartsWith('{') ? OpenAsync(JsonSerializer.Deserialize<Dictionary<string, string>>(line) ?? []) : CloseAsync(line));
            }
            catch (Exception trouble)
            {
                Console.WriteLine($"stage: {trouble}");
            }
        }
    }

    static async Task OpenAsync(Dictionary<string, string> variables)
    {
        var settings = ServerSettings.FromEnvironment(variables.GetValueOrDefault);
        var app = _open[settings.Url] = Server.Build(settings, []);
        await app.StartAsync();
    }

    static async Task CloseAsync(string url)
    {
        if (_open.Remove(url, out var app))
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Console.WriteLine($"stage: closed {url}");
    }
}
