using Kanal.Centre.Storage;
using Kanal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Hosting;

/// <summary>
/// The real server on a free port, with storage of its own, on the engine of this run (see <see cref="TestStorage"/>).
/// Take it as <c>IClassFixture&lt;KanalHost&gt;</c>, or start one by hand where a test must have a server to itself.
/// </summary>
public sealed class KanalHost : IAsyncLifetime
{
    // A sixth of a second for each password is meant for thieves; servers that are killed in tests, and those in browser tests, take it.
    const int HashRounds = 1_000;

    TestStorage? _storage;
    TimeProvider? _time;
    Func<ServerSettings, ServerSettings> _settings = settings => settings;
    WebApplication? _app;
    Action<IServiceCollection> _parts = _ => { };
    string _url = "http://127.0.0.1:0";

    /// <summary>A client without a cookie or a key: a stranger.</summary>
    public HttpClient Client { get; private set; } = new();

    public Uri Address => Client.BaseAddress!;

    public TestStorage Storage => _storage!;

    public IServiceProvider Services => _app!.Services;

    /// <param name="time">A clock of the test's own.</param>
    /// <param name="storage">Storage with a flaw; the host disposes of it.</param>
    /// <param name="settings">What is set otherwise than usual.</param>
    /// <param name="parts">Puts parts of the test's own in the place of ours.</param>
    public static async Task<KanalHost> StartAsync(TimeProvider? time = null, TestStorage? storage = null, Func<ServerSettings, ServerSettings>? settings = null, Action<IServiceCollection>? parts = null)
    {
        var host = new KanalHost { _time = time, _storage = storage };
        host._settings = settings ?? host._settings;
        host._parts = parts ?? host._parts;
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        _storage ??= await TestStorage.CreateAsync();
        await StartServerAsync();
    }

    /// <summary>Stops the server in good order and starts another on the same storage and address; only what was stored is left.</summary>
    /// <param name="meanwhile">Happens while no server runs.</param>
    public async Task RestartAsync(Action? meanwhile = null)
    {
        await StopServerAsync();
        meanwhile?.Invoke();
        await StartServerAsync();
    }

    /// <summary>A client that keeps cookies, like one browser.</summary>
    public HttpClient NewBrowser() => new(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await StopServerAsync();
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }

    async Task StartServerAsync()
    {
        _app = Server.Build(_settings(new ServerSettings(_url, _storage!.Folder, _storage.Database)), ["--Logging:LogLevel:Default=None"], _time, parts =>
        {
            parts.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
            _parts(parts);
        });
        await _app.Services.GetRequiredService<SchemaUpgrade>().ApplyAsync(TestContext.Current.CancellationToken);
        try
        {
            await _app.StartAsync();
        }
        catch
        {
            await StopServerAsync();
            throw;
        }

        _url = _app.Urls.Single();
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_url) };
    }

    async Task StopServerAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }
}
