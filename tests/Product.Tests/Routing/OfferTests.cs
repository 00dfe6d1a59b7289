using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Routing;

public sealed class OfferTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await here.Organisation.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_offer_rings_at_the_agent_with_the_fewest_conversations()
    {
        var (busy, idle) = (await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync());
        await busy.TakeAsync((await here.Organisation.NewConversationAsync()).Conversation);
        await using var desk = await idle.ListenAsync();
        await busy.PresenceAsync("available");
        await idle.PresenceAsync("available");
        var visitor = await here.Organisation.NewConversationAsync();
        var offer = await desk.NextAsync("offer");
        Assert.Equal(visitor.Conversation, offer["conversation.id"]);
        Assert.Contains("fewest", offer["why"], StringComparison.Ordinal);
        Assert.Equal(offer["id"], Assert.Single(await idle.OffersAsync())["id"]);
        Assert.Empty(await busy.OffersAsync());
    }

    [Fact]
    public async Task An_accepted_offer_is_the_agents_conversation()
    {
        var agent = await here.Organisation.NewAvailableAgentAsync();
        await using var desk = await agent.ListenAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync();
        var offer = await desk.NextAsync("offer");
        var taken = (await agent.AcceptAsync(offer["id"]!)).Expect(HttpStatusCode.OK);
        Assert.Equal(("assigned", agent.Id, visitor.Conversation), (taken["state"], taken["agent.id"], taken["id"]));
        Assert.Equal("accepted", (await desk.NextAsync("offerEnded"))["how"]);
        Assert.Equal(agent.Name, (await stream.NextAsync("assigned"))["agent.name"]);
        Assert.Equal("offer-gone", (await agent.AcceptAsync(offer["id"]!)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("offer-gone", (await agent.DeclineAsync(offer["id"]!)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task An_offer_says_why_it_rings_here_and_why_at_nobody_else_and_that_is_kept()
    {
        var (chosen, resting) = (await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync());
        await resting.PresenceAsync("onBreak");
        await using var desk = await chosen.ListenAsync();
        await chosen.PresenceAsync("available");
        var visitor = await here.Organisation.NewConversationAsync();
        var offer = await desk.NextAsync("offer");
        Assert.Equal("nobodyElse", offer["why.chosen"]);
        Assert.Contains($$"""{"agent":{"id":"{{resting.Id}}","name":"{{resting.Name}}"},"for":"onBreak",""", offer["why.passed"], StringComparison.Ordinal);
        (await chosen.AcceptAsync(offer["id"]!)).Expect(HttpStatusCode.OK);
        var kept = Assert.Single((await chosen.GetAsync($"/conversations/{visitor.Conversation}/assignments")).Rows);
        Assert.Equal(("accepted", "true", chosen.Id, offer["why.passed"]), (kept["state"], kept["rang"], kept["agent.id"], kept["why.passed"]));
    }

    [Fact]
    public async Task What_is_given_without_ringing_keeps_its_reasons_too()
    {
        (await here.Organisation.Administrator.PutAsync("/routing", new { autoAccept = true })).Expect(HttpStatusCode.OK);
        var agent = await here.Organisation.NewAvailableAgentAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync();
        await stream.NextAsync("assigned");
        var kept = Assert.Single((await agent.GetAsync($"/conversations/{visitor.Conversation}/assignments")).Rows);
        Assert.Equal(("accepted", "false", agent.Id, "nobodyElse"), (kept["state"], kept["rang"], kept["agent.id"], kept["why.chosen"]));
    }

    [Fact]
    public async Task A_customer_who_comes_back_to_an_agent_who_has_gone_home_goes_to_one_who_is_there()
    {
        var (gone, there) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAgentAsync());
        var visitor = await here.Organisation.NewConversationAsync();
        await gone.TakeAsync(visitor.Conversation);
        await gone.SayAsync(visitor.Conversation, "Hej");
        await gone.PresenceAsync("offline");
        await using var desk = await there.ListenAsync();
        await there.PresenceAsync("available");
        await visitor.SayAsync("Er du der?");
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        Assert.Equal("queued", (await there.SeeAsync(visitor.Conversation))["state"]);
    }

    [Fact]
    public async Task Nobody_accepts_or_declines_anothers_offer()
    {
        var (agent, other) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAgentAsync());
        await using var desk = await agent.ListenAsync();
        await here.Organisation.NewConversationAsync();
        var offer = (await desk.NextAsync("offer"))["id"]!;
        (await other.AcceptAsync(offer)).Expect(HttpStatusCode.Conflict);
        (await other.DeclineAsync(offer)).Expect(HttpStatusCode.Conflict);
        (await agent.AcceptAsync(offer)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_declined_offer_rings_at_the_next_agent()
    {
        var (first, second) = (await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync());
        await using var firstDesk = await first.ListenAsync();
        await using var secondDesk = await second.ListenAsync();
        await first.PresenceAsync("available");
        var visitor = await here.Organisation.NewConversationAsync();
        var offer = await firstDesk.NextAsync("offer");
        await second.PresenceAsync("available");
        (await first.DeclineAsync(offer["id"]!)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(visitor.Conversation, (await secondDesk.NextAsync("offer"))["conversation.id"]);
        Assert.Empty(await first.OffersAsync());
    }

    [Fact]
    public async Task An_offer_that_is_missed_rings_on_and_the_second_miss_sends_the_agent_away()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        var (sleeper, other) = (await alone.Organisation.NewAvailableAgentAsync(), await alone.Organisation.NewAgentAsync());
        await using var desk = await sleeper.ListenAsync();
        await using var otherDesk = await other.ListenAsync();
        var visitor = await alone.Organisation.NewConversationAsync();
        await desk.NextAsync("offer");
        clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal("missed", (await desk.NextAsync("offerEnded"))["how"]);
        await desk.NextAsync("offer");
        clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal("away", (await desk.NextAsync("presence", told => told["id"] == sleeper.Id))["presence"]);
        var name = (await other.GetAsync("/agents")).Rows.Single(agent => agent["id"] == sleeper.Id)["name"];
        Assert.Equal(name, (await otherDesk.NextAsync("line", told => told["entry.event.type"] == "missed"))["entry.author.name"]);
        await other.PresenceAsync("available");
        Assert.Equal(visitor.Conversation, (await otherDesk.NextAsync("offer"))["conversation.id"]);
    }

    [Fact]
    public async Task A_letter_that_has_two_years_for_its_answer_holds_nobody_up()
    {
        await using var alone = await Fjordrejser.FoundAsync(new TestClock());
        var administrator = alone.Organisation.Administrator;
        var site = (await administrator.GetAsync("/sites")).Rows[0]["id"];
        var week = new { monday = new[] { new { from = "09:00", to = "10:00" } } };
        (await administrator.PutAsync($"/sites/{site}/hours", new { timeZone = "Europe/Copenhagen", week })).Expect(HttpStatusCode.OK);
        (await administrator.PutAsync("/routing", new { channels = new[] { new { channel = "email", targetSeconds = 100 * 3600 } } })).Expect(HttpStatusCode.OK);
        var agent = await alone.Organisation.NewAgentAsync();
        await using var desk = await agent.ListenAsync();
        foreach (var text in new[] { "Har I plads i juli?", "Og i august?" })
        {
            var visitor = alone.Organisation.NewVisitor();
            (await visitor.StartAsync(text, channel: "email", address: "mette@example.dk")).Expect(HttpStatusCode.Created);
            await agent.PresenceAsync("available");
            var offer = await desk.NextAsync("offer");
            Assert.Equal(visitor.Conversation, offer["conversation.id"]);
            (await agent.AcceptAsync(offer["id"]!)).Expect(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_visitor_who_leaves_takes_the_offer_along()
    {
        var agent = await here.Organisation.NewAvailableAgentAsync();
        await using var desk = await agent.ListenAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        var offer = (await desk.NextAsync("offer"))["id"]!;
        await visitor.EndAsync();
        var ended = await desk.NextAsync("offerEnded");
        Assert.Equal((offer, "withdrawn"), (ended["id"], ended["how"]));
        (await agent.AcceptAsync(offer)).Expect(HttpStatusCode.Conflict);
        Assert.Empty(await agent.OffersAsync());
    }

    [Fact]
    public async Task One_who_takes_from_the_queue_ends_what_rings_at_another()
    {
        var (ringing, quick) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAgentAsync());
        await using var desk = await ringing.ListenAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        var offer = (await desk.NextAsync("offer"))["id"]!;
        (await quick.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        Assert.Equal("withdrawn", (await desk.NextAsync("offerEnded"))["how"]);
        (await ringing.AcceptAsync(offer)).Expect(HttpStatusCode.Conflict);
        Assert.Equal("already-taken", (await ringing.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task One_who_takes_what_rings_at_them_has_answered_the_offer()
    {
        var agent = await here.Organisation.NewAvailableAgentAsync();
        await using var desk = await agent.ListenAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await desk.NextAsync("offer");
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        Assert.Equal("accepted", (await desk.NextAsync("offerEnded"))["how"]);
        Assert.Empty(await agent.OffersAsync());
    }

    [Fact]
    public async Task An_agent_who_goes_on_a_break_rings_no_more_and_one_who_comes_back_is_asked()
    {
        var (leaves, comes) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAgentAsync());
        await using var leavesDesk = await leaves.ListenAsync();
        await using var comesDesk = await comes.ListenAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await leavesDesk.NextAsync("offer");
        await leaves.PresenceAsync("onBreak");
        Assert.Equal("withdrawn", (await leavesDesk.NextAsync("offerEnded"))["how"]);
        await comes.PresenceAsync("available");
        Assert.Equal(visitor.Conversation, (await comesDesk.NextAsync("offer"))["conversation.id"]);
    }

    [Fact]
    public async Task An_agent_who_becomes_free_gets_the_one_who_has_waited_longest()
    {
        var agent = await here.Organisation.NewAvailableAgentAsync(maxChats: 1);
        await using var desk = await agent.ListenAsync();
        var first = await here.Organisation.NewConversationAsync("1");
        await agent.AcceptAsync((await desk.NextAsync("offer"))["id"]!);
        var second = await here.Organisation.NewConversationAsync("2");
        var third = await here.Organisation.NewConversationAsync("3");
        await using var waiting = await third.ListenAsync();
        Assert.Equal(2, (await waiting.NextAsync("queue")).Number("position"));
        Assert.Empty(await agent.OffersAsync());
        (await agent.WrapUpAsync(first.Conversation)).Expect(HttpStatusCode.OK);
        var offer = await desk.NextAsync("offer");
        Assert.Equal(second.Conversation, offer["conversation.id"]);
        (await agent.AcceptAsync(offer["id"]!)).Expect(HttpStatusCode.OK);
        await waiting.NextAsync("queue", told => told.Number("position") == 1);
    }

    [Fact]
    public async Task What_a_visitor_left_in_wrap_up_keeps_its_place_in_hand_until_it_is_wrapped_up()
    {
        var agent = await here.Organisation.NewAvailableAgentAsync(maxChats: 1);
        await using var desk = await agent.ListenAsync();
        var first = await here.Organisation.NewConversationAsync();
        await agent.AcceptAsync((await desk.NextAsync("offer"))["id"]!);
        await first.EndAsync();
        var second = await here.Organisation.NewConversationAsync();
        Assert.Empty(await agent.OffersAsync());
        await agent.WrapUpAsync(first.Conversation);
        Assert.Equal(second.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
    }

    [Fact]
    public async Task A_conversation_goes_to_a_colleague_at_once_and_back_to_the_queue_for_another()
    {
        var (from, to) = (await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync());
        var visitor = await here.Organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync();
        await from.TakeAsync(visitor.Conversation);
        await stream.NextAsync("assigned");
        Assert.Equal(to.Id, (await from.HandToAsync(visitor.Conversation, to)).Expect(HttpStatusCode.OK)["agent.id"]);
        Assert.Equal(to.Name, (await stream.NextAsync("assigned"))["agent.name"]);

        await using var desk = await from.ListenAsync();
        await to.PresenceAsync("available");
        await from.PresenceAsync("available");
        Assert.Equal("queued", (await to.HandBackAsync(visitor.Conversation)).Expect(HttpStatusCode.OK)["state"]);
        await stream.NextAsync("queue");
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        Assert.Empty(await to.OffersAsync());
    }
}
