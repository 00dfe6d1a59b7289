using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Experiments;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Strategy;

public sealed class SimulationTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    static readonly object _nothing = new();

    public async ValueTask InitializeAsync() => await here.Organisation.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Two_versions_are_tried_on_the_same_recorded_visitors_and_the_result_is_kept()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Offering("chat", "email"), Experimenter.Offering("email"));
        var (who, site) = (experimenter.Strategist.Who, experimenter.Strategist.Site);
        for (var visitor = 0; visitor < 3; visitor++)
        {
            var comes = experimenter.NewVisitor();
            var menu = (await comes.MenuAsync()).Expect(HttpStatusCode.OK);
            (await comes.StartAsync("Hej", menu: menu["menu.id"], channel: "email", address: "bo@example.com")).Expect(HttpStatusCode.Created);
            // Decisions are kept a moment after they are made.
            await Asking.UntilAsync(() => who.GetAsync($"/conversations/{comes.Conversation}/decision"), kept => kept.Status == HttpStatusCode.OK);
        }

        var today = Planning.Planner.Text(Planning.Planner.Today);
        var recorded = (await who.GetAsync($"/sites/{site}/simulations/recorded?from={today}&days=1")).Expect(HttpStatusCode.OK);
        var channel = new Reply(default, Assert.Single(recorded.Body.GetProperty("channels").EnumerateArray()));
        Assert.Equal(("3", "email", "3", "0"), (recorded["visits"], channel["channel"], channel["asked"], channel["direct"]));
        var asked = (await who.PostAsync($"/sites/{site}/simulations", new { from = today, days = 1, one = 1, other = 2, runs = 3 })).Expect(HttpStatusCode.Created);
        var done = await UntilAsync(who, site, asked["id"]!);
        Assert.Equal("done", done["state"]);
        Assert.Equal("1", done["progress"]);
        Assert.NotEmpty(done.Body.GetProperty("result").GetProperty("house").EnumerateArray());
        Assert.All((await who.GetAsync($"/sites/{site}/simulations")).Rows, run => Assert.True(run["result"] is null or "null"));
        Assert.DoesNotContain("NaN", done.Body.GetRawText(), StringComparison.Ordinal);
        var again = await UntilAsync(who, site, (await who.PostAsync($"/sites/{site}/simulations", new { from = today, days = 1, one = 1, other = 2, runs = 3 })).Expect(HttpStatusCode.Created)["id"]!);
        Assert.Equal(done.Body.GetProperty("result").GetProperty("channels").GetRawText(), again.Body.GetProperty("result").GetProperty("channels").GetRawText());
        (await who.DeleteAsync($"/sites/{site}/simulations/{asked["id"]}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await who.GetAsync($"/sites/{site}/simulations/{asked["id"]}")).Status);
    }

    [Fact]
    public async Task Without_anybody_recorded_it_says_so_and_without_a_draft_it_is_refused()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Offering("email"), Experimenter.Offering("chat"));
        var (who, site) = (experimenter.Strategist.Who, experimenter.Strategist.Site);
        Assert.Equal(HttpStatusCode.BadRequest, (await who.PostAsync($"/sites/{site}/simulations", _nothing)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await who.PostAsync($"/sites/{site}/simulations", new { other = 1, days = 40 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await who.PostAsync($"/sites/{site}/simulations", new { other = 1, days = 9_999_999 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await who.PostAsync($"/sites/{site}/simulations", new { other = 1, days = 2, from = Planning.Planner.Text(Planning.Planner.Today) })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await who.PostAsync($"/sites/{site}/simulations", new { other = 1, days = 1, from = Planning.Planner.Text(Planning.Planner.Today.AddDays(-30)) })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await who.PostAsync($"/sites/{site}/simulations", new { other = 1, days = 1, from = "9999-12-31", traffic = "expected" })).Status);
        var asked = (await who.PostAsync($"/sites/{site}/simulations", new { other = 1 })).Expect(HttpStatusCode.Created);
        var failed = await UntilAsync(who, site, asked["id"]!);
        Assert.Equal("failed", failed["state"]);
        Assert.NotNull(failed["reason"]);
        Assert.Equal(HttpStatusCode.OK, (await who.PostAsync($"/sites/{site}/simulations/{asked["id"]}/stop", _nothing)).Status);
    }

    [Fact]
    public async Task As_many_as_are_expected_come_like_those_of_late_their_cost_is_that_of_the_strategy_and_whoever_looks_on_is_told()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Costing("chat", "email"), Costing("email"));
        var (who, site) = (experimenter.Strategist.Who, experimenter.Strategist.Site);
        var tomorrow = new { traffic = "expected", days = 1, one = 1, other = 2, runs = 2 };
        var nobody = await UntilAsync(who, site, (await who.PostAsync($"/sites/{site}/simulations", tomorrow)).Expect(HttpStatusCode.Created)["id"]!);
        Assert.Equal("failed", nobody["state"]);

        var comes = experimenter.NewVisitor();
        var menu = (await comes.MenuAsync()).Expect(HttpStatusCode.OK);
        (await comes.StartAsync("Hej", menu: menu["menu.id"], channel: "email", address: "bo@example.com")).Expect(HttpStatusCode.Created);
        await Asking.UntilAsync(() => who.GetAsync($"/conversations/{comes.Conversation}/decision"), kept => kept.Status == HttpStatusCode.OK);
        var line = (await here.Organisation.Administrator.GetAsync("/entry-points")).Rows.First(entry => entry["site"] == site && entry["channel"] == "email");
        (await who.PostAsync("/planning/history", new { site, queue = line["queue"], channel = "email", csv = Planning.Planner.Csv(35) })).Expect(HttpStatusCode.OK);

        await using var news = await who.ListenAsync();
        var asked = (await who.PostAsync($"/sites/{site}/simulations", tomorrow)).Expect(HttpStatusCode.Created);
        Reply run;
        do
        {
            await news.NextAsync("settings", change => change["what"] == "simulations");
            run = (await who.GetAsync($"/sites/{site}/simulations/{asked["id"]}")).Expect(HttpStatusCode.OK);
        }
        while (run["state"] == "running");

        Assert.Equal(("done", "expected", Planning.Planner.Text(Planning.Planner.Today.AddDays(1))), (run["state"], run["traffic"], run["from"]));
        // Some four in each half hour from eight to eight.
        Assert.InRange(run.Number("result.visitors"), 40, 200);
        var cost = new Reply(default, run.Body.GetProperty("result").GetProperty("house").EnumerateArray().First(figure => figure.GetProperty("key").GetString() == "cost"));
        Assert.True(double.Parse(cost["other.value"]!, CultureInfo.InvariantCulture) > 0, run.Body.GetRawText());
    }

    static JsonObject Costing(params string[] channels)
    {
        var costing = Experimenter.Offering(channels);
        costing["economy"] = JsonNode.Parse("""{ "marginShare": 0.1, "uplift": 0.02, "costs": { "email": 14, "chat": 10 } }""");
        return costing;
    }

    // It is worked out in the background: until it is no longer under way.
    static Task<Reply> UntilAsync(AgentClient who, string site, string id) =>
        Asking.UntilAsync(async () => (await who.GetAsync($"/sites/{site}/simulations/{id}")).Expect(HttpStatusCode.OK), run => run["state"] != "running");
}
