using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kanal.Product.Tests.Proxies;

[OnOneEngine]
public sealed class NginxTests() : ProxyContract("nginx");

[OnOneEngine]
public sealed class HaproxyTests() : ProxyContract("haproxy");

[OnOneEngine]
public sealed class CaddyTests() : ProxyContract("caddy");

/// <summary>The files in deploy/, each with the real proxy in front of a real server.</summary>
public abstract class ProxyContract(string program)
{
    // The server's twenty seconds between two signs of life are a half of one here, and the proxies give up after five.
    const int Times = 40;

    [Fact]
    public async Task Through_the_proxy_everything_works_as_without()
    {
        await using var here = await Fjordrejser.FoundAsync(new HastyClock(Times));
        await using var proxy = await ShippedProxy.StartAsync(program, "5s", here.Kanal.Address);
        var visitor = await new VisitorClient(proxy.Client, Organisation.Site).StartedAsync("Hej");
        var quiet = StaysAsync(proxy.Client, visitor, TimeSpan.FromSeconds(6));
        await TellsAtOnceAsync(proxy.Client, here.Organisation, visitor);
        (await visitor.UploadAsync(Enumerable.Repeat((byte)'x', 10 * 1024 * 1024).ToArray(), "stor.txt")).Expect(HttpStatusCode.Created);
        await SaysWhetherItIsTlsAsync(proxy.Client);
        await quiet;
    }

    [Fact]
    public async Task A_node_that_is_being_stopped_loses_nobody()
    {
        await using var staying = await Fjordrejser.FoundAsync();
        var going = await KanalHost.StartAsync();
        await using var proxy = await ShippedProxy.StartAsync(program, null, staying.Kanal.Address, going.Address);
        // The one that goes has no such site, and so we know who answered.
        const string Asked = $"/public/v1/sites/{Organisation.Site}/answers?q=rejse";
        await UntilAsync(proxy.Client, Asked, HttpStatusCode.OK);
        await UntilAsync(proxy.Client, Asked, HttpStatusCode.NotFound);
        await Task.WhenAll(going.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>().Select(service => service.StoppingAsync(CancellationToken.None)));
        if (program == "nginx")
        {
            // It does not ask who is ready: only streams, which are refused there, go elsewhere, and the rest is answered to the end.
            await StreamsOpenAsync(proxy.Client, 8);
        }
        else
        {
            // Somebody who has two to choose from does not take the same one forty times. Only the one that stays says that it is ready.
            await UntilAsync(proxy.Client, "/health/ready", HttpStatusCode.OK, times: 40);
            await StreamsOpenAsync(proxy.Client, 8);
        }

        await going.DisposeAsync();
        await AllAsync(proxy.Client, Asked, 20);
    }

    /// <summary>Nothing is said but signs of life, for longer than the proxy would wait.</summary>
    static async Task StaysAsync(HttpClient http, VisitorClient visitor, TimeSpan atLeast)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/public/v1/conversations/{visitor.Conversation}/events?after=1000") { Headers = { { "Authorization", $"Bearer {visitor.Bearer}" } } };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < atLeast;)
        {
            Assert.NotNull(await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(15)));
        }
    }

    static async Task TellsAtOnceAsync(HttpClient http, Organisation organisation, VisitorClient visitor)
    {
        var desk = new AgentClient(http, organisation.Administrator.Id, organisation.Administrator.Name) { Bearer = organisation.Administrator.Bearer };
        await using var stream = await desk.ListenAsync();
        for (var i = 0; i < 5; i++)
        {
            // The next is only sent when this one has come.
            var sequence = (await visitor.SayAsync($"{i}")).Expect(HttpStatusCode.Created).Number("sequence");
            await stream.NextAsync("message", told => told.Number("entry.sequence") == sequence);
        }
    }

    static async Task SaysWhetherItIsTlsAsync(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/session", new { email = "anna@fjordrejser.example", password = "sommer i skagen" });
        (await Reply.OfAsync(answer)).Expect(HttpStatusCode.OK);
        Assert.Equal(http.BaseAddress!.Scheme == "https", answer.Headers.GetValues("Set-Cookie").First().Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    static async Task StreamsOpenAsync(HttpClient http, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await http.GetAsync($"/public/v1/sites/{Organisation.Site}/menu/events", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    static async Task AllAsync(HttpClient http, string path, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, path));
        }
    }

    static async Task UntilAsync(HttpClient http, string path, HttpStatusCode status, int times = 1)
    {
        List<HttpStatusCode> answers = [];
        for (var patience = Stopwatch.StartNew(); answers.Count < times || answers.TakeLast(times).Any(answer => answer != status);)
        {
            answers.Add(await StatusAsync(http, path));
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), $"Not {times} times {status} in turn, but {string.Join(", ", answers.CountBy(answer => answer))}; the last were {string.Join(", ", answers.TakeLast(20))}.");
        }
    }

    static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }
}
