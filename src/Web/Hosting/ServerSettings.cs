using System.Globalization;
using System.Net;
using Kanal.Centre;
using Kanal.Centre.Storage;
using Kanal.Web.Demo;

namespace Kanal.Web.Hosting;

/// <summary>What is decided at deployment; everything else is a setting in the database.</summary>
/// <param name="Url">Where the server listens.</param>
/// <param name="Data">The folder for SQLite's file and for attachments.</param>
/// <param name="Database">A PostgreSQL connection string; null means SQLite in <paramref name="Data"/>.</param>
public sealed record ServerSettings(string Url, string Data, string? Database)
{
    // Where there is a PostgreSQL there may be other nodes, and a proxy that has to choose among them.
    static readonly TimeSpan _usualDrain = TimeSpan.FromSeconds(5);

    /// <summary>Only in the demo: the travel agency's pages, sign-in links, and people who play along.</summary>
    public DemoOptions? Demo { get; init; }

    /// <summary>Adds <c>/bench/echo</c>, the yardstick of the benchmarks.</summary>
    public bool Bench { get; init; }

    /// <summary>The proxies that are believed.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = Access.Proxies.Loopback;

    /// <summary>How long the server goes on answering after it was asked to stop, while proxies notice.</summary>
    public TimeSpan Drain { get; init; }

    public static ServerSettings FromEnvironment(Func<string, string?> variable)
    {
        var settings = new ServerSettings(
            Read(variable, "KANAL_URL") ?? "http://127.0.0.1:5080",
            Path.GetFullPath(Read(variable, "KANAL_DATA") ?? "./data"),
            Read(variable, "KANAL_DATABASE"))
        {
            Bench = Read(variable, "KANAL_BENCH") == "1",
            Proxies = Read(variable, Access.Proxies.Setting) is { } proxies ? Access.Proxies.Parse(proxies) : Access.Proxies.Loopback,
        };
        settings.Check();
        return settings with { Drain = Read(variable, "KANAL_DRAIN") is { } drain ? Seconds("KANAL_DRAIN", drain, Draining.Longest) : settings.Database is null ? TimeSpan.Zero : _usualDrain };
    }

    void Check()
    {
        foreach (var url in Url.Split(';'))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            {
                throw new SettingException("KANAL_URL", string.Create(CultureInfo.InvariantCulture, $"'{url}' is not an address like http://127.0.0.1:5080"));
            }
        }

        if (Database is not null)
        {
            PostgresAddress.Read(Database);
        }
    }

    static TimeSpan Seconds(string key, string text, TimeSpan longest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new SettingException(key, string.Create(CultureInfo.InvariantCulture, $"'{text}' is not a whole number of seconds from 0 to {longest.TotalSeconds}"));

    static string? Read(Func<string, string?> variable, string name)
    {
        if (variable(name) is { Length: > 0 } value)
        {
            return value;
        }

        if (variable(name + "_FILE") is not { Length: > 0 } file)
        {
            return null;
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(name + "_FILE", File.Exists(file) ? $"{file} can't be read" : $"there is no file {file}");
        }
    }
}
