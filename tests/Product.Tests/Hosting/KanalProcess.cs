using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kanal.Product.Tests.Hosting;

/// <summary>The server as a process of its own, for tests that kill it. The storage outlives the process.</summary>
public sealed class KanalProcess : IAsyncDisposable
{
    readonly TestStorage _storage;
    readonly string _url = $"http://127.0.0.1:{FreePort()}";
    Process? _process;

    KanalProcess(TestStorage storage)
    {
        _storage = storage;
        Client = new HttpClient { BaseAddress = new Uri(_url) };
    }

    public HttpClient Client { get; }

    public static async Task<KanalProcess> StartAsync()
    {
        var server = new KanalProcess(await TestStorage.CreateAsync());
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts on the same address and storage, and returns when the server answers.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "kanal"), "serve") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KANAL_URL"] = _url;
        start.Environment["KANAL_DATA"] = _storage.Folder;
        start.Environment["KANAL_DATABASE"] = _storage.Database;
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var patience = Stopwatch.StartNew(); !await AnswersAsync(); await Task.Delay(20))
        {
            Assert.False(_process.HasExited, $"The server stopped at once, with exit code {(_process.HasExited ? _process.ExitCode : 0)}.");
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), "The server did not answer within 20 s.");
        }
    }

    /// <summary>As <c>kill -9</c>: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Client.Dispose();
        await _storage.DisposeAsync();
    }

    async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync("/health/live");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
