using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kanal.Bench;

/// <summary>The published server as a process of its own, on a free port.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    readonly Process _process;

    ServerProcess(Process process, Uri address, TimeSpan firstAnswer)
    {
        _process = process;
        Address = address;
        FirstAnswer = firstAnswer;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>Resident memory in bytes, as Linux counts it.</summary>
    public long ResidentMemory =>
        long.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;

    /// <summary>What the server itself has used of the processors; says more than a clock where others use them too.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(string program, Storage storage)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(program, "serve") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KANAL_URL"] = address.OriginalString;
        start.Environment["KANAL_DATA"] = storage.Folder;
        start.Environment["KANAL_DATABASE"] = storage.Database;
        start.Environment["KANAL_BENCH"] = "1";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Show(line.Data);
        process.ErrorDataReceived += (_, line) => Show(line.Data);
        // Whatever ends the benchmark ends the server too.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End(process);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await AnswersAsync(address))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException("The server did not start.");
            }

            await Task.Delay(1);
        }

        return new(process, address, clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    static async Task<bool> AnswersAsync(Uri address)
    {
        try
        {
            using var connection = await HttpConnection.OpenAsync(address);
            return await connection.SendAsync("GET /health/live HTTP/1.1\r\nHost: bench\r\n\r\n"u8.ToArray()) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended, and been disposed of.
        }
    }

    static void Show(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Console.Error.WriteLine($"  server: {line}");
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
