using System.Globalization;
using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Callbacks;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Menus;

public sealed class PriceTests
{
    [Fact]
    public async Task Under_load_a_slot_has_a_price_and_goes_to_those_to_whom_it_is_worth_most()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        var organisation = alone.Organisation;
        await organisation.PublishAsync("""{ "id": "everybody", "name": "Everybody", "offer": ["chat", "email"] }""", """, "economy": { "marginShare": 0.1, "uplift": 0.1, "costs": { "chat": 2 } }""");
        await organisation.NewAvailableAgentAsync(maxChats: 2);
        await Asking.UntilAsync(() => AskAsync(organisation, 300), menu => menu.Channels()[0] == "chat");
        Assert.Equal("[]", (await PricesAsync(organisation))["queues"]);
        for (var i = 0; i < 60; i++)
        {
            await AskAsync(organisation, 20_000);
        }

        clock.Advance(TimeSpan.FromSeconds(30));
        var prices = await Asking.UntilAsync(() => PricesAsync(organisation), it => it["queues"] != "[]");
        var its = new Reply(prices.Status, prices.Body.GetProperty("queues")[0]);
        Assert.Equal(("2", "0"), (its["capacity"], its["busy"]));
        Assert.True(double.Parse(its["price"]!, CultureInfo.InvariantCulture) > 1, its["price"]);
        var limits = its.Body.GetProperty("limits").EnumerateArray().Select(limit => limit.GetProperty("value").GetDouble()).ToList();
        Assert.Equal([198, 1], limits.Select(value => Math.Round(value)));

        await Asking.UntilAsync(() => AskAsync(organisation, 300), menu => menu.Channels() is ["email"]);
        Assert.Equal("chat", (await AskAsync(organisation, 20_000)).Channels()[0]);
        await Asking.UntilAsync(() => organisation.Administrator.GetAsync("/wallboard"), board => board.Body.GetProperty("queues")[0].TryGetProperty("slotPrice", out var price) && price.GetDouble() > 1);

        var agent = await organisation.NewAgentAsync();
        (await agent.GetAsync($"/sites/{await organisation.SiteIdAsync()}/prices")).Expect(HttpStatusCode.OK);
    }

    static Task<Reply> AskAsync(Organisation organisation, double basket) => organisation.NewVisitor().MenuAsync(new { basket = new { value = basket } });

    static async Task<Reply> PricesAsync(Organisation organisation) => (await organisation.Administrator.GetAsync($"/sites/{await organisation.SiteIdAsync()}/prices")).Expect(HttpStatusCode.OK);
}
