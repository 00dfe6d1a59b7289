using System.Net;
using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Experiments;

public sealed class ExperimentTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    const int Many = 120;

    [Fact]
    public async Task A_visitor_stays_in_an_arm_over_pages_and_a_restart_and_counts_once()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var experimenter = await Experimenter.AtAsync(alone.Organisation, Experimenter.Offering("email"), Experimenter.Offering("callback", "email"));
        var id = await experimenter.RunningAsync(Experimenter.Versions(), alone.Kanal.Storage);
        var visitors = await experimenter.NewVisitorsAsync(40);
        var first = await Task.WhenAll(visitors.Select(Experimenter.ComeAsync));
        Assert.Equal(["callback", "email"], first.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(first, await Task.WhenAll(visitors.Select(Experimenter.ComeAsync)));
        await experimenter.UntilAsync(id, its => Experimenter.Visitors(its) == 40);

        await alone.Kanal.RestartAsync();
        Assert.Equal(first, await Task.WhenAll(visitors.Select(Experimenter.ComeAsync)));
        await Experimenter.ComeAsync(experimenter.NewVisitor());
        var counted = await experimenter.UntilAsync(id, its => Experimenter.Visitors(its) > 40);
        Assert.Equal(41, Experimenter.Visitors(counted));
        Assert.InRange(Experimenter.Arms(counted)[0].Number("visitors"), first.Count(channel => channel == "callback"), first.Count(channel => channel == "callback") + 1);
    }

    [Fact]
    public async Task What_visitors_order_and_write_counts_once_in_the_arm_they_were_met_in()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Half());
        var early = experimenter.NewVisitor();
        await Experimenter.ComeAsync(early);
        await experimenter.OrderAsync(early, "before", 1_000_000);
        var id = await experimenter.RunningAsync(Experimenter.Holdout());
        var visitors = await ComeAsync(experimenter, Many);
        var (treated, held) = (visitors.Where(visitor => !Experimenter.IsHeldOut(visitor)).ToList(), visitors.Where(visitor => Experimenter.IsHeldOut(visitor)).ToList());
        await Task.WhenAll(treated.SkipLast(5).Select((visitor, i) => experimenter.OrderAsync(visitor, $"T-{i}", 1000)));
        await Task.WhenAll(held.Take(6).Select((visitor, i) => experimenter.OrderAsync(visitor, $"H-{i}", 500)));
        await experimenter.OrderAsync(treated[0], "T-0", 1000);
        await experimenter.OrderAsync(treated[0], "another one", 100);
        await Experimenter.WriteAsync(treated[0]);
        var stands = await experimenter.UntilAsync(id, its => Experimenter.Visitors(its) == Many);
        var arms = Experimenter.Arms(stands);
        Assert.Equal(
            ($"{treated.Count}", $"{treated.Count - 5}", 1000.0 * (treated.Count - 5) + 100, "1", "14", "false"),
            (arms[0]["visitors"], arms[0]["orders"], double.Parse(arms[0]["revenue"]!, System.Globalization.CultureInfo.InvariantCulture), arms[0]["contacts"], arms[0]["cost"], arms[0]["control"]));
        Assert.Equal(($"{held.Count}", "6", "3000", "0", "300", "true"), (arms[1]["visitors"], arms[1]["orders"], arms[1]["revenue"], arms[1]["contacts"], arms[1]["net"], arms[1]["control"]));
        Assert.Equal(("better", "DKK", null), (stands["reading.verdict"], stands["reading.currency"], stands["reading.weeksToGo"]));
        var interval = stands.Body.GetProperty("reading").GetProperty("interval").EnumerateArray().Select(end => end.GetDouble()).ToList();
        Assert.InRange(stands.Body.GetProperty("reading").GetProperty("difference").GetDouble(), interval[0], interval[1]);
        Assert.True(interval[0] > 0);
        var net = stands.Body.GetProperty("reading").GetProperty("net");
        Assert.InRange(net.GetProperty("interval")[0].GetDouble(), double.Epsilon, net.GetProperty("difference").GetDouble());

        // What it showed stays when it is over, and who took part is forgotten.
        var stopped = (await experimenter.StopAsync(id, "It is.")).Expect(HttpStatusCode.OK);
        await experimenter.OrderAsync(held[^1], "too late", 1);
        Assert.Equal(("stopped", "asked", "It is.", "6"), (stopped["state"], stopped["stopReason"], stopped["note"], Experimenter.Arms((await experimenter.ReadAsync(id)).Expect(HttpStatusCode.OK))[1]["orders"]));
        Assert.Equal(0, await here.Database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from experiment_visitors where experiment_id = @id", new { id = Centre.Storage.Id.Parse(id, null) }), CancellationToken.None));
        Assert.Equal("experiment-not-running", (await experimenter.StopAsync(id)).Problem);
    }

    [Fact]
    public async Task An_experiment_without_orders_says_no_evidence_and_no_number()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Half());
        var id = await experimenter.RunningAsync(Experimenter.Holdout());
        var nobody = (await experimenter.ReadAsync(id)).Expect(HttpStatusCode.OK);
        await ComeAsync(experimenter, 20);
        foreach (var stands in new[] { nobody, await experimenter.UntilAsync(id, its => Experimenter.Visitors(its) == 20) })
        {
            Assert.Equal("noEvidence", stands["reading.verdict"]);
            Assert.All(["difference", "interval", "p", "weeksToGo", "net.difference", "net.interval"], member => Assert.Null(stands[$"reading.{member}"]));
            Assert.All(Experimenter.Arms(stands), arm => Assert.Null(arm["ordersPerVisitor"] ?? arm["netPerVisitor"]));
        }
    }

    [Fact]
    public async Task Shares_that_are_not_as_planned_stop_it()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Half());
        var visitors = await ComeAsync(experimenter, Many);
        var id = await experimenter.RunningAsync(Experimenter.Holdout());
        await Task.WhenAll(visitors.Where(visitor => Experimenter.IsHeldOut(visitor)).Select(Experimenter.ComeAsync));
        var stopped = await experimenter.UntilAsync(id, its => its["state"] == "stopped");
        Assert.Equal(("shareMismatch", "shareMismatch", "true"), (stopped["stopReason"], stopped["reading.verdict"], stopped["reading.shares.mismatch"]));
        Assert.Null(stopped["stoppedBy"]);
    }

    [Fact]
    public async Task Where_nothing_can_be_said_yet_there_is_an_interval_and_no_difference()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Half());
        var id = await experimenter.RunningAsync(Experimenter.Holdout());
        var visitors = await ComeAsync(experimenter, 40);
        await Task.WhenAll(visitors.Take(20).Select((visitor, i) => experimenter.OrderAsync(visitor, $"S-{i}", Experimenter.IsHeldOut(visitor) ? 500 : 800)));
        var stands = await experimenter.UntilAsync(id, its => Experimenter.Visitors(its) == 40);
        Assert.Equal(("tooEarly", null, null, null), (stands["reading.verdict"], stands["reading.difference"], stands["reading.p"], stands["reading.net.difference"]));
        foreach (var of in new[] { stands.Body.GetProperty("reading"), stands.Body.GetProperty("reading").GetProperty("net") })
        {
            Assert.InRange(0, of.GetProperty("interval")[0].GetDouble(), of.GetProperty("interval")[1].GetDouble());
        }
    }

    [Fact]
    public async Task With_shares_that_are_not_as_planned_no_interval_is_shown()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Half());
        var later = await ComeAsync(experimenter, Many);
        var id = await experimenter.RunningAsync(Experimenter.Holdout());
        var visitors = await ComeAsync(experimenter, 40);
        await Task.WhenAll(visitors.Take(20).Select((visitor, i) => experimenter.OrderAsync(visitor, $"M-{i}", 1000)));
        await Task.WhenAll(later.Where(visitor => Experimenter.IsHeldOut(visitor)).Select(Experimenter.ComeAsync));
        var stopped = await experimenter.UntilAsync(id, its => its["state"] == "stopped");
        Assert.Equal(["10", "10"], Experimenter.Arms(stopped).Select(arm => arm["orders"]));
        Assert.All(["difference", "interval", "p", "net.difference", "net.interval"], member => Assert.Null(stopped[$"reading.{member}"]));
    }

    [Fact]
    public async Task A_strategy_that_holds_out_others_ends_what_was_begun()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Half());
        var id = await experimenter.RunningAsync(Experimenter.Holdout());
        await experimenter.Strategist.PublishedAsync(Experimenter.Offering("email"));
        await Experimenter.ComeAsync(experimenter.NewVisitor());
        var stands = (await experimenter.ReadAsync(id)).Expect(HttpStatusCode.OK);
        Assert.Equal(("stopped", "holdoutChanged", 0L), (stands["state"], stands["stopReason"], Experimenter.Visitors(stands)));
    }

    [Fact]
    public async Task Programs_and_those_who_do_not_agree_are_not_met()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Half());
        var id = await experimenter.RunningAsync(Experimenter.Holdout());
        var shy = experimenter.NewVisitor();
        var key = (await experimenter.Strategist.Who.GetAsync($"/sites/{experimenter.Strategist.Site}"))["key"];
        (await shy.PostAsync($"/sites/{key}/menu", new { consent = "none" })).Expect(HttpStatusCode.OK);
        using var crawler = new HttpRequestMessage(HttpMethod.Post, $"/public/v1/sites/{key}/menu") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        crawler.Headers.UserAgent.ParseAdd("Googlebot/2.1");
        using var crawled = await here.Organisation.Http.SendAsync(crawler);
        Assert.Equal(HttpStatusCode.OK, crawled.StatusCode);
        await Experimenter.ComeAsync(experimenter.NewVisitor());
        Assert.Equal(1, Experimenter.Visitors(await experimenter.UntilAsync(id, its => Experimenter.Visitors(its) > 0)));
    }

    [Fact]
    public async Task One_runs_at_a_time_and_only_where_visitors_agree()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation, Experimenter.Offering("email"));
        await experimenter.AgreeAsync("none");
        var first = (await experimenter.CreateAsync(Experimenter.Versions(tried: 0))).Expect(HttpStatusCode.Created)["id"]!;
        Assert.Equal("consent-needed", (await experimenter.StartAsync(first)).Problem);
        await experimenter.AgreeAsync("journey");
        var held = (await experimenter.CreateAsync(Experimenter.Holdout())).Expect(HttpStatusCode.Created)["id"]!;
        Assert.Equal("no-holdout", (await experimenter.StartAsync(held)).Problem);
        var missing = (await experimenter.CreateAsync(Experimenter.Versions(tried: 99))).Expect(HttpStatusCode.Created)["id"]!;
        Assert.Single((await experimenter.StartAsync(missing)).Errors("arms[0].version"));
        (await experimenter.StartAsync(first)).Expect(HttpStatusCode.OK);
        Assert.Equal("experiment-started", (await experimenter.StartAsync(first)).Problem);
        var second = (await experimenter.CreateAsync(Experimenter.Versions(tried: 0))).Expect(HttpStatusCode.Created)["id"]!;
        Assert.Equal("experiment-running", (await experimenter.StartAsync(second)).Problem);
        Assert.Equal("experiment-started", (await experimenter.DeleteAsync(first)).Problem);
        (await experimenter.DeleteAsync(second)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await experimenter.ReadAsync(second)).Status);
    }

    [Fact]
    public async Task A_plan_that_can_show_nothing_is_refused_with_its_place()
    {
        var experimenter = await Experimenter.AtAsync(here.Organisation);
        foreach (var (place, plan) in new (string, string)[]
        {
            ("expected", """ "kind": "holdout", "expected": 0 """), ("expected", """ "kind": "holdout", "expected": 1e308 """),
            ("alpha", """ "kind": "holdout", "expected": 0.01, "alpha": 0 """), ("expectedNet", """ "kind": "holdout", "expected": 0.01, "expectedNet": 1e300 """),
            ("arms", """ "kind": "versions", "expected": 0.01 """), ("arms", """ "kind": "holdout", "expected": 0.01, "arms": [{ "name": "a", "share": 1 }] """),
            ("arms[1].version", """ "kind": "versions", "expected": 0.01, "arms": [{ "name": "a", "share": 1, "version": 1 }, { "name": "b", "share": 1, "version": 1 }] """),
            ("arms[1].share", """ "kind": "versions", "expected": 0.01, "arms": [{ "name": "a", "share": 1, "version": 1 }, { "name": "b", "share": 0, "version": 2 }] """),
            ("arms[0].share", """ "kind": "versions", "expected": 0.01, "arms": [{ "name": "a", "share": 1e308, "version": 1 }, { "name": "b", "share": 1e308, "version": 2 }] """),
            ("arms[1].name", """ "kind": "versions", "expected": 0.01, "arms": [{ "name": "a", "share": 1, "version": 1 }, { "name": "a", "share": 1, "version": 2 }] """),
        })
        {
            var refused = await experimenter.CreateAsync(JsonDocument.Parse($"{{ \"name\": \"x\", {plan} }}").RootElement);
            Assert.True(refused.Status == HttpStatusCode.BadRequest && refused.Errors(place).Length > 0, $"{plan} was answered with {refused.Status}: {refused.Body}");
        }

        var agent = await here.Organisation.NewAgentAsync();
        (await agent.GetAsync($"/sites/{experimenter.Strategist.Site}/experiments")).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PostAsync($"/sites/{experimenter.Strategist.Site}/experiments", Experimenter.Holdout())).Status);
    }

    static async Task<VisitorClient[]> ComeAsync(Experimenter experimenter, int count)
    {
        var visitors = await experimenter.NewVisitorsAsync(count);
        await Task.WhenAll(visitors.Select(Experimenter.ComeAsync));
        return visitors;
    }
}
