using System.Net;
using Kanal.Centre.Live;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Waits;

/// <summary>What was promised is held against us.</summary>
public sealed class PromiseTests
{
    [Fact]
    public async Task A_promise_that_was_kept_counts_as_kept_and_the_hit_rate_appears()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (agent, _) = await WaitTests.BusyAgentAsync(alone.Organisation);
        var visitor = await WaitingAsync(alone);
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        var promise = await OutcomeAsync(alone, visitor, "kept");
        Assert.Equal(("expected", "chat"), (promise["kind"], promise["channel"]));
        var queue = await Asking.UntilAsync(async () => (await alone.Organisation.Administrator.GetAsync("/queues")).Rows[0], it => it["outcomes"] == "1");
        Assert.Equal(("1", "false"), (queue["hitRate"], queue["trusted"]));
        // Where the site has been known for a while, its line of calls is told of too.
        Assert.Contains("chat", queue.Body.GetProperty("waits").EnumerateArray().Select(line => line.GetProperty("channel").GetString()));
    }

    [Fact]
    public async Task Whoever_leaves_in_time_proves_nothing_and_whoever_leaves_late_was_let_down()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        await WaitTests.BusyAgentAsync(alone.Organisation);
        var soon = await WaitingAsync(alone);
        var late = await WaitingAsync(alone);
        await soon.EndAsync();
        await OutcomeAsync(alone, soon, "left");
        await using var stream = await late.ListenAsync();
        clock.Advance(TimeSpan.FromMinutes(31));
        await stream.NextAsync("queue", it => it["late"] == "true");
        await late.EndAsync();
        Assert.True((await OutcomeAsync(alone, late, "late")).Number("waitedSeconds") >= 31 * 60);
        var queue = await Asking.UntilAsync(async () => (await alone.Organisation.Administrator.GetAsync("/queues")).Rows[0], it => it["outcomes"] == "1");
        Assert.Equal("0", queue["hitRate"]);
    }

    [Fact]
    public async Task A_promise_that_runs_out_in_the_moment_in_which_others_are_told_is_late_for_its_visitor_too()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        await WaitTests.BusyAgentAsync(alone.Organisation);
        var visitor = await WaitingAsync(alone);
        var promise = await OutcomeAsync(alone, visitor, "open");
        var due = DateTimeOffset.Parse(promise["madeAt"]!, null).AddSeconds(promise.Number("highSeconds"));
        await using var stream = await visitor.ListenAsync();
        clock.Advance(due - clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        // Desks are told of a longer queue after those who wait were told how they stand, and before it is looked when to tell them next.
        using var desks = alone.Kanal.Services.GetRequiredService<Feed>().Subscribe(Topic.Desk, change =>
        {
            if (change.Name == "queue" && clock.GetUtcNow() < due)
            {
                clock.Advance(due - clock.GetUtcNow() + TimeSpan.FromMilliseconds(0.5));
            }
        });
        await alone.Organisation.NewConversationAsync();
        await stream.NextAsync("queue", it => it["late"] == "true");
    }

    [Fact]
    public async Task A_promise_outlives_the_server_that_made_it()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (agent, _) = await WaitTests.BusyAgentAsync(alone.Organisation);
        var visitor = await WaitingAsync(alone);
        await OutcomeAsync(alone, visitor, "open");
        await alone.Kanal.RestartAsync();
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await OutcomeAsync(alone, visitor, "kept");
    }

    [Fact]
    public async Task After_fifty_kept_promises_one_number_is_said()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (agent, _) = await WaitTests.BusyAgentAsync(alone.Organisation);
        var visitor = alone.Organisation.NewVisitor();
        var menu = await Asking.UntilAsync(() => visitor.MenuAsync(), it => WaitTests.Entries(it)[0]["waitLowSeconds"] is not null);
        for (var i = 0; i < 50; i++)
        {
            var next = new VisitorClient(alone.Organisation.Http, Organisation.Site);
            (await next.StartAsync(menu: menu["menu.id"])).Expect(HttpStatusCode.Created);
            (await agent.TakeAsync(next.Conversation)).Expect(HttpStatusCode.OK);
        }

        var trusted = await Asking.UntilAsync(async () => WaitTests.Entries(await visitor.MenuAsync())[0], it => it["waitSeconds"] is not null && it["waitLowSeconds"] is null);
        Assert.DoesNotContain("–", trusted["waitText"], StringComparison.Ordinal);
        // The ledger is written behind what is said; whoever found somebody free was told "now", which earns no trust.
        var (page, rest) = await Asking.UntilAsync(async () =>
        {
            var first = (await alone.Organisation.Administrator.GetAsync("/reports/promises?outcome=kept&limit=20")).Expect(HttpStatusCode.OK);
            return (first, (await alone.Organisation.Administrator.GetAsync($"/reports/promises?outcome=kept&limit=200&cursor={first["next"]}")).Expect(HttpStatusCode.OK));
        }, it => it.first.Rows.Concat(it.Item2.Rows).Count(promise => promise["kind"] == "expected") == 50);
        Assert.Equal(20, page.Rows.Length);
        Assert.Empty(page.Rows.Select(row => row["id"]).Intersect(rest.Rows.Select(row => row["id"])));
    }

    [Fact]
    public async Task An_agent_does_not_read_the_ledger()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var agent = await alone.Organisation.NewAgentAsync();
        (await agent.GetAsync("/reports/promises")).Expect(HttpStatusCode.Forbidden);
        (await alone.Organisation.Administrator.GetAsync("/reports/promises?outcome=perhaps")).Expect(HttpStatusCode.BadRequest);
        (await alone.Organisation.Administrator.GetAsync("/reports/promises?cursor=x")).Expect(HttpStatusCode.BadRequest);
    }

    static async Task<VisitorClient> WaitingAsync(Fjordrejser at)
    {
        var visitor = await at.Organisation.NewConversationAsync();
        await OutcomeAsync(at, visitor, "open");
        return visitor;
    }

    static async Task<Reply> OutcomeAsync(Fjordrejser at, VisitorClient visitor, string outcome) => (await Asking.UntilAsync(
        async () => (await at.Organisation.Administrator.GetAsync("/reports/promises?limit=200")).Rows.FirstOrDefault(row => row["conversation"] == visitor.Conversation), row => row?["outcome"] == outcome))!;
}
