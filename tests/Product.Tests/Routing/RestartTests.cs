using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Routing;

public sealed class RestartTests
{
    [Fact]
    public async Task After_a_restart_all_rings_waits_and_is_held_as_before()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var (busy, free) = (await here.Organisation.NewAvailableAgentAsync(2), await here.Organisation.NewAgentAsync(1));
        var held = await here.Organisation.NewConversationAsync("held");
        await busy.TakeAsync(held.Conversation);
        await using (var desk = await busy.ListenAsync())
        {
            await here.Organisation.NewConversationAsync("ringing");
            await desk.NextAsync("offer");
        }

        var ringing = Assert.Single(await busy.OffersAsync());
        var first = await here.Organisation.NewConversationAsync("first");
        var second = await here.Organisation.NewConversationAsync("second");

        await here.Kanal.RestartAsync();

        Assert.Equal((ringing["id"], ringing["expiresAt"]), (Assert.Single(await busy.OffersAsync())["id"], (await busy.OffersAsync())[0]["expiresAt"]));
        Assert.Equal(busy.Id, (await busy.SeeAsync(held.Conversation))["agent.id"]);
        await using var waiting = await second.ListenAsync();
        Assert.Equal(3, (await waiting.NextAsync("queue", told => told.Number("position") == 3)).Number("position"));

        await using var freeDesk = await free.ListenAsync();
        await free.PresenceAsync("available");
        Assert.Equal(first.Conversation, (await freeDesk.NextAsync("offer"))["conversation.id"]);
        (await busy.AcceptAsync(ringing["id"]!)).Expect(HttpStatusCode.OK);
        Assert.Single(await free.OffersAsync());
        Assert.Empty(await busy.OffersAsync());
    }

    [Fact]
    public async Task An_agent_who_declined_before_the_restart_is_not_asked_again_after_it()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var (declines, other) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAgentAsync());
        await using (var desk = await declines.ListenAsync())
        {
            await here.Organisation.NewConversationAsync();
            (await declines.DeclineAsync((await desk.NextAsync("offer"))["id"]!)).Expect(HttpStatusCode.NoContent);
        }

        await here.Kanal.RestartAsync();

        await using var otherDesk = await other.ListenAsync();
        await other.PresenceAsync("available");
        await otherDesk.NextAsync("offer");
        Assert.Empty(await declines.OffersAsync());
    }

    [Fact]
    public async Task An_offer_that_ran_out_while_the_server_was_down_rings_no_more()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var (sleeper, other) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAgentAsync());
        VisitorClient visitor;
        await using (var desk = await sleeper.ListenAsync())
        {
            visitor = await here.Organisation.NewConversationAsync();
            await desk.NextAsync("offer");
        }

        await other.PresenceAsync("available");
        await here.Kanal.RestartAsync(() => clock.Advance(TimeSpan.FromSeconds(30)));
        var offers = await Asking.UntilAsync(other.OffersAsync, offers => offers.Length > 0);
        Assert.Equal(visitor.Conversation, offers[0]["conversation.id"]);
    }

    [Fact]
    public async Task An_offer_that_could_not_be_told_is_found_by_a_desk_that_is_told_to_fetch_everything()
    {
        await using var here = await Fjordrejser.FoundAsync(new TestClock());
        var agent = await here.Organisation.NewAgentAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await using var desk = await agent.ListenAsync();
        await here.Kanal.Storage.SqlAsync("alter table customers rename to mislaid");
        await agent.PresenceAsync("available");
        await Asking.UntilAsync(() => here.Database.ReadAsync(async sql => await sql.FirstAsync<long>("select count(*) from offers where state = 'pending'") == 1, CancellationToken.None));
        await here.Kanal.Storage.SqlAsync("alter table mislaid rename to customers");
        while ((await desk.NextAsync()).Name is not ("reset" or "offer"))
        {
        }

        Assert.Equal(visitor.Conversation, Assert.Single(await agent.OffersAsync())["conversation.id"]);
    }

    [Fact]
    public async Task A_server_that_stops_lets_go_of_its_streams_at_once()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync();
        await using var desk = await here.Organisation.Administrator.ListenAsync();
        // A server that waits for them waits for half a minute; a new one takes its time on a busy machine.
        await here.Kanal.RestartAsync().WaitAsync(TimeSpan.FromSeconds(20));
        await Task.WhenAll(stream.Ended, desk.Ended).WaitAsync(TimeSpan.FromSeconds(20));
        (await visitor.SayAsync("Er I der igen?")).Expect(HttpStatusCode.Created);
    }
}
