using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Menus;

/// <summary>Why did they see this? What is kept of it, and for whom.</summary>
public sealed class DecisionTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    const string Rules = """
        { "id": "last", "name": "Last step", "when": { "fact": "step", "operator": "is", "value": "payment" }, "offer": ["email"] },
        { "id": "everybody", "name": "Everybody else", "offer": ["chat", "email"] }
        """;

    readonly Organisation _organisation = here.Organisation;

    [Fact]
    public async Task A_conversation_tells_why_its_customer_saw_what_they_saw_and_what_they_would_see_today()
    {
        await _organisation.ConsentAsync("none");
        await _organisation.PublishAsync(Rules);
        var visitor = _organisation.NewVisitor();
        var menu = await visitor.MenuAsync(new { step = "payment", page = "https://fjordrejser.example/pay", visit = new { seconds = 90 } });
        (await visitor.StartAsync(channel: "email", address: "kirsten@example.com", menu: menu["menu.id"])).Expect(HttpStatusCode.Created);
        var why = await WhyAsync(visitor.Conversation);
        Assert.Equal((menu["menu.id"], "treated", "last", "Last step", "Test", visitor.Conversation), (why["id"], why["arm"], why["rule.id"], why["rule.name"], why["versionName"], why["conversation"]));
        Assert.Equal(["true", "true"], why.Body.GetProperty("rules").EnumerateArray().Select(rule => new Reply(why.Status, rule)["holds"]));
        Assert.Equal("payment", new Reply(why.Status, why.Body.GetProperty("rules")[0].GetProperty("tests")[0])["value"]);
        // What the site has not asked its visitors for is not in it either.
        Assert.DoesNotContain("visit.seconds", why["record"], StringComparison.Ordinal);
        Assert.Equal("true", why["today.same"]);

        await _organisation.PublishAsync("""{ "id": "all", "name": "All", "offer": ["chat", "email"] }""");
        why = await WhyAsync(visitor.Conversation);
        Assert.Equal(("Last step", "All"), (why["rule.name"], why["today.rule.name"]));
    }

    [Fact]
    public async Task That_a_conversation_came_from_no_menu_is_an_answer_and_no_error()
    {
        var alone = await _organisation.NewConversationAsync();
        (await _organisation.Administrator.GetAsync($"/conversations/{alone.Conversation}/decision")).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task With_their_consent_a_customers_menus_are_kept_once_for_each_view_of_a_page()
    {
        await _organisation.PublishAsync(Rules);
        await _organisation.ConsentAsync("journey");
        var visitor = _organisation.NewVisitor();
        await visitor.MenuAsync(new { step = "payment" }, "one");
        await visitor.MenuAsync(new { step = "payment" }, "one");
        visitor.Memory = null;
        await visitor.MenuAsync(new { step = "payment" }, "one");
        var menu = await visitor.MenuAsync(new { step = "address", page = "https://fjordrejser.example/address" }, "two");
        (await visitor.StartAsync(channel: "email", address: "lise@example.com", menu: menu["menu.id"])).Expect(HttpStatusCode.Created);
        var customer = (await _organisation.Administrator.SeeAsync(visitor.Conversation))["customer.id"];
        var kept = await Asking.UntilAsync(() => _organisation.Administrator.GetAsync($"/customers/{customer}/decisions"), it => it.Rows is [{ } latest, _] && latest["conversation"] is not null);
        Assert.Equal([("everybody", "https://fjordrejser.example/address", visitor.Conversation), ("last", null, null)], kept.Rows.Select(row => (row["rule"], row["page"], row["conversation"])));
        Assert.Equal("last", (await _organisation.Administrator.GetAsync($"/decisions/{kept.Rows[1]["id"]}")).Expect(HttpStatusCode.OK)["rule.id"]);

        // Whoever has not agreed is not in it, whatever the site asks for.
        var before = await CountAsync();
        await _organisation.NewVisitor().PostAsync($"/sites/{Organisation.Site}/menu", new { consent = "none", pageView = "x" });
        var last = _organisation.NewVisitor();
        await last.MenuAsync(pageView: "y");
        await Asking.UntilAsync(async () => new Reply(HttpStatusCode.OK, System.Text.Json.JsonElement.Parse($"{await CountAsync()}")), it => it.Body.GetInt64() == before + 1);
        await _organisation.ConsentAsync("none");
    }

    Task<Reply> WhyAsync(string conversation) => Asking.UntilAsync(() => _organisation.Administrator.GetAsync($"/conversations/{conversation}/decision"), it => it.Status == HttpStatusCode.OK);

    async Task<long> CountAsync() => (await here.RowsAsync())["decisions"];
}
