using System.Net;
using System.Text.Json.Nodes;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Strategy;

public sealed class StrategyBookTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task A_site_that_never_published_offers_everybody_chat_a_callback_and_email()
    {
        var strategy = await (await Strategist.AtAsync(here)).LookAsync();
        Assert.Equal(0, strategy.Number("live.number"));
        Assert.Equal("""["chat","callback","email"]""", strategy["live.definition.rules"] is { } rules ? JsonNode.Parse(rules)![0]!["offer"]!.ToJsonString() : null);
        Assert.Equal("""["chat","callback","email","help"]""", strategy["channels"]);
        Assert.Null(strategy["draft"]);
        Assert.Equal("none", strategy["settings.consent"]);
    }

    [Fact]
    public async Task A_draft_becomes_a_version_with_its_note_and_who_published_it()
    {
        var strategist = await Strategist.AtAsync(here);
        var draft = (await strategist.SaveAsync(Strategist.Trips())).Expect(HttpStatusCode.OK);
        Assert.Equal(strategist.Who.Name, draft["changedBy"]);
        Assert.Equal(("0", """["Last step"]"""), (draft["basedOn"], draft["changes.added"]));
        var version = (await strategist.PublishAsync(draft.Number("revision"), "Before Easter")).Expect(HttpStatusCode.OK);
        Assert.Equal(("1", "Trips", "Before Easter", strategist.Who.Name), (version["number"], version["name"], version["note"], version["publishedBy"]));

        var after = await strategist.LookAsync();
        Assert.Equal("1", after["live.number"]);
        Assert.Null(after["draft"]);
    }

    [Fact]
    public async Task Versions_say_rule_by_rule_what_they_changed()
    {
        var strategist = await Strategist.AtAsync(here);
        await strategist.PublishedAsync(Strategist.Trips());
        var second = Strategist.Trips();
        second["rules"]!.AsArray().Insert(0, JsonNode.Parse("""{ "id": "terms", "name": "Terms", "when": { "fact": "page", "operator": "like", "value": "*/terms" }, "offer": ["help"] }"""));
        second["rules"]![1]!["value"] = 7;
        second["plain"] = new JsonArray("chat", "email");
        await strategist.PublishedAsync(second);
        var third = Strategist.Trips();
        third["rules"]![0]!["value"] = 7;
        third["plain"] = new JsonArray("chat", "email");
        await strategist.PublishedAsync(third);

        var versions = (await strategist.Who.GetAsync($"{strategist.Path}/versions")).Expect(HttpStatusCode.OK).Rows;
        Assert.Equal(["3", "2", "1"], versions.Select(version => version["number"]));
        Assert.Equal("""["Terms"]""", versions[0]["changes.removed"]);
        Assert.Equal(("""["Terms"]""", """["Last step"]""", """["plain"]"""), (versions[1]["changes.added"], versions[1]["changes.changed"], versions[1]["changes.parts"]));
        Assert.Equal("""["Last step","Everybody else"]""", versions[2]["changes.added"]);
    }

    [Fact]
    public async Task Rolling_back_makes_a_new_version_of_the_old_one_and_leaves_the_draft_alone()
    {
        var strategist = await Strategist.AtAsync(here);
        await strategist.PublishedAsync(Strategist.Trips());
        await strategist.PublishedAsync(Strategist.Trips(name: "Trips, bolder"));
        var draft = (await strategist.SaveAsync(Strategist.Trips(name: "Trips, bolder still"))).Expect(HttpStatusCode.OK);

        var restored = (await strategist.RestoreAsync(1, "Too bold")).Expect(HttpStatusCode.OK);
        Assert.Equal(("3", "1", "Trips"), (restored["number"], restored["restores"], restored["name"]));
        Assert.Equal("already-live", (await strategist.RestoreAsync(3)).Expect(HttpStatusCode.Conflict).Problem);

        // Whoever writes the draft has not seen version 3 and says so, or looks first.
        var revision = draft.Number("revision");
        Assert.Equal("published-meanwhile", (await strategist.PublishAsync(revision)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("4", (await strategist.PublishAsync(revision, over: 3)).Expect(HttpStatusCode.OK)["number"]);
    }

    [Fact]
    public async Task Who_never_heard_that_a_draft_was_saved_may_save_it_once_more()
    {
        var strategist = await Strategist.AtAsync(here);
        var saved = (await strategist.SaveAsync(Strategist.Trips())).Expect(HttpStatusCode.OK).Number("revision");
        Assert.Equal(saved, (await strategist.SaveAsync(Strategist.Trips())).Expect(HttpStatusCode.OK).Number("revision"));
        var changed = (await strategist.SaveAsync(Strategist.Trips(name: "Again"), saved)).Expect(HttpStatusCode.OK).Number("revision");
        Assert.Equal(changed, (await strategist.SaveAsync(Strategist.Trips(name: "Again"), saved)).Expect(HttpStatusCode.OK).Number("revision"));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told()
    {
        var strategist = await Strategist.AtAsync(here);
        var first = (await strategist.SaveAsync(Strategist.Trips())).Expect(HttpStatusCode.OK).Number("revision");
        Assert.Equal("draft-changed", (await strategist.SaveAsync(Strategist.Trips(name: "Mine"))).Expect(HttpStatusCode.Conflict).Problem);
        var second = (await strategist.SaveAsync(Strategist.Trips(name: "Again"), first)).Expect(HttpStatusCode.OK).Number("revision");
        Assert.Equal("draft-changed", (await strategist.SaveAsync(Strategist.Trips(), first)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("draft-changed", (await strategist.PublishAsync(first)).Expect(HttpStatusCode.Conflict).Problem);

        var both = await Task.WhenAll(strategist.PublishAsync(second), strategist.PublishAsync(second));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(reply => reply.Status).Order());
        (await strategist.Who.DeleteAsync($"{strategist.Path}/draft")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("draft-changed", (await strategist.SaveAsync(Strategist.Trips(), second)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task A_draft_keeps_its_problems_and_is_not_published_with_them()
    {
        var strategist = await Strategist.AtAsync(here);
        var draft = (await strategist.SaveAsync(Strategist.Trips("""{ "fact": "shoeSize", "operator": "is", "value": 45 }"""))).Expect(HttpStatusCode.OK);
        var problem = JsonNode.Parse(draft["problems"]!)![0]!;
        Assert.Equal(("unknownFact", "rules[0].when.fact", "shoeSize", true), ((string)problem["kind"]!, (string)problem["place"]!, (string)problem["subject"]!, (bool)problem["stops"]!));

        var refused = (await strategist.PublishAsync(draft.Number("revision"))).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("strategy-problems", refused.Problem);
        Assert.NotEmpty(refused.Errors("definition.rules[0].when.fact"));
        Assert.Equal("0", (await strategist.LookAsync())["live.number"]);
    }

    [Fact]
    public async Task The_check_tells_what_will_hardly_have_been_meant()
    {
        var strategist = await Strategist.AtAsync(here);
        var odd = Strategist.Trips("""{ "fact": "visit.vainSearches", "operator": "atLeast", "value": 2 }""");
        odd["rules"]!.AsArray().Insert(1, JsonNode.Parse("""{ "id": "never", "name": "Never", "when": { "all": [ { "fact": "visit.vainSearches", "operator": "above", "value": 3 } ] }, "offer": ["pigeon"] }"""));
        var check = (await strategist.Who.PostAsync($"{strategist.Path}/check", new { definition = odd })).Expect(HttpStatusCode.OK);
        var kinds = JsonNode.Parse(check["problems"]!)!.AsArray().Select(problem => ((string)problem!["kind"]!, (string)problem["place"]!)).ToList();
        Assert.Contains(("neverReached", "rules[1]"), kinds);
        Assert.Contains(("unknownChannel", "rules[1].offer[0]"), kinds);
        Assert.Contains(("factOff", "rules[0].when"), kinds);
    }

    [Fact]
    public async Task An_agent_reads_and_does_not_write()
    {
        var strategist = await Strategist.AtAsync(here);
        var agent = await here.Organisation.NewAgentAsync();
        (await agent.GetAsync(strategist.Path)).Expect(HttpStatusCode.OK);
        (await agent.PutAsync($"{strategist.Path}/draft", new { definition = Strategist.Trips() })).Expect(HttpStatusCode.Forbidden);
        (await agent.PostAsync($"{strategist.Path}/publish", new { revision = 1 })).Expect(HttpStatusCode.Forbidden);
        (await agent.PutAsync($"{strategist.Path}/settings", new { consent = "personal" })).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_was_published_is_there_after_a_restart()
    {
        var strategist = await Strategist.AtAsync(here);
        await strategist.PublishedAsync(Strategist.Trips(name: "Kept"));
        var version = (await strategist.Who.GetAsync($"{strategist.Path}/versions/1")).Expect(HttpStatusCode.OK);
        Assert.Equal("Kept", version["definition.name"]);
        Assert.Equal(HttpStatusCode.NotFound, (await strategist.Who.GetAsync($"{strategist.Path}/versions/7")).Status);
        Assert.Equal("Alle", JsonNode.Parse((await strategist.Who.GetAsync($"{strategist.Path}/versions/0")).Expect(HttpStatusCode.OK)["definition.rules"]!)![0]!["name"]!.GetValue<string>());
    }
}
