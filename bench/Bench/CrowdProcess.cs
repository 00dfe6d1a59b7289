using System.Diagnostics;
using System.Globalization;

namespace Kanal.Bench;

/// <summary>This program once more, reading event streams. What it is to open comes line by line; at an empty line it opens them, and says how many are open.</summary>
sealed class CrowdProcess : IAsyncDisposable
{
    public const string Argument = "--crowd";

    readonly Process _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    public Task AddAsync(Uri server, byte[] request) => _process.StandardInput.WriteLineAsync($"{server} {Convert.ToBase64String(request)}");

    public async Task<int> OpenAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        return int.Parse(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Those who read event streams are gone."), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>What such a process does, until nothing more is to come.</summary>
    public static async Task ServeAsync()
    {
        var (wanted, reading) = (new List<string>(), new List<Task>());
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
            {
                wanted.Add(line);
                continue;
            }

            await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (one, _) =>
            {
                var parts = one.Split(' ');
                var stream = await HttpConnection.OpenAsync(new Uri(parts[0]), 1024);
                var status = await stream.OpenStreamAsync(Convert.FromBase64String(parts[1]));
                if (status != 200)
                {
                    throw new InvalidOperationException($"An event stream was answered with {status}.");
                }

                lock (reading)
                {
                    reading.Add(stream.ReadOnAsync());
                }
            });
            wanted.Clear();
            Console.WriteLine(reading.Count(one => !one.IsCompleted));
        }
    }
}
