using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Findings;

public sealed class WatchdogTests : IAsyncLifetime
{
    readonly TestClock _clock = new();

    Fjordrejser Here { get; set; } = null!;

    public async ValueTask InitializeAsync() => Here = await Fjordrejser.FoundAsync(_clock);

    public ValueTask DisposeAsync() => Here.DisposeAsync();

    [Fact]
    public async Task What_is_in_hand_but_in_nobodys_goes_back_to_the_queue_with_its_wait()
    {
        var visitor = await Here.Organisation.NewConversationAsync();
        var since = (await SeeAsync(visitor))["waitingSince"];
        await (await Here.Organisation.NewAvailableAgentAsync()).TakeAsync(visitor.Conversation);
        await BreakAsync("update conversations set agent_id = null", visitor);
        await UntilAsync(async () => (await SeeAsync(visitor))["state"] == "queued");
        Assert.Equal(since, (await SeeAsync(visitor))["waitingSince"]);
    }

    [Fact]
    public async Task A_customer_does_not_wait_for_somebody_who_has_gone_home()
    {
        var (gone, other) = (await Here.Organisation.NewAvailableAgentAsync(), await Here.Organisation.NewAgentAsync());
        var visitor = await Here.Organisation.NewConversationAsync();
        await gone.TakeAsync(visitor.Conversation);
        await visitor.SayAsync("Er I der?");
        await gone.PresenceAsync("offline");
        await using var desk = await other.ListenAsync();
        await other.PresenceAsync("available");
        await UntilAsync(async () => (await other.OffersAsync()).Length == 1);
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
    }

    [Fact]
    public async Task Somebody_with_the_desk_open_keeps_what_they_took_though_they_are_not_available()
    {
        var lead = await Here.Organisation.NewAgentAsync(role: "supervisor");
        await using var desk = await lead.ListenAsync();
        var visitor = await Here.Organisation.NewConversationAsync();
        await lead.TakeAsync(visitor.Conversation);
        var broken = await Here.Organisation.NewConversationAsync();
        await lead.TakeAsync(broken.Conversation);
        await BreakAsync("update conversations set agent_id = null", broken);
        await UntilAsync(async () => (await SeeAsync(broken))["state"] == "queued");
        Assert.Equal(lead.Id, (await SeeAsync(visitor))["agent.id"]);
    }

    [Fact]
    public async Task What_the_router_has_lost_it_is_told_again()
    {
        var agent = await Here.Organisation.NewAvailableAgentAsync();
        var visitor = await Here.Organisation.NewConversationAsync();
        await agent.TakeAsync(visitor.Conversation);
        await BreakAsync("update conversations set agent_id = null, state = 'queued'", visitor);
        await UntilAsync(async () => (await agent.OffersAsync()).Any(offer => offer["conversation.id"] == visitor.Conversation));
    }

    [Fact]
    public async Task What_is_closed_takes_nobodys_room()
    {
        var agent = await Here.Organisation.NewAvailableAgentAsync(maxChats: 1);
        var visitor = await Here.Organisation.NewConversationAsync();
        await agent.TakeAsync(visitor.Conversation);
        await BreakAsync("update conversations set state = 'closed'", visitor);
        var next = await Here.Organisation.NewConversationAsync();
        await UntilAsync(async () => (await agent.OffersAsync()).Any(offer => offer["conversation.id"] == next.Conversation));
    }

    [Fact]
    public async Task A_wrap_up_without_end_is_told_to_those_who_watch_until_it_is_done()
    {
        var agent = await Here.Organisation.NewAvailableAgentAsync();
        var visitor = await Here.Organisation.NewConversationAsync();
        await agent.TakeAsync(visitor.Conversation);
        await agent.SayAsync(visitor.Conversation, "Hej!");
        await visitor.EndAsync();
        _clock.Advance(TimeSpan.FromMinutes(31));
        await UntilAsync(async () => (await AlertsAsync()).Contains("endlessWrapUp"));
        var ready = await ReadyAsync();
        Assert.Contains("endlessWrapUp", ready, StringComparison.Ordinal);
        await agent.WrapUpAsync(visitor.Conversation);
        await UntilAsync(async () => !(await ReadyAsync()).Contains("endlessWrapUp", StringComparison.Ordinal));
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_queue_with_customers_that_nobody_serves_is_an_alert()
    {
        var visitor = await Here.Organisation.NewConversationAsync();
        var elsewhere = (await Here.Organisation.Administrator.PostAsync("/queues", new { name = "Rejser" })).Expect(HttpStatusCode.Created)["id"];
        (await Here.Organisation.Administrator.PostAsync("/teams", new { name = "Alle", members = new[] { Here.Organisation.Administrator.Id }, queues = new[] { elsewhere } })).Expect(HttpStatusCode.Created);
        await UntilAsync(async () => (await AlertsAsync()).Contains("nobodyServesQueue"));
        Assert.Equal("queued", (await SeeAsync(visitor))["state"]);
    }

    Task<Reply> SeeAsync(VisitorClient visitor) => Here.Organisation.Administrator.SeeAsync(visitor.Conversation);

    async Task<List<string?>> AlertsAsync() =>
        [.. (await Here.Organisation.Administrator.GetAsync("/wallboard")).Body.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("kind").GetString())];

    Task<string> ReadyAsync() => Here.Kanal.Client.GetStringAsync("/health/ready");

    Task<int> BreakAsync(string update, VisitorClient visitor) => Here.Database.WriteAsync(sql =>
        sql.ExecuteAsync($"{update} where id = @id", new { id = Centre.Storage.Id.Parse(visitor.Conversation, null) }), CancellationToken.None);

    // The watchdog's rounds are on the test's own clock.
    async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromSeconds(5));
        }
    }
}
