using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class EndTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    readonly Organisation _organisation = here.Organisation;

    [Fact]
    public async Task A_visitor_who_leaves_the_queue_closes_the_conversation()
    {
        var visitor = await _organisation.NewConversationAsync();
        (await visitor.EndAsync()).Expect(HttpStatusCode.NoContent);
        (await visitor.EndAsync()).Expect(HttpStatusCode.NoContent);
        Assert.Equal("closed", (await visitor.StandingAsync())["state"]);
        Assert.Equal("closed", (await _organisation.Administrator.SeeAsync(visitor.Conversation))["state"]);
    }

    [Fact]
    public async Task A_visitor_who_leaves_an_agent_leaves_them_the_wrap_up()
    {
        var (agent, visitor) = (await _organisation.NewAgentAsync(), await _organisation.NewConversationAsync());
        await agent.TakeAsync(visitor.Conversation);
        (await visitor.EndAsync()).Expect(HttpStatusCode.NoContent);
        Assert.Equal("closed", (await visitor.StandingAsync())["state"]);
        Assert.Equal("wrapUp", (await agent.SeeAsync(visitor.Conversation))["state"]);
        Assert.Equal("closed", (await agent.WrapUpAsync(visitor.Conversation, "sale")).Expect(HttpStatusCode.OK)["state"]);
        Assert.Equal("conversation-closed", (await agent.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task A_visitor_who_writes_after_leaving_has_the_same_agent_still()
    {
        var (agent, visitor) = (await _organisation.NewAgentAsync(), await _organisation.NewConversationAsync());
        await agent.TakeAsync(visitor.Conversation);
        await visitor.EndAsync();
        (await visitor.SayAsync("En ting til")).Expect(HttpStatusCode.Created);
        var seen = await agent.SeeAsync(visitor.Conversation);
        Assert.Equal(("assigned", agent.Id), (seen["state"], seen["agent.id"]));
    }

    [Fact]
    public async Task A_message_reopens_what_was_closed_and_rings_at_the_agent_who_knows_it()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (knows, idle) = (await alone.Organisation.NewAgentAsync(), await alone.Organisation.NewAgentAsync());
        var visitor = await alone.Organisation.NewConversationAsync();
        var busy = await alone.Organisation.NewConversationAsync();
        await knows.TakeAsync(visitor.Conversation);
        await knows.TakeAsync(busy.Conversation);
        await knows.WrapUpAsync(visitor.Conversation);
        await knows.PresenceAsync("available");
        await idle.PresenceAsync("available");
        await using var desk = await knows.ListenAsync();
        await desk.NextAsync("hello");
        (await visitor.SayAsync("En ting til")).Expect(HttpStatusCode.Created);
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        Assert.Equal("queued", (await visitor.StandingAsync())["state"]);
        Assert.Empty(await idle.OffersAsync());
    }

    [Fact]
    public async Task An_agent_writes_to_no_closed_conversation()
    {
        var (agent, visitor) = (await _organisation.NewAgentAsync(), await _organisation.NewConversationAsync());
        await agent.TakeAsync(visitor.Conversation);
        await agent.WrapUpAsync(visitor.Conversation);
        Assert.Equal("conversation-closed", (await agent.SayAsync(visitor.Conversation, "Hov")).Expect(HttpStatusCode.Conflict).Problem);
        (await agent.PostAsync($"/conversations/{visitor.Conversation}/reopen", new { })).Expect(HttpStatusCode.OK);
        (await agent.SayAsync(visitor.Conversation, "Hov")).Expect(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(1, HttpStatusCode.NoContent)]
    [InlineData(5, HttpStatusCode.NoContent)]
    [InlineData(0, HttpStatusCode.BadRequest)]
    [InlineData(6, HttpStatusCode.BadRequest)]
    [InlineData(-1, HttpStatusCode.BadRequest)]
    public async Task A_rating_is_one_to_five(int score, HttpStatusCode status)
    {
        var visitor = await _organisation.NewConversationAsync();
        (await visitor.RateAsync(score, "Tak")).Expect(status);
        Assert.Equal(status == HttpStatusCode.NoContent ? $"{score}" : null, (await visitor.StandingAsync())["rating"]);
    }

    [Fact]
    public async Task A_comment_beyond_its_length_rates_nothing()
    {
        var visitor = await _organisation.NewConversationAsync();
        Assert.NotEmpty((await visitor.RateAsync(5, new string('x', 1001))).Expect(HttpStatusCode.BadRequest).Errors("comment"));
        Assert.Null((await visitor.StandingAsync())["rating"]);
    }

    [Fact]
    public async Task A_conversation_goes_on_as_letters_where_an_address_was_given()
    {
        var visitor = await _organisation.NewConversationAsync();
        var path = $"/conversations/{visitor.Conversation}/switch";
        Assert.NotEmpty((await visitor.PostAsync(path, new { channel = "email", address = "nowhere" })).Expect(HttpStatusCode.BadRequest).Errors("address"));
        (await visitor.PostAsync(path, new { channel = "email", address = "mette@example.dk" })).Expect(HttpStatusCode.NoContent);
        Assert.Equal("email", (await visitor.StandingAsync())["channel"]);
        (await visitor.SayAsync("Og så")).Expect(HttpStatusCode.Created);
    }
}
