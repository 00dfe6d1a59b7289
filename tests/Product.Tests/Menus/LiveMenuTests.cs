using System.Net;
using Kanal.Product.Tests.Callbacks;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Menus;

/// <summary>What the strategy promises, through the public door.</summary>
public sealed class LiveMenuTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    const string Everybody = """{ "id": "everybody", "name": "Everybody else", "offer": ["chat", "email"] }""";

    readonly Organisation _organisation = here.Organisation;

    public async ValueTask InitializeAsync() => await _organisation.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_first_rule_that_holds_decides_and_what_nobody_is_there_for_is_not_offered()
    {
        await _organisation.PublishAsync($$"""{ "id": "last", "name": "Last step", "when": { "fact": "step", "operator": "is", "value": "payment" }, "offer": ["chat"], "otherwise": ["email"] }, { "id": "everybody", "name": "Everybody else", "offer": ["email"] }""");
        var visitor = _organisation.NewVisitor();
        await Asking.UntilAsync(() => visitor.MenuAsync(new { step = "payment" }), it => it.Channels() is ["email"]);
        await _organisation.NewAvailableAgentAsync();
        var menu = await Asking.UntilAsync(() => visitor.MenuAsync(new { step = "payment", language = "en" }), it => it.Channels()[0] == "chat");
        Assert.Equal(("0", "true", "Quickest: someone is free right now"), (menu.Entries()[0]["waitSeconds"], menu.Entries()[0]["recommended"], menu.Entries()[0]["reason"]));
        Assert.Equal(["chat", "email"], menu.Channels());
        Assert.Equal(["email"], (await visitor.MenuAsync(new { step = "address" })).Channels());
    }

    [Fact]
    public async Task A_chat_that_costs_more_than_it_brings_is_not_offered()
    {
        await _organisation.PublishAsync(Everybody, """, "economy": { "marginShare": 0.1, "uplift": 0.05, "solvedValue": 0, "costs": { "chat": 4 } }""");
        await _organisation.NewAvailableAgentAsync();
        var visitor = _organisation.NewVisitor();
        await Asking.UntilAsync(() => visitor.MenuAsync(new { basket = new { value = 5_000 } }), it => it.Channels()[0] == "chat");
        Assert.Equal(["email"], (await visitor.MenuAsync(new { basket = new { value = 100 } })).Channels());
    }

    [Fact]
    public async Task A_wait_beyond_the_promise_gives_way_to_the_next_best_and_what_was_shown_stays_within_its_page_view()
    {
        await _organisation.PublishAsync("""{ "id": "everybody", "name": "Everybody", "offer": ["chat"], "otherwise": ["email"], "waitLimitSeconds": 20 }""");
        var agent = await _organisation.NewAvailableAgentAsync(maxChats: 1);
        var visitor = _organisation.NewVisitor();
        await Asking.UntilAsync(() => _organisation.NewVisitor().MenuAsync(), it => it.Channels()[0] == "chat");
        var before = await visitor.MenuAsync(pageView: "one");
        Assert.Equal(["chat", "email"], before.Channels());
        await using var stream = await visitor.WatchMenuAsync(before["menu.id"]);
        (await agent.TakeAsync((await _organisation.NewConversationAsync()).Conversation)).Expect(HttpStatusCode.OK);
        await stream.NextAsync("menu");

        var same = await Asking.UntilAsync(() => visitor.MenuAsync(pageView: "one"), it => it.Entries()[0]["waitSeconds"] != "0");
        Assert.Equal([("chat", "false"), ("email", "true")], same.Entries().Select(entry => (entry["channel"]!, entry["recommended"]!)));
        var memory = visitor.Memory;
        Assert.Equal(["email"], (await visitor.MenuAsync(pageView: "two")).Channels());

        // What is carried must be as it was given, and one's own.
        visitor.Memory = memory![..^2] + (memory[^2] == 'A' ? "BA" : "AA");
        Assert.Equal(["email"], (await visitor.MenuAsync(pageView: "one")).Channels());
        var other = _organisation.NewVisitor();
        other.Memory = memory;
        Assert.Equal(["email"], (await other.MenuAsync(pageView: "one")).Channels());
    }

    [Fact]
    public async Task Who_came_while_it_stood_otherwise_for_a_moment_is_told_that_it_stands_as_before()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        var agent = await alone.Organisation.NewAvailableAgentAsync();
        await using var first = await alone.Organisation.NewVisitor().WatchMenuAsync(await MenuAsync(alone, "0"));
        await agent.PresenceAsync("offline");
        await first.NextAsync("menu");
        await agent.PresenceAsync("available");
        await using var second = await alone.Organisation.NewVisitor().WatchMenuAsync(await MenuAsync(alone, "0"));
        await agent.PresenceAsync("offline");
        await MenuAsync(alone, null);
        clock.Advance(TimeSpan.FromSeconds(6));
        await second.NextAsync("menu");
    }

    [Fact]
    public async Task A_clock_that_was_set_back_keeps_no_news_back()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        var agent = await alone.Organisation.NewAvailableAgentAsync();
        await using var stream = await alone.Organisation.NewVisitor().WatchMenuAsync(await MenuAsync(alone, "0"));
        await agent.PresenceAsync("offline");
        await stream.NextAsync("menu");
        clock.Advance(-TimeSpan.FromHours(1));
        await agent.PresenceAsync("available");
        await stream.NextAsync("menu");
    }

    [Fact]
    public async Task There_is_always_a_way()
    {
        await _organisation.PublishAsync("""{ "id": "everybody", "name": "Everybody", "offer": ["phone"], "withhold": ["chat", "callback", "email"] }""");
        Assert.NotEmpty((await _organisation.NewVisitor().MenuAsync()).Channels());
    }

    [Fact]
    public async Task A_share_of_visitors_keeps_the_plain_menu_and_programs_that_read_pages_do()
    {
        await _organisation.PublishAsync("""{ "id": "everybody", "name": "Everybody", "offer": ["email"] }""", """, "plain": ["chat", "email"], "holdout": { "share": 0.5, "salt": "spring" }""");
        await _organisation.NewAvailableAgentAsync();
        await Asking.UntilAsync(() => _organisation.NewVisitor().MenuAsync(), it => it.Channels() is ["chat", "email"]);
        var visitors = Enumerable.Range(0, 20).Select(_ => _organisation.NewVisitor()).ToList();
        var first = await Task.WhenAll(visitors.Select(async visitor => (await visitor.MenuAsync()).Channels().Length));
        Assert.Equal([1, 2], first.Distinct().Order());
        Assert.Equal(first, await Task.WhenAll(visitors.Select(async visitor => (await visitor.MenuAsync()).Channels().Length)));

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/public/v1/sites/{Organisation.Site}/menu") { Content = System.Net.Http.Json.JsonContent.Create(new { }) };
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        using var answer = await _organisation.Http.SendAsync(request);
        Assert.Equal(["chat", "email"], (await Api.Reply.OfAsync(answer)).Channels());
    }

    [Fact]
    public async Task A_rule_makes_its_visitors_more_urgent_than_those_who_came_before()
    {
        await _organisation.PublishAsync($$"""{ "id": "big", "name": "Large basket", "when": { "fact": "basket.value", "operator": "above", "value": 5000 }, "offer": ["chat", "email"], "targetSeconds": 10, "value": 5 }, {{Everybody}}""");
        var agent = await _organisation.NewAvailableAgentAsync(maxChats: 1);
        await using var desk = await agent.ListenAsync();
        var visitor = _organisation.NewVisitor();
        var menu = await Asking.UntilAsync(() => visitor.MenuAsync(new { basket = new { value = 9_000 } }), it => it.Channels()[0] == "chat");
        await agent.PresenceAsync("offline");
        await _organisation.NewConversationAsync("I came first");
        (await visitor.StartAsync("I came second", menu: menu["menu.id"])).Expect(HttpStatusCode.Created);
        var seen = await agent.SeeAsync(visitor.Conversation);
        Assert.Equal(("10", "5"), (seen["targetSeconds"], seen["value"]));
        Assert.Equal(10, (CallingSite.Time(seen["dueAt"]!) - CallingSite.Time(seen["waitingSince"]!)).TotalSeconds);
        await agent.PresenceAsync("available");
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);

        // Another's menu brings nobody its rule.
        var stranger = _organisation.NewVisitor();
        await stranger.MenuAsync();
        (await stranger.StartAsync("Me too", menu: menu["menu.id"])).Expect(HttpStatusCode.Created);
        Assert.Null((await agent.SeeAsync(stranger.Conversation))["value"]);
    }

    [Theory]
    [InlineData("""{ "basket": { "value": 1e308 } }""", "facts.basket.value")]
    [InlineData("""{ "basket": { "value": -1 } }""", "facts.basket.value")]
    [InlineData("""{ "basket": { "value": "NaN" } }""", "facts.basket.value")]
    [InlineData("""{ "basket": 5 }""", "facts.basket")]
    [InlineData("""{ "page": 5 }""", "facts.page")]
    [InlineData("""{ "page": "a\ud83cb" }""", "facts.page")]
    [InlineData("""{ "page": "a\u0000b" }""", "facts.page")]
    [InlineData("""{ "device": "toaster" }""", "facts.device")]
    [InlineData("""{ "customer.group": "gold" }""", "facts.customer.group")]
    [InlineData("""{ "bot": false }""", "facts.bot")]
    [InlineData("""{ "shoeSize": 44 }""", "facts.shoeSize")]
    [InlineData("""[1]""", "facts")]
    [InlineData("LONG PAGE", "facts.page")]
    [InlineData("MANY SIGNALS", "facts.signals")]
    public async Task Facts_beyond_belief_are_refused_by_name(string facts, string place)
    {
        var before = await here.RowsAsync();
        var sent = facts switch
        {
            "LONG PAGE" => $$"""{ "page": "{{new string('p', 10_240)}}" }""",
            "MANY SIGNALS" => $$"""{ "signals": [{{string.Join(',', Enumerable.Repeat("\"hesitation\"", 500))}}] }""",
            _ => facts,
        };
        using var content = new StringContent($$"""{ "facts": {{sent}} }""", System.Text.Encoding.UTF8, "application/json");
        var reply = await _organisation.NewVisitor().SendAsync(HttpMethod.Post, $"/sites/{Organisation.Site}/menu", content);
        Assert.NotEmpty(reply.Expect(HttpStatusCode.BadRequest).Errors(place));
        Assert.Empty((await here.RowsAsync()).Except(before));
    }

    [Fact]
    public async Task What_a_visitor_carries_may_be_nonsense_and_there_is_a_menu()
    {
        await _organisation.PublishAsync(Everybody);
        foreach (var memory in new[] { "", "x", "%%%", new string('A', 20_000), "MXwxfGF8Y2hhdHx8LXx8" })
        {
            var visitor = _organisation.NewVisitor();
            visitor.Memory = memory;
            Assert.NotEmpty((await visitor.MenuAsync(pageView: "a")).Channels());
        }

        Assert.NotEmpty((await _organisation.NewVisitor().MenuAsync(pageView: "not | this")).Expect(HttpStatusCode.BadRequest).Errors("pageView"));
    }

    static async Task<string> MenuAsync(Fjordrejser at, string? wait)
    {
        var visitor = at.Organisation.NewVisitor();
        return (await Asking.UntilAsync(() => visitor.MenuAsync(), menu => menu.Entries().Single(entry => entry["channel"] == "chat")["waitSeconds"] == wait))["menu.id"]!;
    }
}
