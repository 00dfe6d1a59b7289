using System.Net;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Orders;

public sealed class OrderTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task An_order_within_a_week_after_a_word_is_told_on_the_conversation_and_on_the_card()
    {
        var visitor = await VisitorAsync();
        (await visitor.StartAsync()).Expect(HttpStatusCode.Created);
        (await TellAsync(visitor, "FR-1", 8400, "dkk", 2)).Expect(HttpStatusCode.NoContent);
        var conversation = await here.Organisation.Administrator.SeeAsync(visitor.Conversation);
        Assert.Equal(("FR-1", "8400", "DKK", "2", "page"), Only(conversation, "orders", "number", "value", "currency", "items", "source"));
        var card = await here.Organisation.Administrator.GetAsync($"/customers/{conversation["customer.id"]}");
        Assert.Equal(("FR-1", "8400", "DKK", "2", "page"), Only(card, "orders", "number", "value", "currency", "items", "source"));
        var line = (await here.Organisation.Administrator.GetAsync($"/conversations/{visitor.Conversation}/timeline")).Rows[^1];
        Assert.Equal(("ordered", "FR-1"), (line["event.type"], line["event.order.number"]));
    }

    [Fact]
    public async Task The_same_order_again_is_the_same_order()
    {
        var visitor = await VisitorAsync();
        (await visitor.StartAsync()).Expect(HttpStatusCode.Created);
        foreach (var value in new[] { 100, 100, 999 })
        {
            (await TellAsync(visitor, "FR-2", value)).Expect(HttpStatusCode.NoContent);
        }

        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => (await TellAsync(visitor, "FR-2b", 1)).Expect(HttpStatusCode.NoContent)));
        var orders = (await here.Organisation.Administrator.SeeAsync(visitor.Conversation)).Body.GetProperty("orders").EnumerateArray();
        Assert.Equal([("FR-2", 100.0), ("FR-2b", 1.0)], orders.Select(order => (order.GetProperty("number").GetString()!, order.GetProperty("value").GetDouble())).Order());
    }

    [Fact]
    public async Task The_business_s_own_word_stands_above_what_a_page_said()
    {
        var visitor = await VisitorAsync();
        (await visitor.StartAsync()).Expect(HttpStatusCode.Created);
        (await TellAsync(visitor, "FR-3", 1)).Expect(HttpStatusCode.NoContent);
        var told = (await TellOfAsync(new { order = "FR-3", value = 5000, currency = "EUR" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("business", "5000", visitor.Conversation), (told["source"], told["value"], told.Body.GetProperty("conversations")[0].GetString()));
        (await TellAsync(visitor, "FR-3", 2)).Expect(HttpStatusCode.NoContent);
        var order = (await here.Organisation.Administrator.SeeAsync(visitor.Conversation)).Body.GetProperty("orders")[0];
        Assert.Equal(("business", 5000.0, "EUR"), (order.GetProperty("source").GetString(), order.GetProperty("value").GetDouble(), order.GetProperty("currency").GetString()));
    }

    [Fact]
    public async Task An_order_that_is_told_again_without_its_time_stays_where_it_was()
    {
        var at = TimeProvider.System.GetUtcNow().AddDays(-3);
        (await TellOfAsync(new { order = "FR-3b", value = 100, currency = "DKK", items = 2, at })).Expect(HttpStatusCode.Created);
        var again = (await TellOfAsync(new { order = "FR-3b", value = 80 })).Expect(HttpStatusCode.OK);
        Assert.Equal(("80", "DKK", "2"), (again["value"], again["currency"], again["items"]));
        Assert.Equal(at, again.Body.GetProperty("at").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        var moved = (await TellOfAsync(new { order = "FR-3b", value = 80, at = at.AddDays(1) })).Expect(HttpStatusCode.OK);
        Assert.Equal(at.AddDays(1), moved.Body.GetProperty("at").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_business_says_whose_an_order_is_by_customer_address_or_browser()
    {
        var visitor = await VisitorAsync();
        (await visitor.StartAsync(channel: "email", address: "buyer@example.com")).Expect(HttpStatusCode.Created);
        var customer = (await here.Organisation.Administrator.SeeAsync(visitor.Conversation))["customer.id"]!;
        foreach (var (whose, i) in new object[] { new { order = "FR-4a", value = 1, email = "Buyer@example.com" }, new { order = "FR-4b", value = 1, customer }, new { order = "FR-4c", value = 1, visitor = visitor.Visitor } }.Select((one, i) => (one, i)))
        {
            var told = (await TellOfAsync(whose)).Expect(HttpStatusCode.Created);
            Assert.True(told["customer"] == customer && told.Body.GetProperty("conversations").GetArrayLength() == 1, $"Of {i} it is not known whose it is.");
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await TellOfAsync(new { order = "FR-4d", value = 1, customer = "0000000000001" })).Status);
        (await TellOfAsync(new { order = "FR-4e", value = 1, email = "nobody@example.com" })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_was_said_more_than_a_week_before_or_after_the_order_has_no_part_in_it()
    {
        var visitor = await VisitorAsync();
        (await visitor.StartAsync()).Expect(HttpStatusCode.Created);
        var before = (await TellOfAsync(new { order = "FR-5a", value = 1, visitor = visitor.Visitor, at = TimeProvider.System.GetUtcNow().AddHours(-1) })).Expect(HttpStatusCode.Created);
        Assert.Equal(0, before.Body.GetProperty("conversations").GetArrayLength());
        var clock = new TestClock();
        await using var later = await Fjordrejser.FoundAsync(clock);
        var other = later.Organisation.NewVisitor();
        (await other.MenuAsync()).Expect(HttpStatusCode.OK);
        (await other.StartAsync()).Expect(HttpStatusCode.Created);
        clock.Advance(TimeSpan.FromDays(6));
        (await TellAsync(other, "FR-5b", 1)).Expect(HttpStatusCode.NoContent);
        clock.Advance(TimeSpan.FromDays(2));
        (await TellAsync(other, "FR-5c", 1)).Expect(HttpStatusCode.NoContent);
        var told = (await later.Organisation.Administrator.SeeAsync(other.Conversation)).Body.GetProperty("orders");
        Assert.Equal("FR-5b", Assert.Single(told.EnumerateArray()).GetProperty("number").GetString());
    }

    [Fact]
    public async Task What_no_shop_ever_sold_is_refused_with_its_place()
    {
        var visitor = await VisitorAsync();
        foreach (var (place, body) in new (string, string)[]
        {
            ("value", """ "order": "a", "value": 1e308 """), ("value", """ "order": "a", "value": 1e999 """), ("value", """ "order": "a", "value": -1 """),
            ("order", """ "order": "", "value": 1 """), ("order", $$""" "order": "{{new string('x', 101)}}", "value": 1 """), ("order", """ "order": "a\u0000b", "value": 1 """),
            ("items", """ "order": "a", "value": 1, "items": -1 """), ("currency", """ "order": "a", "value": 1, "currency": "crowns" """),
            ("visitor", """ "order": "a", "value": 1, "visitor": "made-up" """),
        })
        {
            var whole = body.Contains("\"visitor\"", StringComparison.Ordinal) ? body : $"{body}, \"visitor\": \"{visitor.Visitor}\"";
            var refused = await visitor.SendAsync(HttpMethod.Post, $"/sites/{Organisation.Site}/orders", new StringContent($"{{{whole}}}", Encoding.UTF8, "application/json"));
            Assert.True(refused.Status == HttpStatusCode.BadRequest && refused.Errors(place).Length == 1, $"{body} was answered with {refused.Status}: {refused.Body}");
        }

        foreach (var body in new[] { """{"order":"a","value":NaN}""", """{"order":"a","value":"1"}""", """{"value":1}""", "[]" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync(HttpMethod.Post, $"/sites/{Organisation.Site}/orders", new StringContent(body, Encoding.UTF8, "application/json"))).Status);
        }
    }

    [Fact]
    public async Task Without_consent_a_browser_that_never_wrote_to_us_is_not_kept_with_its_order()
    {
        var stranger = await VisitorAsync();
        (await TellAsync(stranger, "FR-6", 1)).Expect(HttpStatusCode.NoContent);
        Assert.Equal("false", (await here.Organisation.Administrator.GetAsync($"/sites/{await SiteAsync()}/orders")).Rows.Single(order => order["number"] == "FR-6")["fromVisitor"]);
    }

    [Fact]
    public async Task A_key_for_orders_tells_of_orders_and_changes_no_settings()
    {
        await using var installation = await Installation.StartAsync();
        using var shop = await installation.NewProgramAsync(["orders:write"]);
        using var sites = await installation.Administrator.GetAsync("/api/v1/sites");
        var site = (await Reply.OfAsync(sites)).Rows[0]["id"];
        using var order = new StringContent("""{"order":"FR-7","value":12.5}""", Encoding.UTF8, "application/json");
        using var told = await shop.PostAsync($"/api/v1/sites/{site}/orders", order);
        using var peeked = await shop.GetAsync($"/api/v1/sites/{site}");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Forbidden), (told.StatusCode, peeked.StatusCode));
    }

    static (string?, string?, string?, string?, string?) Only(Reply from, string list, string a, string b, string c, string d, string e)
    {
        var one = new Reply(from.Status, Assert.Single(from.Body.GetProperty(list).EnumerateArray()));
        return (one[a], one[b], one[c], one[d], one[e]);
    }

    static Task<Reply> TellAsync(VisitorClient visitor, string order, double value, string? currency = null, int? items = null) =>
        visitor.PostAsync($"/sites/{Organisation.Site}/orders", new { visitor = visitor.Visitor, order, value, currency, items });

    async Task<Reply> TellOfAsync(object order) => await here.Organisation.Administrator.PostAsync($"/sites/{await SiteAsync()}/orders", order);

    async Task<string> SiteAsync() => (await here.Organisation.Administrator.GetAsync("/sites")).Rows[0]["id"]!;

    async Task<VisitorClient> VisitorAsync()
    {
        var visitor = here.Organisation.NewVisitor();
        (await visitor.MenuAsync()).Expect(HttpStatusCode.OK);
        return visitor;
    }
}
