using System.Net;
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
        var asked = (await who.PostAsync($"/sites/{site}/simulations", new { from = today, days = 1, one = 1, other = 2, runs = 3 })).Expect(HttpStatusCode.Created);
        var done = await UntilAsync(who, site, asked["id"]!);
        Assert.Equal("done", done["state"]);
        Assert.Equal("1", done["progress"]);
        Assert.NotEmpty(done.Body.GetProperty("result").GetProperty("house").EnumerateArray());
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
        var asked = (await who.PostAsync($"/sites/{site}/simulations", new { other = 1 })).Expect(HttpStatusCode.Created);
        var failed = await UntilAsync(who, site, asked["id"]!);
        Assert.Equal("failed", failed["state"]);
        Assert.NotNull(failed["reason"]);
        Assert.Equal(HttpStatusCode.OK, (await who.PostAsync($"/sites/{site}/simulations/{asked["id"]}/stop", _nothing)).Status);
    }

    // It is worked out in the background: until it is no longer under way.
    static Task<Reply> UntilAsync(AgentClient who, string site, string id) =>
        Asking.UntilAsync(async () => (await who.GetAsync($"/sites/{site}/simulations/{id}")).Expect(HttpStatusCode.OK), run => run["state"] != "running");
}
