using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Callbacks;

public sealed class CallTests
{
    [Fact]
    public async Task A_customer_is_called_at_the_time_they_chose_and_not_before()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock);
        var agent = await here.Organisation.NewAvailableAgentAsync();
        await here.Organisation.NewAvailableAgentAsync();
        await using var desk = await agent.ListenAsync();
        var (visitor, slot) = await BookedAsync(here);
        var planned = await agent.SeeAsync(visitor.Conversation);
        Assert.Equal(("planned", "planned"), (planned["state"], planned["callback.state"]));
        Assert.Empty(await agent.OffersAsync());
        Assert.Empty((await agent.GetAsync("/conversations?list=queue")).Rows);

        clock.Advance(CallingSite.Time(slot) - clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Equal("planned", (await agent.SeeAsync(visitor.Conversation))["state"]);
        await ReadyAsync(here, agent);
        clock.Advance(TimeSpan.FromSeconds(2));
        await Asking.UntilAsync(() => agent.SeeAsync(visitor.Conversation), seen => seen["callback.state"] is "waiting" or "offered");
    }

    [Fact]
    public async Task A_reached_customer_is_talked_to_and_wrapped_up_like_any_other()
    {
        await using var here = await CallingSite.FoundAsync();
        var agent = await here.Organisation.NewAvailableAgentAsync();
        await using var desk = await agent.ListenAsync();
        var visitor = here.Organisation.NewVisitor();
        (await visitor.AskForCallAsync("20304050")).Expect(HttpStatusCode.Created);
        await using var stream = await visitor.ListenAsync();
        var offer = await desk.NextAsync("offer");
        Assert.Equal(("callback", "+45 20 30 40 50"), (offer["conversation.channel"], offer["conversation.callback.numberText"]));
        (await agent.AcceptAsync(offer["id"]!)).Expect(HttpStatusCode.OK);
        await stream.NextAsync("callback", told => told["state"] == "calling");
        (await agent.DialAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        (await visitor.CancelCallAsync()).Expect(HttpStatusCode.Conflict);
        var card = (await agent.CalledAsync(visitor.Conversation, "reached")).Expect(HttpStatusCode.OK);
        Assert.Equal(("done", "1"), (card["callback.state"], card["callback.attempts"]));
        Assert.Equal("reached", card.Body.GetProperty("attempts")[0].GetProperty("outcome").GetString());
        await stream.NextAsync("callback", told => told["state"] == "done");
        (await agent.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        Assert.Equal("done", (await visitor.CallAsync())["callback.state"]);
        (await agent.CalledAsync(visitor.Conversation, "reached")).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_does_not_answer_is_called_once_more_and_then_told()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock, new { offer = "always", pauseMinutes = 15 });
        var agent = await here.Organisation.NewAgentAsync();
        var visitor = here.Organisation.NewVisitor();
        (await visitor.AskForCallAsync("20304050")).Expect(HttpStatusCode.Created);
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        var first = (await agent.CalledAsync(visitor.Conversation, "noAnswer")).Expect(HttpStatusCode.OK);
        Assert.Equal(("planned", "1"), (first["callback.state"], first["callback.attempts"]));
        Assert.Equal(clock.GetUtcNow().AddMinutes(15), CallingSite.Time(first["callback.notBefore"]!), TimeSpan.FromSeconds(1));
        await using var stream = await visitor.ListenAsync();
        await stream.NextAsync("callback", told => told["state"] == "planned" && told.Number("attempts") == 1);

        clock.Advance(TimeSpan.FromMinutes(16));
        await Asking.UntilAsync(() => agent.SeeAsync(visitor.Conversation), seen => seen["state"] == "queued");
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        var last = (await agent.CalledAsync(visitor.Conversation, "noAnswer")).Expect(HttpStatusCode.OK);
        Assert.Equal(("notReached", "2"), (last["callback.state"], last["callback.attempts"]));
        await stream.NextAsync("callback", told => told["state"] == "notReached");
        Assert.Equal("wrapUp", (await agent.SeeAsync(visitor.Conversation))["state"]);
        (await agent.WrapUpAsync(visitor.Conversation, "notReached")).Expect(HttpStatusCode.OK);

        // The number is free for another try.
        (await visitor.AskForCallAsync("20304050")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_wrong_number_is_not_tried_again()
    {
        await using var here = await CallingSite.FoundAsync();
        var agent = await here.Organisation.NewAgentAsync();
        var visitor = here.Organisation.NewVisitor();
        (await visitor.AskForCallAsync("20304050")).Expect(HttpStatusCode.Created);
        (await agent.CalledAsync(visitor.Conversation, "reached")).Expect(HttpStatusCode.Conflict);
        await agent.TakeAsync(visitor.Conversation);
        Assert.Equal("notReached", (await agent.CalledAsync(visitor.Conversation, "wrongNumber"))["callback.state"]);
        Assert.Equal("closed", (await visitor.StandingAsync())["state"]);
    }

    [Fact]
    public async Task A_callback_survives_a_restart()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock);
        var agent = await here.Organisation.NewAgentAsync();
        var (visitor, slot) = await BookedAsync(here);
        var waiting = here.Organisation.NewVisitor();
        (await waiting.AskForCallAsync("+48512345678")).Expect(HttpStatusCode.Created);
        await here.Kanal.RestartAsync(() => clock.Advance(CallingSite.Time(slot) - clock.GetUtcNow() + TimeSpan.FromSeconds(5)));
        await Asking.UntilAsync(() => agent.SeeAsync(visitor.Conversation), seen => seen["callback.state"] == "waiting");
        Assert.Equal("waiting", (await waiting.CallAsync())["callback.state"]);
        await agent.TakeAsync(visitor.Conversation);
        (await agent.CalledAsync(visitor.Conversation, "reached")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_is_called_outside_hours()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock);
        var agent = await here.Organisation.NewAgentAsync();
        var visitor = here.Organisation.NewVisitor();
        (await visitor.AskForCallAsync("20304050")).Expect(HttpStatusCode.Created);
        Assert.Equal("waiting", (await visitor.CallAsync())["callback.state"]);
        var site = await here.Organisation.SiteIdAsync();
        var opens = clock.GetUtcNow().AddHours(2);
        (await here.Organisation.Administrator.PutAsync($"/sites/{site}/closed-now", new { reason = "Kursus", until = opens.ToString("o") })).Expect(HttpStatusCode.OK);
        var set = await Asking.UntilAsync(visitor.CallAsync, call => call["callback.state"] == "planned");
        Assert.Equal(opens, CallingSite.Time(set["callback.notBefore"]!), TimeSpan.FromSeconds(1));
        await agent.PresenceAsync("available");
        clock.Advance(TimeSpan.FromMinutes(100));
        Assert.Equal("planned", (await visitor.CallAsync())["callback.state"]);
        Assert.Empty(await agent.OffersAsync());
        await using var desk = await agent.ListenAsync();
        await agent.PresenceAsync("available");
        clock.Advance(TimeSpan.FromMinutes(21));
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
    }

    [Fact]
    public async Task A_customer_who_got_through_elsewhere_is_not_called()
    {
        await using var here = await CallingSite.FoundAsync();
        var agent = await here.Organisation.NewAgentAsync();
        var visitor = here.Organisation.NewVisitor();
        var slots = await visitor.SlotsAsync();
        (await visitor.AskForCallAsync("20304050", slots[2])).Expect(HttpStatusCode.Created);
        var elsewhere = new VisitorClient(here.Organisation.Http, Organisation.Site) { Visitor = visitor.Visitor };
        (await elsewhere.StartAsync("Jeg skriver lige i stedet")).Expect(HttpStatusCode.Created);
        await using var stream = await visitor.ListenAsync();
        (await agent.TakeAsync(elsewhere.Conversation)).Expect(HttpStatusCode.OK);
        (await agent.SayAsync(elsewhere.Conversation, "Hej, hvad kan jeg gøre?")).Expect(HttpStatusCode.Created);
        await stream.NextAsync("callback", told => told["state"] == "cancelled");
        Assert.Equal("closed", (await agent.SeeAsync(visitor.Conversation))["state"]);
        var lines = await agent.GetAsync($"/conversations/{visitor.Conversation}/timeline");
        Assert.Contains(lines.Rows, line => line["event.type"] == "callbackCancelled" && line["event.cancelled"] == "reachedElsewhere");
    }

    [Fact]
    public async Task A_time_that_could_not_be_kept_is_told_to_the_desks()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock);
        var agent = await here.Organisation.NewAgentAsync();
        var (visitor, slot) = await BookedAsync(here);
        await using var desk = await agent.ListenAsync();
        clock.Advance(CallingSite.Time(slot) - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await desk.NextAsync("conversation", told => told["id"] == visitor.Conversation && told["state"] == "queued");
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("callbackDue"))["conversation"]);
    }

    [Fact]
    public async Task When_its_time_is_near_a_call_comes_before_the_line()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock);
        var agent = await here.Organisation.NewAgentAsync();
        await here.Organisation.NewConversationAsync("since long");
        var (visitor, slot) = await BookedAsync(here);
        await using var news = await agent.ListenAsync();
        await using var stream = await visitor.ListenAsync();
        clock.Advance(CallingSite.Time(slot) - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        // A place is told from what the router has taken in, its timers included.
        await stream.NextAsync("queue");
        clock.Advance(TimeSpan.FromMinutes(6));
        await news.NextAsync("callbackDue");
        await using var desk = await agent.ListenAsync();
        await agent.PresenceAsync("available");
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
    }

    [Fact]
    public async Task An_agent_books_a_call_for_the_customer_and_the_chat_is_set_aside()
    {
        await using var here = await CallingSite.FoundAsync();
        var agent = await here.Organisation.NewAgentAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await agent.TakeAsync(visitor.Conversation);
        var slots = (await agent.GetAsync($"/conversations/{visitor.Conversation}/callback/slots")).Expect(HttpStatusCode.OK).Body.GetProperty("data");
        var booked = (await agent.PostAsync($"/conversations/{visitor.Conversation}/callback", new { number = "20304050", slot = slots[1].GetString() })).Expect(HttpStatusCode.OK);
        Assert.Equal("planned", booked["state"]);
        Assert.Null((await agent.SeeAsync(visitor.Conversation))["agent"]);
        (await agent.SendAsync(HttpMethod.Delete, $"/conversations/{visitor.Conversation}/callback")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("closed", (await agent.SeeAsync(visitor.Conversation))["state"]);
    }

    [Fact]
    public async Task A_call_that_was_promised_is_not_lost_in_a_merge()
    {
        await using var here = await CallingSite.FoundAsync();
        var agent = here.Organisation.Administrator;
        var (visitor, _) = await BookedAsync(here);
        var other = await here.Organisation.NewConversationAsync();
        var merge = $"/conversations/{visitor.Conversation}/merge";
        Assert.Equal("call-open", (await agent.PostAsync(merge, new { into = other.Conversation })).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("planned", (await visitor.CallAsync())["callback.state"]);
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        (await agent.CalledAsync(visitor.Conversation, "reached")).Expect(HttpStatusCode.OK);
        (await agent.PostAsync(merge, new { into = other.Conversation })).Expect(HttpStatusCode.Created);
        Assert.Equal("done", (await visitor.CallAsync())["callback.state"]);
    }

    static async Task<(VisitorClient Visitor, string Slot)> BookedAsync(Fjordrejser here)
    {
        var visitor = here.Organisation.NewVisitor();
        var slot = (await visitor.SlotsAsync())[3];
        (await visitor.AskForCallAsync("20304050", slot)).Expect(HttpStatusCode.Created);
        return (visitor, slot);
    }

    // A clock that jumps lets the desks' presence run out.
    static async Task ReadyAsync(Fjordrejser here, AgentClient agent)
    {
        await agent.PresenceAsync("available");
        await (await here.Organisation.NewAgentAsync()).PresenceAsync("available");
    }
}
