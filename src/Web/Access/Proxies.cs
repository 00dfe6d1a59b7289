using System.Net;
using Kanal.Centre;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Kanal.Web.Access;

/// <summary>
/// Whose word is taken for where a visitor comes from and whether by TLS: without it everyone behind a proxy has the proxy's
/// address; taken from anyone, a visitor could claim any address.
/// </summary>
static class Proxies
{
    public const string Setting = "KANAL_PROXIES";

    /// <summary>This machine, where most proxies that do TLS stand.</summary>
    public static IReadOnlyList<IPNetwork> Loopback { get; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <param name="setting">Addresses and networks with commas between, such as <c>10.0.0.7, 192.168.1.0/24</c>.</param>
    /// <exception cref="SettingException">One of them is neither.</exception>
    public static IReadOnlyList<IPNetwork> Parse(string setting)
    {
        var parts = setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 ? [.. parts.Select(Network)] : throw new SettingException(Setting, "it names no proxy");
    }

    public static void UseProxies(this WebApplication app, IReadOnlyList<IPNetwork> proxies)
    {
        // From the nearest proxy back to the first that is not one of ours, however many they are.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        app.UseForwardedHeaders(options);
    }

    static IPNetwork Network(string text) =>
        text.Contains('/') && IPNetwork.TryParse(text, out var network) ? network
        : IsWhole(text) && IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new SettingException(Setting, $"'{text}' is not an address like 10.0.0.7 or a network like 10.0.0.0/24");

    // "10" would be read as 0.0.0.10.
    static bool IsWhole(string text) => text.Contains(':') || text.Count(letter => letter == '.') == 3;
}
