using System.Net;
using System.Text.Json;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Callbacks;
using Kanal.Product.Tests.Cluster;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Wallboards;

public sealed class WallboardTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await here.Organisation.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_agent_sees_queues_and_who_is_there_and_of_work_only_their_own()
    {
        var (agent, other, lead) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync(role: "supervisor"));
        var visitor = await here.Organisation.NewConversationAsync();
        await agent.TakeAsync(visitor.Conversation);
        await using var whole = await lead.WatchAsync();
        await using var stream = await agent.WatchAsync();
        await new BoardReader(whole).UntilAsync(all => all.Agents.GetValueOrDefault(agent.Id) is { } own && own["live"] == "33");
        var board = await new BoardReader(stream).UntilAsync(all => all.Agents.GetValueOrDefault(agent.Id) is { } own && own["live"] == "33");
        Assert.Equal(("available", 1), (board.Agents[agent.Id]["presence"], board.Agents[agent.Id].Number("inHand")));
        var colleague = board.Agents[other.Id];
        Assert.Equal(("offline", null, null, null), (colleague["presence"], colleague["inHand"], colleague["live"], colleague["capacity"]));
        var asked = (await agent.GetAsync("/wallboard")).Expect(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Array, asked.Body.GetProperty("queues").ValueKind);
        Assert.False(asked.Body.TryGetProperty("alerts", out var alerts) && alerts.ValueKind == JsonValueKind.Array);
    }

    [Fact]
    public async Task What_is_no_stream_is_refused()
    {
        var lead = await here.Organisation.NewAgentAsync(role: "supervisor");
        Assert.Equal("true", (await lead.GetAsync("/wallboard")).Expect(HttpStatusCode.OK)["complete"]);
        (await lead.GetAsync("/events?watch=everything")).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_waits_is_seen_at_once_and_who_was_answered_in_time_counts_with_the_others()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var agent = await alone.Organisation.NewAgentAsync();
        await using var stream = await alone.Organisation.Administrator.WatchAsync();
        var board = await new BoardReader(stream).UntilAsync(all => all.Queue.Number("waiting") == 0);
        Assert.Equal(0, board.Queue.Number("today.offered"));

        var visitor = await alone.Organisation.NewConversationAsync();
        await board.UntilAsync(all => all.Queue.Number("waiting") == 1);
        Assert.Equal(visitor.Conversation, board.Queue["longest"]);
        Assert.Equal(0, board.Queue.Number("today.offered"));

        await agent.TakeAsync(visitor.Conversation);
        await agent.SayAsync(visitor.Conversation, "Hej!");
        await board.UntilAsync(all => all.Queue.Number("today.within") == 1 && all.Queue.Number("waiting") == 0);
        Assert.Equal((1, 1, 1), (board.Queue.Number("today.offered"), board.Queue.Number("halfHour.offered"), board.Queue.Number("inHand")));

        var leaves = await alone.Organisation.NewConversationAsync();
        await leaves.EndAsync();
        await board.UntilAsync(all => all.Queue.Number("today.abandoned") == 1);
        Assert.Equal(2, board.Queue.Number("today.offered"));
    }

    [Fact]
    public async Task Who_takes_back_the_wish_for_a_call_or_goes_on_elsewhere_waits_no_more()
    {
        await using var alone = await CallingSite.FoundAsync();
        await using var stream = await alone.Organisation.Administrator.WatchAsync();
        var board = new BoardReader(stream);
        var caller = alone.Organisation.NewVisitor();
        (await caller.AskForCallAsync("20304050")).Expect(HttpStatusCode.Created);
        await board.UntilAsync(all => all.Queue.Number("waiting") == 1 && all.Queue["longest"] == caller.Conversation);
        (await caller.CancelCallAsync()).Expect(HttpStatusCode.NoContent);
        await board.UntilAsync(all => all.Queue.Number("waiting") == 0 && all.Queue["longest"] is null or "null");
        Assert.Equal(1, board.Queue.Number("today.abandoned"));

        var (first, second) = (await alone.Organisation.NewConversationAsync(), await alone.Organisation.NewConversationAsync());
        await board.UntilAsync(all => all.Queue.Number("waiting") == 2 && all.Queue["longest"] == first.Conversation);
        (await alone.Organisation.Administrator.PostAsync($"/conversations/{first.Conversation}/merge", new { into = second.Conversation })).Expect(HttpStatusCode.Created);
        await board.UntilAsync(all => all.Queue.Number("waiting") == 1 && all.Queue["longest"] == second.Conversation);
        Assert.Equal(1, board.Queue.Number("today.abandoned"));
    }

    [Fact]
    public async Task Nobody_waits_in_what_was_split_off_once_the_split_was_taken_back()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        await SplitAndTakeBackAsync(alone.Organisation, alone.Organisation);
    }

    [OnPostgres]
    public async Task Nobody_waits_there_on_the_board_of_another_node_either()
    {
        var nodes = new FoundedNodes();
        await nodes.InitializeAsync();
        await using var both = nodes;
        await SplitAndTakeBackAsync(nodes.AtA, nodes.AtB);
    }

    static async Task SplitAndTakeBackAsync(Organisation acting, Organisation watching)
    {
        var lead = acting.Administrator;
        await using var stream = await watching.Administrator.WatchAsync();
        var board = await new BoardReader(stream).UntilAsync(all => all.Queue.Number("waiting") == 0);
        var visitor = await acting.NewConversationAsync();
        (await visitor.SayAsync("Og noget andet")).Expect(HttpStatusCode.Created);
        var split = (await lead.PostAsync($"/conversations/{visitor.Conversation}/split", new { sequences = new[] { 1 } })).Expect(HttpStatusCode.Created);
        await board.UntilAsync(all => all.Queue.Number("waiting") == 2);

        (await lead.PostAsync($"/conversations/{visitor.Conversation}/moves/{split["move"]}/undo", new { })).Expect(HttpStatusCode.NoContent);
        (await lead.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await board.UntilAsync(all => all.Queue.Number("waiting") == 0 && all.Queue["longest"] is null or "null");
        Assert.Equal(0, board.Queue.Number("today.abandoned"));
    }

    [Fact]
    public async Task A_target_that_runs_out_is_an_alert_until_the_customer_is_answered()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        await GiveAnHourAsync(alone);
        var agent = await alone.Organisation.NewAgentAsync(maxChats: 20);
        await using var stream = await alone.Organisation.Administrator.WatchAsync();
        var board = new BoardReader(stream);
        var visitor = await alone.Organisation.NewConversationAsync();
        clock.Advance(TimeSpan.FromMinutes(50));
        await MovesUntilAsync(clock, board, TimeSpan.FromSeconds(1), all => all.Queue.Number("near") == 1);
        Assert.Equal(visitor.Conversation, Assert.Single(board.Alerts, alert => alert["kind"] == "targetNear")["conversation"]);
        clock.Advance(TimeSpan.FromMinutes(10));
        await MovesUntilAsync(clock, board, TimeSpan.FromSeconds(1), all => all.Queue.Number("overdue") == 1);
        Assert.Equal(("targetMissed", visitor.Conversation), (board.Alerts[0]["kind"], board.Alerts[0]["conversation"]));
        Assert.Equal((1, 0), (board.Queue.Number("today.offered"), board.Queue.Number("today.within")));

        await agent.TakeAsync(visitor.Conversation);
        await agent.SayAsync(visitor.Conversation, "Undskyld ventetiden.");
        await MovesUntilAsync(clock, board, TimeSpan.FromSeconds(1), all => all.Alerts.Length == 0);
        Assert.Equal((1, 1, 0), (board.Queue.Number("today.offered"), board.Queue.Number("today.answered"), board.Queue.Number("today.within")));
    }

    [Fact]
    public async Task A_target_that_runs_out_right_after_the_board_was_drawn_is_an_alert_a_second_later()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        await using var stream = await alone.Organisation.Administrator.WatchAsync();
        var board = new BoardReader(stream);
        var visitor = await alone.Organisation.NewConversationAsync();
        var due = DateTimeOffset.Parse((await alone.Organisation.Administrator.SeeAsync(visitor.Conversation))["dueAt"]!, null);
        clock.Advance(due - clock.GetUtcNow() - TimeSpan.FromSeconds(0.5));
        await board.UntilAsync(all => all.Queue.Number("near") == 1);
        var seen = board.UntilAsync(all => all.Queue.Number("overdue") == 1);
        // No further than a second beyond it, however slow the machine is: what would be told later is never told.
        while (clock.GetUtcNow() < due + TimeSpan.FromSeconds(1) && await Task.WhenAny(seen, Task.Delay(20)) != seen)
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
        }

        await seen;
    }

    [Fact]
    public async Task Whoever_is_answered_in_the_moment_in_which_the_target_runs_out_was_answered_too_late()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        var agent = await alone.Organisation.NewAgentAsync();
        await using var stream = await alone.Organisation.Administrator.WatchAsync();
        var board = new BoardReader(stream);
        var visitor = await alone.Organisation.NewConversationAsync();
        clock.Advance(TimeSpan.FromSeconds(20));
        await agent.TakeAsync(visitor.Conversation);
        await agent.SayAsync(visitor.Conversation, "Undskyld ventetiden.");
        await MovesUntilAsync(clock, board, TimeSpan.FromSeconds(2), all => all.Queue.Number("today.answered") == 1);
        Assert.Equal(0, board.Queue.Number("today.within"));
    }

    [Fact]
    public async Task A_restart_forgets_nothing_of_today()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var agent = await alone.Organisation.NewAgentAsync(maxChats: 20);
        var (answered, leaves, waits) = (await alone.Organisation.NewConversationAsync(), await alone.Organisation.NewConversationAsync(), await alone.Organisation.NewConversationAsync());
        await agent.TakeAsync(answered.Conversation);
        await agent.SayAsync(answered.Conversation, "Hej!");
        await leaves.EndAsync();
        await alone.Kanal.RestartAsync();

        var queue = await SeesAsync(alone, all => all.Queue.Number("today.offered") == 2 && all.Queue.Number("waiting") == 1);
        Assert.Equal((1, 1, waits.Conversation), (queue.Number("today.within"), queue.Number("today.abandoned"), queue["longest"]));
    }

    [Fact]
    public async Task What_was_not_written_down_before_a_stop_is_made_anew_from_the_conversations()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var agent = await alone.Organisation.NewAgentAsync(maxChats: 20);
        var (answered, leaves) = (await alone.Organisation.NewConversationAsync(), await alone.Organisation.NewConversationAsync());
        await agent.TakeAsync(answered.Conversation);
        await agent.SayAsync(answered.Conversation, "Hej!");
        await leaves.EndAsync();
        await SeesAsync(alone, all => all.Queue.Number("today.offered") == 2);
        await alone.Database.WriteAsync(sql => sql.ExecuteAsync("delete from demands"), CancellationToken.None);
        await alone.Kanal.RestartAsync();

        var queue = await SeesAsync(alone, all => all.Queue.Number("today.offered") == 2);
        Assert.Equal((1, 1), (queue.Number("today.within"), queue.Number("today.abandoned")));
    }

    [Fact]
    public async Task Who_comes_back_to_a_closed_conversation_is_counted_again()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var agent = await alone.Organisation.NewAgentAsync();
        var visitor = await alone.Organisation.NewConversationAsync();
        await agent.TakeAsync(visitor.Conversation);
        await agent.SayAsync(visitor.Conversation, "Hej!");
        await agent.WrapUpAsync(visitor.Conversation);
        await visitor.SayAsync("En ting til");
        await SeesAsync(alone, all => all.Queue.Number("today.offered") == 1 && all.Queue.Number("waiting") == 1);
        await agent.TakeAsync(visitor.Conversation);
        Assert.NotNull((await agent.SeeAsync(visitor.Conversation))["dueAt"]);
        await agent.SayAsync(visitor.Conversation, "Ja?");
        Assert.Null((await agent.SeeAsync(visitor.Conversation))["dueAt"]);
        await visitor.SayAsync("Tak");
        Assert.Null((await agent.SeeAsync(visitor.Conversation))["dueAt"]);
        await SeesAsync(alone, all => all.Queue.Number("today.answered") == 2);
    }

    [Fact]
    public async Task An_agents_units_are_seen_on_the_board_and_at_their_own_desk()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var agent = await alone.Organisation.NewAvailableAgentAsync();
        await using var desk = await agent.ListenAsync();
        await using var stream = await alone.Organisation.Administrator.WatchAsync();
        var board = new BoardReader(stream);
        var visitor = await alone.Organisation.NewConversationAsync();
        await agent.TakeAsync(visitor.Conversation);
        await board.UntilAsync(all => all.Agents.GetValueOrDefault(agent.Id) is { } own && own["live"] == "33" && own["inHand"] == "1");
        Assert.Equal(100, (await desk.NextAsync("units", told => told.Number("live") == 33)).Number("capacity"));
        await agent.WrapUpAsync(visitor.Conversation);
        await board.UntilAsync(all => all.Agents[agent.Id].Number("live") == 0);
    }

    [Fact]
    public async Task Desks_are_warned_when_a_target_is_near_and_when_it_is_missed()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        await GiveAnHourAsync(alone);
        await using var desk = await alone.Organisation.Administrator.ListenAsync();
        var visitor = await alone.Organisation.NewConversationAsync();
        var due = (await alone.Organisation.Administrator.SeeAsync(visitor.Conversation))["dueAt"];
        Assert.Equal(3600, (DateTimeOffset.Parse(due!, null) - clock.GetUtcNow()).TotalSeconds, 0.1);
        foreach (var (stage, minutes) in new[] { ("near", 50), ("missed", 10) })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            var warned = await desk.NextAsync("target");
            Assert.Equal((stage, visitor.Conversation), (warned["stage"], warned["conversation"]));
        }
    }

    // Between "near" and "missed" lie minutes, so that a slow machine can't step over the one to the other.
    static async Task GiveAnHourAsync(Fjordrejser at) =>
        (await at.Organisation.Administrator.PutAsync("/routing", new { channels = new[] { new { channel = "chat", targetSeconds = 3600 } } })).Expect(HttpStatusCode.OK);

    static async Task<Reply> SeesAsync(Fjordrejser at, Func<BoardReader, bool> holds)
    {
        await using var stream = await at.Organisation.Administrator.WatchAsync();
        return (await new BoardReader(stream).UntilAsync(holds)).Queue;
    }

    // The board tells once a second of the test's own clock, so that clock must go on; but not for ever.
    static async Task MovesUntilAsync(TestClock clock, BoardReader board, TimeSpan step, Func<BoardReader, bool> holds)
    {
        var seen = board.UntilAsync(holds);
        for (var steps = 0; steps < 1500 && await Task.WhenAny(seen, Task.Delay(20)) != seen; steps++)
        {
            clock.Advance(step);
        }

        Assert.True(seen.IsCompleted, "The board never came to be as it should.");

        await seen;
    }
}
