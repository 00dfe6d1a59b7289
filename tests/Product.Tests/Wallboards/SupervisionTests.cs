using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Wallboards;

public sealed class SupervisionTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    static readonly object _nothing = new();

    public async ValueTask InitializeAsync() => await here.Organisation.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_supervisor_takes_a_conversation_out_of_anothers_hands_and_an_agent_does_not()
    {
        var (mette, jonas, lead) = await PeopleAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await mette.TakeAsync(visitor.Conversation);
        Assert.Equal("already-taken", (await jonas.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(lead.Id, (await lead.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK)["agent.id"]);
        Assert.Contains(("conversation.taken", visitor.Conversation), await AuditAsync());
    }

    [Fact]
    public async Task Only_a_supervisor_moves_or_closes_what_a_colleague_has()
    {
        var (mette, jonas, lead) = await PeopleAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await mette.TakeAsync(visitor.Conversation);
        Assert.Equal("not-yours", (await jonas.HandToAsync(visitor.Conversation, jonas)).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("not-yours", (await jonas.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal(jonas.Id, (await lead.HandToAsync(visitor.Conversation, jonas)).Expect(HttpStatusCode.OK)["agent.id"]);
        (await lead.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        var audit = await AuditAsync();
        Assert.Contains(("conversation.transferred", visitor.Conversation), audit);
        Assert.Contains(("conversation.closed", visitor.Conversation), audit);
    }

    [Fact]
    public async Task No_way_leads_around_that()
    {
        var (mette, jonas, lead) = await PeopleAsync();
        var other = await here.Organisation.NewConversationAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await visitor.SayAsync("Og så lige det her");
        await mette.TakeAsync(visitor.Conversation);
        var at = $"/conversations/{visitor.Conversation}";
        (string Act, Func<AgentClient, Task<Reply>> Do)[] ways =
        [
            ("callback", who => who.PostAsync($"{at}/callback", new { number = "20304050" })),
            ("spam", who => who.PostAsync($"{at}/spam", _nothing)),
            ("merge", who => who.PostAsync($"{at}/merge", new { into = other.Conversation })),
            ("split", who => who.PostAsync($"{at}/split", new { from = 2 })),
        ];
        foreach (var (act, way) in ways)
        {
            var refused = await way(jonas);
            Assert.True(refused is { Status: HttpStatusCode.Forbidden, Problem: "not-yours" }, $"{act} was answered with {refused}");
            var now = await mette.SeeAsync(visitor.Conversation);
            Assert.Equal(("assigned", mette.Id), (now["state"], now["agent.id"]));
        }

        var split = (await mette.PostAsync($"{at}/split", new { from = 2 })).Expect(HttpStatusCode.Created);
        Assert.Equal("not-yours", (await jonas.PostAsync($"{at}/moves/{split["move"]}/undo", _nothing)).Expect(HttpStatusCode.Forbidden).Problem);
        (await lead.PostAsync($"{at}/moves/{split["move"]}/undo", _nothing)).Expect(HttpStatusCode.NoContent);

        // Left by the customer it is still theirs, to be wrapped up.
        await visitor.EndAsync();
        Assert.Equal("not-yours", (await jonas.PostAsync($"{at}/reopen", _nothing)).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal(("wrapUp", mette.Id), (await mette.SeeAsync(visitor.Conversation)) is var left ? (left["state"], left["agent.id"]) : default);
        Assert.Equal(lead.Id, (await lead.PostAsync($"{at}/reopen", _nothing)).Expect(HttpStatusCode.OK)["agent.id"]);
        (await lead.PostAsync($"{at}/spam", _nothing)).Expect(HttpStatusCode.OK);
        Assert.Equal(0, (await lead.GetAsync($"/agents/{mette.Id}")).Number("inHand"));
        Assert.Contains(("conversation.reopened", visitor.Conversation), await AuditAsync());
        (await jonas.PostAsync($"{at}/reopen", _nothing)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_asked_back_sees_it_at_their_desk_and_nobody_else_does()
    {
        var (mette, jonas, lead) = await PeopleAsync();
        await mette.PresenceAsync("onBreak");
        await using var desk = await mette.ListenAsync();
        await using var other = await jonas.ListenAsync();
        (await jonas.PostAsync($"/agents/{mette.Id}/ask-back", _nothing)).Expect(HttpStatusCode.Forbidden);
        (await lead.PostAsync($"/agents/{mette.Id}/ask-back", _nothing)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(lead.Name, (await desk.NextAsync("askedBack"))["by.name"]);
        Assert.DoesNotContain(other.Rest(), told => told.Name == "askedBack");
        Assert.Contains(("agent.asked-back", mette.Id), await AuditAsync());
        await mette.PresenceAsync("available");
        Assert.Equal("is-available", (await lead.PostAsync($"/agents/{mette.Id}/ask-back", _nothing)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("not-here", (await lead.PostAsync($"/agents/{jonas.Id}/ask-back", _nothing)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task Who_is_a_supervisor_no_more_is_told_nothing_more_of_the_others_work()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        var lead = await alone.Organisation.NewAgentAsync(role: "supervisor");
        var email = (await lead.GetAsync($"/agents/{lead.Id}"))["email"];
        await using var stream = await lead.WatchAsync();
        await stream.NextAsync("wallboard");
        (await alone.Organisation.Administrator.PutAsync($"/agents/{lead.Id}", new { name = lead.Name, email, role = "agent" })).Expect(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromSeconds(31));
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(15));
        await using var again = await lead.WatchAsync();
        Assert.False((await again.NextAsync("wallboard")).Data.TryGetProperty("alerts", out var alerts) && alerts.ValueKind == System.Text.Json.JsonValueKind.Array);
    }

    [Fact]
    public async Task What_one_who_had_to_leave_has_in_hand_goes_to_a_colleague_or_back_to_the_queue()
    {
        var (mette, jonas, lead) = await PeopleAsync();
        var (first, second) = (await here.Organisation.NewConversationAsync(), await here.Organisation.NewConversationAsync());
        await mette.TakeAsync(first.Conversation);
        await mette.TakeAsync(second.Conversation);
        (await jonas.PostAsync($"/agents/{mette.Id}/hand-over", _nothing)).Expect(HttpStatusCode.Forbidden);
        var handed = (await lead.PostAsync($"/agents/{mette.Id}/hand-over", new { to = jonas.Id, note = "Mette er syg" })).Expect(HttpStatusCode.OK);
        Assert.Equal(2, handed.Number("moved"));
        Assert.Equal(jonas.Id, (await lead.SeeAsync(first.Conversation))["agent.id"]);
        Assert.Equal(2, (await lead.PostAsync($"/agents/{jonas.Id}/hand-over", _nothing)).Expect(HttpStatusCode.OK).Number("moved"));
        Assert.Equal("queued", (await lead.SeeAsync(second.Conversation))["state"]);
        Assert.Equal(0, (await lead.GetAsync($"/agents/{jonas.Id}")).Number("inHand"));
        Assert.Contains(("agent.handed-over", mette.Id), await AuditAsync());
    }

    [Fact]
    public async Task A_supervisor_sets_anothers_presence_and_that_is_in_the_audit()
    {
        var (mette, jonas, lead) = await PeopleAsync();
        (await jonas.PutAsync($"/agents/{mette.Id}/presence", new { presence = "available" })).Expect(HttpStatusCode.Forbidden);
        Assert.Equal("available", (await lead.PutAsync($"/agents/{mette.Id}/presence", new { presence = "available" })).Expect(HttpStatusCode.OK)["presence"]);
        Assert.Contains(("agent.presence-set", $"{mette.Id}: available"), await AuditAsync());

        // Nothing is to ring at one who has left, nor when they come back one day.
        (await here.Organisation.Administrator.SendAsync(HttpMethod.Delete, $"/agents/{mette.Id}")).Expect(HttpStatusCode.NoContent);
        Assert.NotEmpty((await lead.PutAsync($"/agents/{mette.Id}/presence", new { presence = "available" })).Expect(HttpStatusCode.BadRequest).Errors("agent"));
        Assert.Equal("offline", (await lead.GetAsync($"/agents/{mette.Id}"))["presence"]);
    }

    [Fact]
    public async Task A_supervisor_reads_along_live_and_leaves_a_note_that_the_customer_does_not_see()
    {
        var (mette, _, lead) = await PeopleAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        await mette.TakeAsync(visitor.Conversation);
        await using var desk = await lead.ListenAsync();
        await visitor.SayAsync("Kan I hjælpe?");
        Assert.Equal("Kan I hjælpe?", (await desk.NextAsync("message", told => told["conversation"] == visitor.Conversation))["entry.text"]);
        (await lead.NoteAsync(visitor.Conversation, "Tilbyd en anden dato")).Expect(HttpStatusCode.Created);
        Assert.DoesNotContain("Tilbyd", (await visitor.HistoryAsync()).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Tilbyd", (await mette.GetAsync($"/conversations/{visitor.Conversation}/timeline")).Body.GetRawText(), StringComparison.Ordinal);
    }

    async Task<(AgentClient Mette, AgentClient Jonas, AgentClient Lead)> PeopleAsync() =>
        (await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync(role: "supervisor"));

    async Task<List<(string What, string? Target)>> AuditAsync() =>
        [.. (await here.Organisation.Administrator.GetAsync("/audit")).Expect(HttpStatusCode.OK).Rows.Select(entry => (entry["what"]!, entry["target"]))];
}
