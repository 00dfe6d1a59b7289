using System.Diagnostics;

namespace Kanal.Product.Tests.Hosting;

/// <summary>The server as a process of its own, for tests that kill it. The storage outlives the process.</summary>
public sealed class KanalProcess : IAsyncDisposable
{
    /// <summary>Where the runtime is that runs these tests.</summary>
    internal static readonly string Runtime = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));

    // To start takes a second or two; a machine that is busy with other things gets more.
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    readonly TestStorage _storage;
    readonly string _url = $"http://127.0.0.1:{FreePorts.Next()}";
    readonly int? _handles;
    readonly (string Name, string Value)[] _settings;
    Process? _process;
    TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    KanalProcess(TestStorage storage, int? handles, (string Name, string Value)[] settings)
    {
        _storage = storage;
        _handles = handles;
        _settings = settings;
        Client = new HttpClient { BaseAddress = new Uri(_url) };
    }

    public HttpClient Client { get; }

    public TestStorage Storage => _storage;

    public Uri Address => new(_url);

    /// <summary>Completes when the server answers (again): what a client with some patience waits for before it tries once more.</summary>
    public Task Up => _up.Task;

    public bool Lives => _process is { HasExited: false };

    /// <summary>On a storage that is there already, which it takes away with itself.</summary>
    public static async Task<KanalProcess> StartOnAsync(TestStorage storage)
    {
        var server = new KanalProcess(storage, null, []);
        await server.StartAgainAsync();
        return server;
    }

    /// <param name="handles">How many files and connections the process may have open at once; the system's own limit where it is null.</param>
    /// <param name="settings">Further variables of its environment.</param>
    public static async Task<KanalProcess> StartAsync(int? handles = null, params (string Name, string Value)[] settings)
    {
        var server = new KanalProcess(await TestStorage.CreateAsync(), handles, settings);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts on the same address and storage, and returns when the server answers.</summary>
    public async Task StartAgainAsync()
    {
        var program = KanalProgram.File;
        var start = _handles is null
            ? new ProcessStartInfo(program, ["serve"])
            : new ProcessStartInfo("bash", ["-c", $"ulimit -n {_handles} && exec \"$0\" serve", program]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["KANAL_URL"] = _url;
        start.Environment["KANAL_DATA"] = _storage.Folder;
        start.Environment["KANAL_DATABASE"] = _storage.Database;
        start.Environment["DOTNET_ROOT"] = Runtime;
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await AnsweredAsync(_process);
        }
        catch
        {
            // Nobody has it yet who would end it.
            await KillAsync();
            throw;
        }

        _up.SetResult();
    }

    /// <summary>Lets the process open nothing more: it has far more than this open since its start.</summary>
    public Task ExhaustHandlesAsync() => LimitAsync(64);

    /// <summary>Lets the process open files and connections again.</summary>
    public Task RelieveHandlesAsync() => LimitAsync(4096);

    /// <summary>As <c>kill -9</c>: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>As <c>kill -STOP</c>: it stands still, connections and all, and does not know of it.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>It goes on where it stood.</summary>
    public Task WakeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Client.Dispose();
        await _storage.DisposeAsync();
    }

    async Task AnsweredAsync(Process process)
    {
        for (var patience = Stopwatch.StartNew(); !await AnswersAsync(); await Task.Delay(20))
        {
            Assert.False(process.HasExited, $"The server stopped at once, with exit code {(process.HasExited ? process.ExitCode : 0)}.");
            Assert.True(patience.Elapsed < _patience, $"The server did not answer within {_patience.TotalSeconds} s.");
        }
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

    async Task SignalAsync(string signal)
    {
        using var process = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"])!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    async Task LimitAsync(int handles)
    {
        // The soft limit alone, so that it can be raised again.
        using var process = Process.Start("prlimit", ["--pid", $"{_process!.Id}", $"--nofile={handles}:"])!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
