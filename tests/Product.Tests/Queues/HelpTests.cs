using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Queues;

/// <summary>For a time, the agents of one queue help another.</summary>
public sealed class HelpTests : IAsyncLifetime
{
    readonly TestClock _clock = new();

    Fjordrejser Here { get; set; } = null!;

    AgentClient Lead { get; set; } = null!;

    string Everyone { get; set; } = "";

    string Bookings { get; set; } = "";

    /// <summary>Serves Bookings alone.</summary>
    AgentClient Booker { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Here = await Fjordrejser.FoundAsync(_clock);
        var administrator = Here.Organisation.Administrator;
        Lead = await Here.Organisation.NewAgentAsync(role: "supervisor");
        Everyone = (await administrator.GetAsync("/queues")).Rows[0]["id"]!;
        Bookings = (await administrator.PostAsync("/queues", new { name = "Bookings" })).Expect(HttpStatusCode.Created)["id"]!;
        Booker = await Here.Organisation.NewAvailableAgentAsync();
        (await administrator.PostAsync("/teams", new { name = "Bookers", members = new[] { Booker.Id }, queues = new[] { Bookings } })).Expect(HttpStatusCode.Created);
    }

    public ValueTask DisposeAsync() => Here.DisposeAsync();

    [Fact]
    public async Task Those_who_are_asked_to_help_are_offered_what_waits_and_no_longer_once_it_is_ended()
    {
        var first = await Here.Organisation.NewConversationAsync();
        Assert.Empty(await Booker.OffersAsync());
        await using var desk = await Booker.ListenAsync();
        var help = (await BeginAsync()).Expect(HttpStatusCode.Created);
        Assert.Equal((Bookings, "Bookings"), (help["from"], help["fromName"]));
        Assert.Equal(first.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        (await Booker.TakeAsync(first.Conversation)).Expect(HttpStatusCode.OK);
        Assert.Equal(Everyone, (await Lead.SeeAsync(first.Conversation))["queue"]);

        (await Lead.DeleteAsync($"/queues/{Everyone}/help/{Bookings}")).Expect(HttpStatusCode.NoContent);
        await UnhelpedAsync();
        (await Lead.DeleteAsync($"/queues/{Everyone}/help/{Bookings}")).Expect(HttpStatusCode.NotFound);
        var audit = (await Here.Organisation.Administrator.GetAsync("/audit")).Rows.Select(entry => (entry["what"], entry["who"])).ToList();
        Assert.Contains(("queue.help-begun", Lead.Name), audit);
        Assert.Contains(("queue.help-ended", Lead.Name), audit);
    }

    [Fact]
    public async Task It_ends_by_itself_after_an_hour()
    {
        (await BeginAsync()).Expect(HttpStatusCode.Created);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Single((await Lead.GetAsync($"/queues/{Everyone}/help")).Rows);
        Assert.Equal(1, await AvailableAsync());
        await using var desk = await Lead.ListenAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));
        await desk.NextAsync("settings", told => told["what"] == "queues");
        Assert.Empty((await Lead.GetAsync($"/queues/{Everyone}/help")).Rows);
        await UnhelpedAsync();
    }

    [Fact]
    public async Task A_restart_neither_forgets_nor_prolongs_it()
    {
        (await BeginAsync(30)).Expect(HttpStatusCode.Created);
        await Here.Kanal.RestartAsync();
        await Booker.PresenceAsync("available");
        await using var desk = await Booker.ListenAsync();
        var visitor = await Here.Organisation.NewConversationAsync();
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        (await Booker.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);

        await Here.Kanal.RestartAsync(() => _clock.Advance(TimeSpan.FromMinutes(31)));
        await Booker.PresenceAsync("available");
        await UnhelpedAsync();
    }

    [Fact]
    public async Task The_wallboard_shows_who_helps_and_until_when()
    {
        await using var stream = await Lead.WatchAsync();
        var until = (await BeginAsync()).Expect(HttpStatusCode.Created)["until"];
        var seen = stream.NextAsync("wallboard", board => board.Data.TryGetProperty("queues", out var queues) && queues.GetRawText().Contains("fromName", StringComparison.Ordinal));
        // The board tells once a second of the test's own clock.
        for (var steps = 0; steps < 1500 && await Task.WhenAny(seen, Task.Delay(20)) != seen; steps++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(seen.IsCompleted, "The wallboard never showed it.");
        var told = await seen;
        Assert.Contains($"\"until\":\"{until}\"", told.Data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_begun_and_ended_by_supervisors_between_two_queues_for_a_time_that_makes_sense()
    {
        (await Booker.PostAsync($"/queues/{Everyone}/help", new { from = Bookings })).Expect(HttpStatusCode.Forbidden);
        (await Booker.DeleteAsync($"/queues/{Everyone}/help/{Bookings}")).Expect(HttpStatusCode.Forbidden);
        (await Lead.PostAsync($"/queues/{Everyone}/help", new { from = Everyone })).Expect(HttpStatusCode.BadRequest);
        (await Lead.PostAsync($"/queues/{Everyone}/help", new { from = Lead.Id })).Expect(HttpStatusCode.BadRequest);
        (await Lead.PostAsync($"/queues/{Lead.Id}/help", new { from = Bookings })).Expect(HttpStatusCode.NotFound);
        (await BeginAsync(4)).Expect(HttpStatusCode.BadRequest);
        (await BeginAsync(721)).Expect(HttpStatusCode.BadRequest);
        (await BeginAsync(30)).Expect(HttpStatusCode.Created);
        (await BeginAsync(90)).Expect(HttpStatusCode.Created);
        Assert.Single((await Lead.GetAsync($"/queues/{Everyone}/help")).Rows);
    }

    [Fact]
    public async Task A_queue_that_goes_away_helps_nobody()
    {
        (await BeginAsync()).Expect(HttpStatusCode.Created);
        (await Here.Organisation.Administrator.DeleteAsync($"/queues/{Bookings}?moveTo={Everyone}")).Expect(HttpStatusCode.NoContent);
        Assert.Empty((await Lead.GetAsync($"/queues/{Everyone}/help")).Rows);
    }

    Task<Api.Reply> BeginAsync(int? minutes = null) =>
        Lead.PostAsync($"/queues/{Everyone}/help", minutes is null ? new { from = Bookings } : (object)new { from = Bookings, minutes });

    async Task<long> AvailableAsync() => (await Lead.GetAsync($"/queues/{Everyone}")).Number("available");

    // Whoever serves the queue is asked, which comes after whatever was decided about the other.
    async Task UnhelpedAsync()
    {
        var own = await Here.Organisation.NewAvailableAgentAsync(maxChats: 5);
        await using var desk = await own.ListenAsync();
        var visitor = await Here.Organisation.NewConversationAsync();
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        Assert.Empty(await Booker.OffersAsync());
        Assert.Equal(1, await AvailableAsync());
    }
}
