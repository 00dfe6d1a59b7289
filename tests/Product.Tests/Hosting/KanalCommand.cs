using System.Diagnostics;

namespace Kanal.Product.Tests.Hosting;

/// <summary>The program, run to its end as somebody at a shell would.</summary>
/// <param name="Said">What it printed, on both of its outputs.</param>
public sealed record KanalCommand(int ExitCode, string Said)
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static Task<KanalCommand> RunAsync(string command, params (string Name, string Value)[] settings) => RunAsync(command, "true", settings);

    /// <summary>A wrong call does nothing and is told in one line, with 2 for it.</summary>
    public static async Task RefusedAsync(string command, string sentence)
    {
        var run = await RunAsync(command);
        Assert.Contains(sentence, Assert.Single(run.Said.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    /// <param name="before">What the shell does first, such as setting a limit.</param>
    public static async Task<KanalCommand> RunAsync(string command, string before, params (string Name, string Value)[] settings)
    {
        var data = Directory.CreateTempSubdirectory("kanal-test-").FullName;
        try
        {
            var start = new ProcessStartInfo("bash", ["-c", $"{before} && exec \"$0\" {command}", KanalProgram.File])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["KANAL_DATA"] = data;
            start.Environment["DOTNET_ROOT"] = KanalProcess.Runtime;
            foreach (var (name, value) in settings)
            {
                start.Environment[name] = value;
            }

            using var process = Process.Start(start)!;
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(_patience);
            await process.WaitForExitAsync();
            return new KanalCommand(process.ExitCode, string.Concat(said));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
