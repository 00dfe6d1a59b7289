using System.Net;
using System.Text.Json.Nodes;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Strategy;

[OnOneEngine]
public sealed class HostileStrategyTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    const string Rest = """ "offer": ["chat"] }, { "id": "all", "name": "All", "offer": ["chat"] } ] } """;

    public static TheoryData<string, string> Unreadable { get; } = new()
    {
        { """{ "name": "X", "rulez": [] }""", "definition.rulez" },
        { """{ "name": "X", "rules": [ { "id": "a", "name": "A", "ofer": ["chat"] } ] }""", "definition.rules[0].ofer" },
        { """{ "name": "X", "name": "Y", "rules": [] }""", "definition.name" },
        { """{ "name": 7, "rules": [] }""", "definition.name" },
        { """{ "name": null, "rules": [] }""", "definition.name" },
        { """{ "name": "X", "rules": {} }""", "definition.rules" },
        { """{ "name": "X", "rules": [], "economy": { "marginShare": 1e999 } }""", "definition.economy.marginShare" },
        { """{ "name": "\ud800", "rules": [] }""", "definition.name" },
        { """{ "name": "X", "rules": [ { "when": { "fact": "step", "operator": "is", "value": ["\udc00"] } } ] }""", "definition.rules[0].when.value" },
        { """{ "name": "X", "rules": [ { "when": { "fact": "step", "operator": "is", "value": { "a": 1 } } } ] }""", "definition.rules[0].when.value" },
        { "[]", "definition" },
        { "null", "definition" },
        { "\"trips\"", "definition" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_no_strategy_is_refused_with_its_place(string definition, string place)
    {
        var strategist = await Strategist.AtAsync(here);
        var refused = (await strategist.SendAsync(HttpMethod.Put, "/draft", $$"""{ "definition": {{definition}} }""")).Expect(HttpStatusCode.BadRequest);
        Assert.NotEmpty(refused.Errors(place));
        var checkedOnly = (await strategist.SendAsync(HttpMethod.Post, "/check", $$"""{ "definition": {{definition}} }""")).Expect(HttpStatusCode.OK);
        Assert.Equal("unreadable", (string)JsonNode.Parse(checkedOnly["problems"]!)![0]!["kind"]!);
    }

    [Theory]
    [InlineData("""{ "fact": "nobodyKnows", "operator": "is", "value": 1 }""", "rules[0].when.fact", "unknownFact")]
    [InlineData("""{ "fact": "step", "operator": "above", "value": 1 }""", "rules[0].when.operator", "wrongOperator")]
    [InlineData("""{ "fact": "basket.value", "operator": "above", "value": 1e999 }""", "rules[0].when.value", "wrongValue")]
    [InlineData("""{ "group": "a" }""", "rules[0].when.group", "unknownGroup")]
    [InlineData("""{}""", "rules[0].when", "oneFormNeeded")]
    [InlineData("""{ "any": [] }""", "rules[0].when.any", "missing")]
    public async Task What_can_be_read_and_not_used_is_kept_with_its_place(string when, string place, string kind)
    {
        var strategist = await Strategist.AtAsync(here);
        var draft = (await strategist.SendAsync(HttpMethod.Put, "/draft", $$"""{ "definition": { "name": "X", "rules": [ { "id": "a", "name": "A", "when": {{when}}, {{Rest}} }""")).Expect(HttpStatusCode.OK);
        Assert.Contains(JsonNode.Parse(draft["problems"]!)!.AsArray(), problem => (string)problem!["place"]! == place && (string)problem["kind"]! == kind);
        (await strategist.LookAsync()).Expect(HttpStatusCode.OK);
        (await strategist.PublishAsync(draft.Number("revision"))).Expect(HttpStatusCode.UnprocessableEntity);
        (await strategist.SendAsync(HttpMethod.Post, "/try", $$"""{ "definition": { "name": "X", "rules": [ { "id": "a", "name": "A", "when": {{when}}, {{Rest}} }""")).Expect(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Groups_in_a_circle_are_told()
    {
        var strategist = await Strategist.AtAsync(here);
        var circle = Strategist.Trips("""{ "group": "a" }""");
        circle["groups"] = JsonNode.Parse("""{ "a": { "group": "b" }, "b": { "not": { "group": "a" } } }""");
        var draft = (await strategist.SaveAsync(circle)).Expect(HttpStatusCode.OK);
        Assert.Contains("cyclicGroups", draft["problems"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_and_too_deep_is_refused_and_never_breaks_anything()
    {
        var strategist = await Strategist.AtAsync(here);
        var large = $$"""{ "definition": { "name": "{{new string('x', 1_000_000)}}" } }""";
        (await strategist.SendAsync(HttpMethod.Put, "/draft", large)).Expect(HttpStatusCode.RequestEntityTooLarge);

        var many = string.Join(',', Enumerable.Repeat("{}", 60_000));
        Assert.NotEmpty((await strategist.SendAsync(HttpMethod.Put, "/draft", $$"""{ "definition": { "name": "X", "rules": [ {{many}} ] } }""")).Expect(HttpStatusCode.BadRequest).Errors("definition"));

        var deep = string.Concat(Enumerable.Repeat("""{ "not": """, 5_000)) + "{}" + new string('}', 5_000);
        (await strategist.SendAsync(HttpMethod.Post, "/check", $$"""{ "definition": { "name": "X", "rules": [ { "id": "a", "name": "A", "when": {{deep}}, {{Rest}} }""")).Expect(HttpStatusCode.BadRequest);

        var steps = string.Concat(Enumerable.Repeat("""{ "not": """, 40)) + """{ "fact": "step", "operator": "isKnown" }""" + new string('}', 40);
        var check = (await strategist.SendAsync(HttpMethod.Post, "/check", $$"""{ "definition": { "name": "X", "rules": [ { "id": "a", "name": "A", "when": {{steps}}, {{Rest}} }""")).Expect(HttpStatusCode.OK);
        Assert.Contains("tooLarge", check["problems"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_no_line_holds_is_kept_in_a_draft_and_stops_there()
    {
        var strategist = await Strategist.AtAsync(here);
        var draft = (await strategist.SaveAsync(Strategist.Trips(name: "\\u0000\\n"))).Expect(HttpStatusCode.OK);
        (await strategist.PublishAsync(draft.Number("revision"))).Expect(HttpStatusCode.UnprocessableEntity);
        (await strategist.PublishAsync(draft.Number("revision"), "\u0000")).Expect(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{ "facts": { "basket": { "value": 1e308 } } }""")]
    [InlineData("""{ "facts": { "basket.value": -5, "signals": ["dancing"], "page": 7, "nobody": {} } }""")]
    [InlineData("""{ "facts": [] }""")]
    [InlineData("""{ "facts": { "page": "\ud800" } }""")]
    public async Task Absurd_facts_are_told_and_tried_without_them(string trial)
    {
        var strategist = await Strategist.AtAsync(here);
        var tried = (await strategist.SendAsync(HttpMethod.Post, "/try", trial)).Expect(HttpStatusCode.OK);
        Assert.NotEqual("[]", tried["faults"]);
        Assert.NotEqual("[]", tried["decision.entries"]);
    }

    [Theory]
    [InlineData("""{ "memory": 7 }""", "memory")]
    [InlineData("""{ "memory": { "pageView": "a", "shown": null, "withheld": [] } }""", "memory")]
    [InlineData("""{ "memory": { "pageView": "a", "shown": [], "withheld": [ { "channel": "chat", "since": 99999999999999999, "forPrice": true } ] } }""", "memory")]
    [InlineData("""{ "at": "9999-12-31T23:59:59Z" }""", "at")]
    [InlineData("""{ "live": [ null ] }""", "live[0].channel")]
    [InlineData("""{ "live": [ { "channel": "chat", "waitSeconds": -1 } ] }""", "live[0].waitSeconds")]
    [InlineData("""{ "live": [ { "channel": "chat", "price": 1e300 } ] }""", "live[0].price")]
    [InlineData("""{ "definition": { "rulez": 1 } }""", "definition.rulez")]
    public async Task A_trial_that_makes_no_sense_is_refused_with_its_place(string trial, string place)
    {
        var strategist = await Strategist.AtAsync(here);
        Assert.NotEmpty((await strategist.SendAsync(HttpMethod.Post, "/try", trial)).Expect(HttpStatusCode.BadRequest).Errors(place));
    }
}
