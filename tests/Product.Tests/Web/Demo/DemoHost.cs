using Kanal.Product.Tests.Hosting;
using Kanal.Web.Demo;
using Kanal.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Kanal.Product.Tests.Web.Demo;

/// <summary>The demo on a free port, on the engine of this run. As a fixture it is a quiet one: nobody comes and nobody answers.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    readonly DemoOptions _options;
    TestStorage? _storage;
    WebApplication? _app;

    public DemoHost() : this(new DemoOptions(QuietVisitors: true, QuietAgents: true))
    {
    }

    DemoHost(DemoOptions options) => _options = options;

    public HttpClient Client { get; private set; } = new();

    public ServerSettings Settings => new("http://127.0.0.1:0", _storage!.Folder, _storage.Database) { Demo = _options };

    public static async Task<DemoHost> StartAsync(DemoOptions options)
    {
        var host = new DemoHost(options);
        await host.InitializeAsync();
        return host;
    }

    public static Task<WebApplication> PrepareAsync(ServerSettings settings) =>
        DemoServer.PrepareAsync(settings, ["--Logging:LogLevel:Default=Error"], TestContext.Current.CancellationToken);

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.CreateAsync();
        _app = await PrepareAsync(Settings);
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }
}
