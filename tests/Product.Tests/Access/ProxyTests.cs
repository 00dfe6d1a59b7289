using System.Net.Http.Json;
using Kanal.Centre;
using Kanal.Product.Tests.Hosting;
using Kanal.Web.Hosting;

namespace Kanal.Product.Tests.Access;

[OnOneEngine]
public sealed class ProxyTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.7, 127.0.0.0/8", true)]
    [InlineData("10.0.0.7,192.168.1.0/24", false)]
    [InlineData("::1", false)]
    public async Task A_proxy_is_believed_where_it_is_named(string? proxies, bool believed)
    {
        var named = ServerSettings.FromEnvironment(name => name == "KANAL_PROXIES" ? proxies : null).Proxies;
        await using var kanal = await KanalHost.StartAsync(settings: settings => settings with { Proxies = named });
        Assert.Equal(believed, await ThinksItIsTlsAsync(kanal));
    }

    [Fact]
    public async Task What_a_visitor_claims_before_the_proxies_is_not_believed()
    {
        await using var kanal = await KanalHost.StartAsync();
        var first = await StatusesAsync(kanal, "203.0.113.1");
        Assert.Contains("429 too-many-attempts", first);
        // The same sender behind the same proxy, with another invented address each time.
        Assert.Equal("429 too-many-attempts", await SignInAsync(kanal, "198.51.100.7, 203.0.113.1"));
        Assert.NotEqual("429 too-many-attempts", await SignInAsync(kanal, "203.0.113.2"));
    }

    [Theory]
    [InlineData("10.0.0.256")]
    [InlineData("10")]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.1/33")]
    [InlineData(",")]
    public void A_proxy_that_is_no_address_is_a_wrong_setting(string proxies) =>
        Assert.Equal("KANAL_PROXIES", Assert.Throws<SettingException>(() => ServerSettings.FromEnvironment(name => name == "KANAL_PROXIES" ? proxies : null)).Key);

    [Theory]
    [InlineData("serve")]
    [InlineData("check")]
    public async Task A_wrong_proxy_stops_the_start_with_a_sentence(string command)
    {
        var run = await KanalCommand.RunAsync(command, ("KANAL_PROXIES", "10.0.0.7, nginx"));
        Assert.Equal((2, "KANAL_PROXIES is wrong: 'nginx' is not an address like 10.0.0.7 or a network like 10.0.0.0/24.\n"), (run.ExitCode, run.Said));
    }

    static async Task<bool> ThinksItIsTlsAsync(KanalHost kanal)
    {
        (await kanal.Client.PostAsJsonAsync("/api/v1/setup", Installation.Setup())).EnsureSuccessStatusCode().Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
        {
            Content = JsonContent.Create(new { email = Installation.AdministratorEmail, password = Installation.Password }),
            Headers = { { "X-Forwarded-Proto", "https" } },
        };
        using var answer = (await kanal.Client.SendAsync(request)).EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").Single().Contains("secure", StringComparison.Ordinal);
    }

    static Task<string[]> StatusesAsync(KanalHost kanal, string forwardedFor) =>
        Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SignInAsync(kanal, forwardedFor)));

    static async Task<string> SignInAsync(KanalHost kanal, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
        {
            Content = JsonContent.Create(new { email = $"{Guid.NewGuid():N}@fjordrejser.example", password = "not the password" }),
            Headers = { { "X-Forwarded-For", forwardedFor } },
        };
        using var answer = await kanal.Client.SendAsync(request);
        return await answer.SummaryAsync();
    }
}
