using System.Diagnostics;
using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Cluster;

public sealed class TakeoverTests(ITestOutputHelper output)
{
    // What is promised is five seconds; a machine that is busy with other things gets more.
    static readonly TimeSpan _longest = TimeSpan.FromSeconds(12);

    [OnPostgres]
    public async Task When_the_leader_is_killed_the_other_node_routes_on()
    {
        await using var leader = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(leader.Address);
        await using var other = await KanalHost.StartAsync(storage: leader.Storage.ForAnother());
        using var there = organisation.At(other.Address);
        var agent = await there.NewAgentAsync();
        await using var desk = await agent.ListenAsync();
        await agent.PresenceAsync("available");
        await agent.GivenAsync(await organisation.NewConversationAsync());

        // One that rings at this moment rings on, and is had once.
        var ringing = await organisation.NewConversationAsync();
        var offer = await agent.OfferOfAsync(ringing);
        await leader.KillAsync();
        var gone = Stopwatch.StartNew();
        (await agent.AcceptAsync(offer)).Expect(HttpStatusCode.OK);
        await agent.GivenAsync(await there.NewConversationAsync());
        Say("killed", gone);

        // It comes back as one of two.
        await leader.StartAgainAsync();
        (await agent.WrapUpAsync(ringing.Conversation)).Expect(HttpStatusCode.OK);
        await agent.GivenAsync(await organisation.NewConversationAsync());
    }

    [OnPostgres]
    public async Task When_the_leader_is_paused_the_other_node_routes_on_and_the_leader_that_wakes_follows()
    {
        await using var leader = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(leader.Address);
        await using var other = await KanalHost.StartAsync(storage: leader.Storage.ForAnother());
        using var there = organisation.At(other.Address);
        var agent = await there.NewAgentAsync(10);
        await using var desk = await agent.ListenAsync();
        await agent.PresenceAsync("available");
        await agent.GivenAsync(await organisation.NewConversationAsync());

        await leader.PauseAsync();
        var gone = Stopwatch.StartNew();
        await agent.GivenAsync(await there.NewConversationAsync());
        Say("paused", gone);
        await leader.WakeAsync();
        // It was cut off from the database and says so until it has noticed.
        var (visitor, clientId, started) = (organisation.NewVisitor(), VisitorClient.NewClientId(), HttpStatusCode.ServiceUnavailable);
        while (started == HttpStatusCode.ServiceUnavailable)
        {
            await Asking.UntilAsync(() => organisation.Administrator.GetAsync("/agents"), agents => agents.Status == HttpStatusCode.OK);
            started = (await visitor.StartAsync(clientId: clientId)).Status;
        }

        Assert.Contains(started, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.OK]);
        await agent.GivenAsync(visitor);
        for (var i = 0; i < 3; i++)
        {
            await agent.GivenAsync(await organisation.NewConversationAsync());
        }

        Assert.Empty(await agent.OffersAsync());
    }

    [OnPostgres]
    public async Task A_leader_that_is_stopped_hands_over_at_once()
    {
        await using var other = await KanalHost.StartAsync();
        using var there = await Organisation.OnAsync(other);
        var agent = await there.NewAgentAsync();
        await using (var leaves = await KanalHost.StartAsync(storage: other.Storage.ForAnother()))
        {
            // Whoever came second leads once the first is gone and back.
            await other.RestartAsync();
        }

        using var again = there.At(other.Address);
        agent = agent.At(again.Http);
        await using var desk = await agent.ListenAsync();
        await agent.PresenceAsync("available");
        await agent.GivenAsync(await again.NewConversationAsync());
    }

    void Say(string how, Stopwatch gone)
    {
        output.WriteLine($"Leader {how}: the next conversation was taken after {gone.ElapsedMilliseconds} ms.");
        Assert.True(gone.Elapsed < _longest, $"It took {gone.Elapsed}.");
    }
}
