using Kanal.Web.Hosting;

namespace Kanal.Web.Demo;

/// <summary>Where the demo's data is while it runs: a temporary folder that goes with it, unless it is to be kept.</summary>
sealed class DemoPlace : IDisposable
{
    readonly bool _temporary;

    DemoPlace(ServerSettings settings, bool temporary)
    {
        Settings = settings;
        _temporary = temporary;
    }

    public ServerSettings Settings { get; }

    /// <summary>True where nothing is left when the demo has ended.</summary>
    public bool LeavesNothing => _temporary && Settings.Database is null;

    public string Name => Settings.Database is not null ? "the PostgreSQL database" : _temporary ? $"the temporary folder {Settings.Data}" : $"the folder {Settings.Data}";

    public static DemoPlace For(ServerSettings settings, DemoOptions options) => options.Keep
        ? new DemoPlace(settings with { Demo = options }, temporary: false)
        : new DemoPlace(settings with { Demo = options, Data = Directory.CreateTempSubdirectory("kanal-demo-").FullName }, temporary: true);

    public void Dispose()
    {
        if (_temporary && Directory.Exists(Settings.Data))
        {
            Directory.Delete(Settings.Data, recursive: true);
        }
    }
}
