using System.Text.Json.Nodes;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Strategy;

namespace Kanal.Product.Tests.Menus;

/// <summary>Strategies on the organisation's own site, and menus as a visitor sees them.</summary>
static class Menus
{
    /// <summary>Publishes rules; <paramref name="more"/> are further parts of the strategy.</summary>
    public static async Task PublishAsync(this Organisation organisation, string rules, string more = "")
    {
        var site = (await organisation.Administrator.GetAsync("/sites")).Rows.Single(row => row["key"] == Organisation.Site);
        await new Strategist(organisation.Administrator, site).PublishedAsync(JsonNode.Parse($$"""{ "name": "Test", "rules": [{{rules}}] {{more}} }""")!);
    }

    public static async Task ConsentAsync(this Organisation organisation, string consent)
    {
        var site = (await organisation.Administrator.GetAsync("/sites")).Rows.Single(row => row["key"] == Organisation.Site);
        var strategist = new Strategist(organisation.Administrator, site);
        (await strategist.ChangeSettingsAsync(new { consent, version = (await strategist.SettingsAsync()).Number("version") })).Expect(System.Net.HttpStatusCode.OK);
    }

    public static Reply[] Entries(this Reply menu) => [.. menu.Expect(System.Net.HttpStatusCode.OK).Body.GetProperty("menu").GetProperty("entries").EnumerateArray().Select(entry => new Reply(menu.Status, entry))];

    public static string[] Channels(this Reply menu) => [.. menu.Entries().Select(entry => entry["channel"]!)];
}
