using System.Net;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Wallboards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kanal.Product.Tests.Cluster;

public sealed class LeadingTests(FoundedNodes nodes) : IClassFixture<FoundedNodes>
{
    const string CutLeases = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'kanal lease%'";

    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [OnPostgres]
    public void One_node_leads_and_not_the_other() => Assert.NotEqual(LeaseOf(nodes.A).IsHeld, LeaseOf(nodes.B).IsHeld);

    [OnPostgres]
    public async Task A_conversation_begun_at_one_node_rings_at_an_agent_of_the_other()
    {
        await nodes.AtA.ClearAsync();
        foreach (var (here, there) in ((Organisation, Organisation)[])[(nodes.AtA, nodes.AtB), (nodes.AtB, nodes.AtA)])
        {
            var agent = await there.NewAvailableAgentAsync();
            var visitor = await here.NewConversationAsync();
            await agent.GivenAsync(visitor);
            Assert.Equal(agent.Id, (await here.Administrator.SeeAsync(visitor.Conversation))["agent.id"]);
            await agent.PresenceAsync("offline");
        }
    }

    [OnPostgres]
    public async Task An_offer_that_is_accepted_at_both_nodes_at_once_is_had_once()
    {
        await nodes.AtA.ClearAsync();
        var agent = await nodes.AtA.NewAvailableAgentAsync(10);
        for (var i = 0; i < 5; i++)
        {
            var visitor = await nodes.AtB.NewConversationAsync();
            var offer = await agent.OfferOfAsync(visitor);
            var answers = await Task.WhenAll(agent.AcceptAsync(offer), agent.At(nodes.AtB.Http).AcceptAsync(offer));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
            Assert.Equal(agent.Id, (await agent.SeeAsync(visitor.Conversation))["agent.id"]);
        }
    }

    [OnPostgres]
    public async Task Where_a_visitor_waits_is_the_same_at_both_nodes()
    {
        await nodes.AtA.ClearAsync();
        var first = await nodes.AtA.NewConversationAsync();
        var second = await nodes.AtB.NewConversationAsync();
        foreach (var http in (HttpClient[])[nodes.AtA.Http, nodes.AtB.Http])
        {
            await using var stream = await second.At(http).ListenAsync();
            await stream.NextAsync("queue", told => told.Number("position") == 2);
        }

        await first.At(nodes.AtB.Http).EndAsync();
        await using var again = await second.At(nodes.AtA.Http).ListenAsync();
        await again.NextAsync("queue", told => told.Number("position") == 1);
    }

    [OnPostgres]
    public async Task A_leader_that_has_been_replaced_writes_nothing_and_offers_go_on_under_the_next_number()
    {
        await nodes.AtA.ClearAsync();
        var agent = await nodes.AtB.NewAvailableAgentAsync();
        var leader = LeaseOf(nodes.A).IsHeld ? nodes.A : nodes.B;
        var term = await LeaseOf(leader).HeldAsync(_ct);
        await nodes.A.Storage.SqlAsync("update routing_lease set epoch = epoch + 1");
        Assert.True(Id.TryParse(agent.Id, null, out var id));
        await Assert.ThrowsAsync<LeaseLostException>(() => leader.Services.GetRequiredService<RoutingWrites>().DoAsync(new SetPresence(id.Value, Presence.Away), term, TimeProvider.System.GetUtcNow(), _ct));
        Assert.Equal("available", (await nodes.AtA.Administrator.GetAsync($"/agents/{agent.Id}"))["presence"]);

        var visitor = await nodes.AtA.NewConversationAsync();
        await agent.OfferOfAsync(visitor);
        Assert.Single(await agent.OffersAsync());
        Assert.True(term.Over.IsCancellationRequested);
    }

    [OnPostgres]
    public async Task A_leader_that_has_been_replaced_counts_no_demands_and_keeps_no_promises()
    {
        await nodes.AtA.ClearAsync();
        var agent = await nodes.AtA.NewAvailableAgentAsync(1);
        (await agent.TakeAsync((await nodes.AtA.NewConversationAsync()).Conversation)).Expect(HttpStatusCode.OK);
        var here = LeaseOf(nodes.A).IsHeld ? nodes.AtA : nodes.AtB;
        await using var stream = await here.Administrator.WatchAsync();
        var board = new BoardReader(stream);
        await board.UntilAsync(all => all.Queue.Number("waiting") == 0);
        await nodes.A.Storage.SqlAsync("update routing_lease set epoch = epoch + 1");
        var visitor = await here.NewConversationAsync();
        Assert.True(Id.TryParse(visitor.Conversation, null, out var id));
        await board.UntilAsync(all => all.Queue.Number("waiting") == 1);
        await using var second = await (await here.NewConversationAsync()).ListenAsync();
        await second.NextAsync("queue", told => told.Number("position") == 2);
        Assert.Equal((0, 0), (await CountAsync("demands"), await CountAsync("promises")));

        // It finds out when something is to be decided, and whoever leads then makes up for it.
        await (await nodes.AtB.NewAvailableAgentAsync()).OfferOfAsync(visitor);
        await Asking.UntilAsync(async () => await CountAsync("demands") == 1);

        Task<long> CountAsync(string table) => nodes.A.Services.GetRequiredService<Database>().ReadAsync(sql => sql.FirstAsync<long>($"select count(*) from {table} where conversation_id = @id", new { id }), _ct);
    }

    [OnPostgres]
    public async Task A_leader_that_finds_out_twice_that_it_leads_no_more_lives_on()
    {
        await nodes.AtA.ClearAsync();
        var agent = await nodes.AtB.NewAvailableAgentAsync();
        var leader = LeaseOf(nodes.A).IsHeld ? nodes.A : nodes.B;
        // As whoever stands in line does, where it is the first to find out.
        (await LeaseOf(leader).HeldAsync(_ct)).Dispose();
        await nodes.A.Storage.SqlAsync("update routing_lease set epoch = epoch + 1");
        var visitor = await nodes.AtA.NewConversationAsync();
        await Asking.UntilAsync(() => Task.FromResult(!LeaseOf(leader).IsHeld));
        await nodes.A.Storage.SqlAsync(CutLeases);
        await agent.OfferOfAsync(visitor);
        Assert.False(leader.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    [OnPostgres]
    public async Task When_the_leader_loses_its_connections_the_work_goes_on()
    {
        await nodes.AtA.ClearAsync();
        var agent = await nodes.AtB.NewAvailableAgentAsync(10);
        for (var i = 0; i < 3; i++)
        {
            await nodes.A.Storage.SqlAsync(CutLeases);
            var visitor = await nodes.AtA.NewConversationAsync($"{i}");
            await agent.GivenAsync(visitor);
        }
    }

    static RoutingLease LeaseOf(KanalHost node) => node.Services.GetRequiredService<RoutingLease>();
}
