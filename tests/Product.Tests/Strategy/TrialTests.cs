using System.Net;
using System.Text.Json.Nodes;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Strategy;

public sealed class TrialTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static object Free => new { channel = "chat", open = true, staffed = true, waitSeconds = 0 };

    static object Busy => new { channel = "chat", open = true, staffed = true, waitSeconds = 300 };

    [Fact]
    public async Task A_trial_shows_the_menu_and_how_every_rule_stands()
    {
        var strategist = await Strategist.AtAsync(here);
        var tried = (await strategist.TryAsync(new { definition = Strategist.Trips(), facts = new { step = "payment" }, live = (object[])[Free] })).Expect(HttpStatusCode.OK);
        Assert.Null(tried["version"]);
        Assert.Equal("last-step", tried["decision.rule"]);
        var entries = JsonNode.Parse(tried["decision.entries"]!)!.AsArray();
        Assert.Equal(("chat", true, "freeNow"), ((string)entries[0]!["channel"]!, (bool)entries[0]!["recommended"]!, (string)entries[0]!["reason"]!));

        var rules = JsonNode.Parse(tried["rules"]!)!.AsArray();
        Assert.Equal([(true, true), (true, false)], rules.Select(rule => ((bool)rule!["holds"]!, (bool)rule["decides"]!)));
        var test = rules[0]!["tests"]![0]!;
        Assert.Equal(("rules[0].when", "step", "payment", true), ((string)test["place"]!, (string)test["fact"]!, (string)test["value"]!, (bool)test["holds"]!));
    }

    [Fact]
    public async Task A_wait_beyond_the_rules_limit_is_withheld_and_replaced()
    {
        var strategist = await Strategist.AtAsync(here);
        await strategist.PublishedAsync(Strategist.Trips());
        var tried = (await strategist.TryAsync(new { facts = new { step = "payment" }, live = (object[])[Busy] })).Expect(HttpStatusCode.OK);
        Assert.Equal("1", tried["version"]);
        Assert.DoesNotContain(JsonNode.Parse(tried["decision.entries"]!)!.AsArray(), entry => (string)entry!["channel"]! == "chat");
        var chat = JsonNode.Parse(tried["decision.withheld"]!)!.AsArray().Single(its => (string)its!["channel"]! == "chat")!;
        Assert.Equal(("waitTooLong", 20), ((string)chat["for"]!, (int)chat["limitSeconds"]!));
    }

    [Fact]
    public async Task A_trial_on_the_same_page_with_its_memory_stays_calm()
    {
        var strategist = await Strategist.AtAsync(here);
        await strategist.PublishedAsync(Strategist.Trips());
        var facts = new { step = "payment" };
        var first = (await strategist.TryAsync(new { facts, live = (object[])[Free], pageView = "a" })).Expect(HttpStatusCode.OK);
        var memory = JsonNode.Parse(first["decision.memory"]!);
        var same = (await strategist.TryAsync(new { facts, live = (object[])[Busy], pageView = "a", memory })).Expect(HttpStatusCode.OK);
        Assert.Contains(JsonNode.Parse(same["decision.entries"]!)!.AsArray(), entry => (string)entry!["channel"]! == "chat" && (string)entry["by"]! == "calm");
    }

    [Fact]
    public async Task A_trial_at_another_time_goes_by_the_calendar_of_then()
    {
        var strategist = await Strategist.AtAsync(here);
        await strategist.PublishedAsync(Strategist.Trips("""{ "all": [ { "fact": "weekday", "operator": "is", "value": "sunday" }, { "fact": "time", "operator": "between", "value": ["20:00", "22:00"] } ] }"""));
        var sunday = (await strategist.TryAsync(new { at = "2026-03-01T20:30:00+01:00" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("last-step", "sunday", "1230"), (sunday["decision.rule"], sunday["facts.weekday"], sunday["facts.time"]));
        var told = (await strategist.TryAsync(new { at = "2026-03-02T20:30:00+01:00", facts = new { weekday = "sunday" } })).Expect(HttpStatusCode.OK);
        Assert.Equal("last-step", told["decision.rule"]);
    }

    [Fact]
    public async Task Whoever_tries_is_not_held_out_unless_they_name_one_who_is()
    {
        var strategist = await Strategist.AtAsync(here);
        var half = Strategist.Trips();
        half["holdout"] = JsonNode.Parse("""{ "share": 0.5, "salt": "s" }""");
        Assert.Equal("treated", (await strategist.TryAsync(new { definition = half })).Expect(HttpStatusCode.OK)["decision.arm"]);
        var arms = new HashSet<string?>();
        for (var i = 0; i < 30; i++)
        {
            arms.Add((await strategist.TryAsync(new { definition = half, visitor = $"v{i}" })).Expect(HttpStatusCode.OK)["decision.arm"]);
        }

        Assert.Equal(["holdout", "treated"], arms.Order());
    }
}
