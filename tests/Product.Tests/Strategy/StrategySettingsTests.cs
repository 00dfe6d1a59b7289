using System.Net;
using System.Text.Json.Nodes;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Strategy;

public sealed class StrategySettingsTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static readonly object _membership = new { key = "own.membership", kind = "text", privacy = "none", choices = (string[])["gold", "silver"] };

    [Fact]
    public async Task A_sites_own_fact_is_in_the_catalogue_and_rules_can_ask_for_it()
    {
        var strategist = await Strategist.AtAsync(here);
        (await strategist.ChangeSettingsAsync(new { ownFacts = (object[])[_membership] })).Expect(HttpStatusCode.OK);
        var facts = (await strategist.Who.GetAsync($"/strategies/facts?site={strategist.Site}")).Expect(HttpStatusCode.OK).Rows;
        var own = facts.Single(fact => fact["own"] == "true");
        Assert.Equal(("own.membership", "page", """["gold","silver"]"""), (own["key"], own["source"], own["choices"]));
        Assert.Contains("isOneOf", own["operators"], StringComparison.Ordinal);
        Assert.Equal(("number", "money"), facts.Where(fact => fact["key"] == "basket.value").Select(fact => (fact["kind"], fact["unit"])).Single());

        await strategist.PublishedAsync(Strategist.Trips("""{ "fact": "own.membership", "operator": "is", "value": "gold" }"""));
        var tried = (await strategist.TryAsync(new { facts = new { own = new { membership = "gold" } } })).Expect(HttpStatusCode.OK);
        Assert.Equal("last-step", tried["decision.rule"]);

        // While the live strategy asks for it, it stays.
        var refused = (await strategist.ChangeSettingsAsync(new { version = 1 })).Expect(HttpStatusCode.Conflict);
        Assert.Equal("in-use", refused.Problem);
        Assert.NotEmpty(refused.Errors("ownFacts"));
        await strategist.PublishedAsync(Strategist.Trips());
        (await strategist.ChangeSettingsAsync(new { version = 1 })).Expect(HttpStatusCode.OK);

        // What asked for it then can be tried as it was, and can't be brought back.
        (await strategist.TryAsync(new { version = 1 })).Expect(HttpStatusCode.OK);
        Assert.NotEmpty((await strategist.RestoreAsync(1)).Expect(HttpStatusCode.UnprocessableEntity).Errors("definition.rules[0].when.fact"));
    }

    [Fact]
    public async Task What_is_switched_off_or_not_agreed_to_is_not_known()
    {
        var strategist = await Strategist.AtAsync(here);
        await strategist.PublishedAsync(Strategist.Trips("""{ "any": [ { "fact": "signals", "operator": "has", "value": "formError" }, { "fact": "step", "operator": "is", "value": "payment" } ] }"""));
        var hesitant = new { facts = new { signals = (string[])["formError"] } };
        var without = (await strategist.TryAsync(hesitant)).Expect(HttpStatusCode.OK);
        Assert.Equal(("everybody", """["signals"]"""), (without["decision.rule"], without["notUsed"]));

        (await strategist.ChangeSettingsAsync(new { consent = "journey", switchedOff = (string[])["step"] })).Expect(HttpStatusCode.OK);
        Assert.Equal("last-step", (await strategist.TryAsync(hesitant)).Expect(HttpStatusCode.OK)["decision.rule"]);
        var step = (await strategist.TryAsync(new { facts = new { step = "payment" } })).Expect(HttpStatusCode.OK);
        Assert.Equal(("everybody", """["step"]"""), (step["decision.rule"], step["notUsed"]));
    }

    [Fact]
    public async Task Settings_that_somebody_else_has_changed_are_not_written_over()
    {
        var strategist = await Strategist.AtAsync(here);
        Assert.Equal("1", (await strategist.ChangeSettingsAsync(new { consent = "journey" })).Expect(HttpStatusCode.OK)["version"]);
        Assert.Equal("changed-meanwhile", (await strategist.ChangeSettingsAsync(new { consent = "personal" })).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("journey", (await strategist.SettingsAsync())["consent"]);
    }

    [Fact]
    public async Task An_invitation_speaks_the_visitors_language_in_the_sites_words_where_it_has_some()
    {
        var strategist = await Strategist.AtAsync(here);
        var inviting = Strategist.Trips();
        inviting["rules"]![0]!["invite"] = JsonNode.Parse("""{ "on": ["formError"], "text": "checkout", "afterSeconds": 30, "afterSecondsReturning": 30 }""");
        await strategist.PublishedAsync(inviting);
        (await strategist.ChangeSettingsAsync(new
        {
            consent = "journey",
            invitations = new { checkout = new { da = new { title = "Sidste trin", body = "Skal vi gøre det sammen?", button = "Ja" } } },
        })).Expect(HttpStatusCode.OK);
        var stuck = new { facts = new { step = "payment", signals = (string[])["formError"], visit = new { seconds = 200 } }, live = (object[])[new { channel = "chat", open = true, staffed = true, waitSeconds = 0 }] };
        var danish = (await strategist.Who.PostAsync($"{strategist.Path}/try?language=da-DK", stuck)).Expect(HttpStatusCode.OK);
        Assert.Equal(("invites", "Sidste trin", "Ja"), (danish["decision.invitation.standing"], danish["invitation.title"], danish["invitation.button"]));
        var polish = (await strategist.Who.PostAsync($"{strategist.Path}/try?language=pl", stuck)).Expect(HttpStatusCode.OK);
        Assert.Equal("Potrzebujesz pomocy?", polish["invitation.title"]);
    }

    [Theory]
    [InlineData("""{ "switchedOff": ["shoeSize"] }""", "switchedOff[0]")]
    [InlineData("""{ "ownFacts": [ { "key": "membership" } ] }""", "ownFacts[0].key")]
    [InlineData("""{ "ownFacts": [ { "key": "own.a" }, { "key": "own.a" } ] }""", "ownFacts[1].key")]
    [InlineData("""{ "ownFacts": [ { "key": "own.a", "kind": "number", "choices": ["x"] } ] }""", "ownFacts[0].choices")]
    [InlineData("""{ "ownFacts": [ null ] }""", "ownFacts[0]")]
    [InlineData("""{ "invitations": { "checkout": { "da": { "title": "", "body": "B", "button": "C" } } } }""", "invitations.checkout.da.title")]
    [InlineData("""{ "invitations": { "checkout": { "danish!": { "title": "A", "body": "B", "button": "C" } } } }""", "invitations.checkout.danish!")]
    [InlineData("""{ "invitations": { "a b": {} } }""", "invitations")]
    public async Task Settings_that_make_no_sense_are_refused_with_their_place(string settings, string place)
    {
        var strategist = await Strategist.AtAsync(here);
        Assert.NotEmpty((await strategist.SendAsync(HttpMethod.Put, "/settings", settings)).Expect(HttpStatusCode.BadRequest).Errors(place));
    }

    [Fact]
    public async Task There_is_space_for_so_many_facts_of_ones_own()
    {
        var strategist = await Strategist.AtAsync(here);
        var free = 64 - (await strategist.Who.GetAsync("/strategies/facts")).Expect(HttpStatusCode.OK).Rows.Length;
        var many = Enumerable.Range(0, free + 1).Select(i => new { key = $"own.f{i}" }).ToArray();
        Assert.NotEmpty((await strategist.ChangeSettingsAsync(new { ownFacts = many })).Expect(HttpStatusCode.BadRequest).Errors("ownFacts"));
        (await strategist.ChangeSettingsAsync(new { ownFacts = many[..free] })).Expect(HttpStatusCode.OK);
        Assert.Equal(64, (await strategist.Who.GetAsync($"/strategies/facts?site={strategist.Site}")).Rows.Length);
    }

    [Fact]
    public async Task Strategies_to_start_from_can_be_published_as_they_are()
    {
        var strategist = await Strategist.AtAsync(here);
        foreach (var starter in (await strategist.Who.GetAsync("/strategies/starters?language=da")).Expect(HttpStatusCode.OK).Rows)
        {
            Assert.NotEmpty(starter["about"]!);
            await strategist.PublishedAsync(JsonNode.Parse(starter["definition"]!)!);
        }

        Assert.Equal("4", (await strategist.LookAsync())["live.number"]);
    }
}
