using System.Net.Http.Json;
using System.Text.Json;
using Kanal.Centre.Access;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Access;

public sealed class SetupTests
{
    [Fact]
    public async Task A_new_installation_is_set_up_once()
    {
        await using var kanal = await KanalHost.StartAsync();
        using var browser = kanal.NewBrowser();
        Assert.Equal("201", await browser.PostAsJsonAsync("/api/v1/setup", Installation.Setup()).SummaryAsync());
        Assert.Equal("200", await browser.GetAsync("/api/v1/session").SummaryAsync());
        Assert.Equal("409 set-up-already", await kanal.Client.PostAsJsonAsync("/api/v1/setup", Installation.Setup("another")).SummaryAsync());
        Assert.False((await kanal.Client.GetFromJsonAsync<JsonElement>("/api/v1/setup")).GetProperty("needed").GetBoolean());
    }

    [Fact]
    public async Task Of_two_who_set_up_at_once_one_does()
    {
        await using var kanal = await KanalHost.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => kanal.Client.PostAsJsonAsync("/api/v1/setup", Installation.Setup()).SummaryAsync()));
        Assert.Equal(["201", "409 set-up-already", "409 set-up-already", "409 set-up-already"], answers.Order());
    }

    [Fact]
    public async Task From_another_machine_it_takes_the_printed_code()
    {
        await using var kanal = await KanalHost.StartAsync();
        kanal.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        Assert.True((await kanal.Client.GetFromJsonAsync<JsonElement>("/api/v1/setup")).GetProperty("codeRequired").GetBoolean());
        Assert.Equal("403 setup-code-needed", await kanal.Client.PostAsJsonAsync("/api/v1/setup", Installation.Setup()).SummaryAsync());

        var printed = SetupCode.Printed(await kanal.Services.GetRequiredService<SetupCode>().ReadAsync(TestContext.Current.CancellationToken));
        var withCode = JsonSerializer.SerializeToNode(Installation.Setup())!.AsObject();
        withCode["code"] = printed.ToUpperInvariant();
        Assert.Equal("201", await kanal.Client.PostAsJsonAsync("/api/v1/setup", withCode).SummaryAsync());
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_made()
    {
        await using var kanal = await KanalHost.StartAsync();
        using var answer = await kanal.Client.PostAsJsonAsync("/api/v1/setup", Installation.Setup("Not a key"));
        Assert.Contains("site.key", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await kanal.Client.GetFromJsonAsync<JsonElement>("/api/v1/setup")).GetProperty("needed").GetBoolean());
    }
}
