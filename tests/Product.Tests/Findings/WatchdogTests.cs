using System.Net;
using Kanal.Centre.Routing;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kanal.Product.Tests.Findings;

public sealed class WatchdogTests : IAsyncLifetime
{
    readonly TestClock _clock = new();
    readonly Stopped _stopped = new();

    Fjordrejser Here { get; set; } = null!;

    public async ValueTask InitializeAsync() => Here = await Fjordrejser.FoundAsync(_clock, parts => parts.AddSingleton<ILogger<RoutingLoop>>(_stopped));

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

    [Fact]
    public async Task Customers_who_wait_for_a_skill_that_nobody_has_are_an_alert()
    {
        var administrator = Here.Organisation.Administrator;
        var agent = await Here.Organisation.NewAvailableAgentAsync();
        var skill = (await administrator.PostAsync("/skills", new { name = "Visa" })).Expect(HttpStatusCode.Created)["id"]!;
        (await administrator.PutAsync($"/agents/{agent.Id}/skills/{skill}", new { level = 3 })).Expect(HttpStatusCode.OK);
        var queue = (await administrator.GetAsync("/queues")).Rows[0];
        // Three is enough at first, and nobody has the four that is asked for afterwards.
        var steps = new object[] { new { needs = new[] { new { skill, level = 3 } }, seconds = 600 }, new { needs = new[] { new { skill, level = 4 } } } };
        (await administrator.PutAsync($"/queues/{queue["id"]}", new { name = queue["name"], terms = new { steps } })).Expect(HttpStatusCode.OK);
        await agent.PresenceAsync("offline");
        await Here.Organisation.NewConversationAsync();
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.DoesNotContain("nobodyHasSkill", await AlertsAsync());
        await UntilAsync(async () => (await AlertsAsync()).Contains("nobodyHasSkill"));
        (await administrator.PutAsync($"/agents/{agent.Id}/skills/{skill}", new { level = 4 })).Expect(HttpStatusCode.OK);
        await UntilAsync(async () => !(await AlertsAsync()).Contains("nobodyHasSkill"));
    }

    [Fact]
    public async Task A_queue_that_only_others_help_out_in_is_served()
    {
        var administrator = Here.Organisation.Administrator;
        var queue = (await administrator.GetAsync("/queues")).Rows[0];
        var elsewhere = (await administrator.PostAsync("/queues", new { name = "Rejser" })).Expect(HttpStatusCode.Created)["id"]!;
        (await administrator.PostAsync("/teams", new { name = "Alle", members = new[] { administrator.Id }, queues = new[] { elsewhere } })).Expect(HttpStatusCode.Created);
        await Here.Organisation.NewConversationAsync();
        await UntilAsync(async () => (await AlertsAsync()).Contains("nobodyServesQueue"));
        (await administrator.PutAsync($"/queues/{queue["id"]}", new { name = queue["name"], terms = new { overflow = new[] { new { afterSeconds = 3600, queue = elsewhere } } } })).Expect(HttpStatusCode.OK);
        await UntilAsync(async () => !(await AlertsAsync()).Contains("nobodyServesQueue"));
    }

    [Fact]
    public async Task It_looks_at_once_when_routing_had_to_begin_anew()
    {
        var visitor = await Here.Organisation.NewConversationAsync();
        await (await Here.Organisation.NewAvailableAgentAsync()).TakeAsync(visitor.Conversation);
        await Here.Database.WriteAsync(sql => sql.ExecuteAsync("alter table offers rename column why to why_away"), CancellationToken.None);
        await Here.Organisation.NewConversationAsync();
        await _stopped.Heard.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await BreakAsync("update conversations set agent_id = null", visitor);
        await Here.Database.WriteAsync(sql => sql.ExecuteAsync("alter table offers rename column why_away to why"), CancellationToken.None);
        var begun = _clock.GetUtcNow();
        await UntilAsync(async () => (await SeeAsync(visitor))["state"] == "queued", TimeSpan.FromSeconds(1));
        Assert.True(_clock.GetUtcNow() - begun < TimeSpan.FromMinutes(2), "That was an ordinary round.");
    }

    [Fact]
    public async Task What_nobody_looks_after_is_a_line_of_kanal_check()
    {
        var agent = await Here.Organisation.NewAvailableAgentAsync();
        var visitor = await Here.Organisation.NewConversationAsync();
        await agent.TakeAsync(visitor.Conversation);
        (string, string)[] settings = [("KANAL_DATA", Here.Kanal.Storage.Folder), ("KANAL_DATABASE", Here.Kanal.Storage.Database ?? "")];
        Assert.Contains("Every conversation has an owner", (await KanalCommand.RunAsync("check", settings)).Said, StringComparison.Ordinal);
        await BreakAsync("update conversations set agent_id = null", visitor);
        var checkedNow = await KanalCommand.RunAsync("check", settings);
        Assert.Contains($"Conversations that nobody looks after: WithoutOwner ({visitor.Conversation})", checkedNow.Said, StringComparison.Ordinal);
        Assert.Equal(1, checkedNow.ExitCode);
    }

    Task<Reply> SeeAsync(VisitorClient visitor) => Here.Organisation.Administrator.SeeAsync(visitor.Conversation);

    async Task<List<string?>> AlertsAsync() =>
        [.. (await Here.Organisation.Administrator.GetAsync("/wallboard")).Body.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("kind").GetString())];

    Task<string> ReadyAsync() => Here.Kanal.Client.GetStringAsync("/health/ready");

    Task<int> BreakAsync(string update, VisitorClient visitor) => Here.Database.WriteAsync(sql =>
        sql.ExecuteAsync($"{update} where id = @id", new { id = Centre.Storage.Id.Parse(visitor.Conversation, null) }), CancellationToken.None);

    // The watchdog's rounds are on the test's own clock.
    Task UntilAsync(Func<Task<bool>> holds, TimeSpan? step = null) => Asking.UntilAsync(holds, () => _clock.Advance(step ?? TimeSpan.FromSeconds(10)));

    /// <summary>Hears routing say that it stopped.</summary>
    sealed class Stopped : ILogger<RoutingLoop>
    {
        readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Heard => _heard.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                _heard.TrySetResult();
            }
        }
    }
}
