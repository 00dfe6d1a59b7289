using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Routing;

public sealed class RaceTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await here.Organisation.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Of_two_who_reach_for_the_same_conversation_one_gets_it()
    {
        var (one, other) = (await here.Organisation.NewAgentAsync(20), await here.Organisation.NewAgentAsync(20));
        for (var round = 0; round < 50; round++)
        {
            var visitor = await here.Organisation.NewConversationAsync();
            var answers = await Task.WhenAll(one.TakeAsync(visitor.Conversation), other.TakeAsync(visitor.Conversation));
            var won = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.Equal("already-taken", Assert.Single(answers, answer => answer != won).Expect(HttpStatusCode.Conflict).Problem);
            Assert.Equal(won["agent.id"], (await one.SeeAsync(visitor.Conversation))["agent.id"]);
        }
    }

    [Fact]
    public async Task What_is_taken_by_hand_while_it_begins_to_ring_rings_no_more()
    {
        var agent = await here.Organisation.NewAvailableAgentAsync(20);
        for (var round = 0; round < 50; round++)
        {
            var visitor = await here.Organisation.NewConversationAsync();
            (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
            Assert.DoesNotContain(await agent.OffersAsync(), offer => offer["conversation.id"] == visitor.Conversation);
            await agent.WrapUpAsync(visitor.Conversation);
        }

        Assert.Empty(await agent.OffersAsync());
    }

    [Fact]
    public async Task Of_one_who_accepts_and_one_who_takes_at_the_same_time_one_gets_it()
    {
        var (ringing, other) = (await here.Organisation.NewAvailableAgentAsync(20), await here.Organisation.NewAgentAsync(20));
        await using var desk = await ringing.ListenAsync();
        for (var round = 0; round < 50; round++)
        {
            var visitor = await here.Organisation.NewConversationAsync();
            var offer = await desk.NextAsync("offer", told => told["conversation.id"] == visitor.Conversation);
            var answers = await Task.WhenAll(ringing.AcceptAsync(offer["id"]!), other.TakeAsync(visitor.Conversation), ringing.TakeAsync(visitor.Conversation), visitor.SayAsync("Hallo?"));
            Assert.Equal(HttpStatusCode.Created, answers[3].Status);
            var won = Assert.Single(answers[..3], answer => answer.Status == HttpStatusCode.OK);
            Assert.All(answers[..3].Where(answer => answer != won), answer => answer.Expect(HttpStatusCode.Conflict));
            Assert.Equal(won["agent.id"], (await other.SeeAsync(visitor.Conversation))["agent.id"]);
            await (won["agent.id"] == ringing.Id ? ringing : other).WrapUpAsync(visitor.Conversation);
        }
    }

    [Fact]
    public async Task A_visitor_who_leaves_while_an_agent_accepts_ends_somewhere_sensible()
    {
        var agent = await here.Organisation.NewAvailableAgentAsync(20);
        await using var desk = await agent.ListenAsync();
        for (var round = 0; round < 30; round++)
        {
            var visitor = await here.Organisation.NewConversationAsync();
            var offer = await desk.NextAsync("offer", told => told["conversation.id"] == visitor.Conversation);
            var answers = await Task.WhenAll(agent.AcceptAsync(offer["id"]!), visitor.EndAsync());
            answers[1].Expect(HttpStatusCode.NoContent);
            var state = (await agent.SeeAsync(visitor.Conversation))["state"];
            Assert.Equal(answers[0].Status == HttpStatusCode.OK ? "wrapUp" : "closed", state);
            if (state == "wrapUp")
            {
                (await agent.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rush_gives_no_agent_more_than_they_can_take_and_forgets_nobody(bool autoAccept)
    {
        (await here.Organisation.Administrator.PutAsync("/routing", new { offerSeconds = 20, autoAccept, pauseSeconds = 0 })).Expect(HttpStatusCode.OK);

        AgentClient[] agents = [await here.Organisation.NewAvailableAgentAsync(1), await here.Organisation.NewAvailableAgentAsync(2), await here.Organisation.NewAvailableAgentAsync(3)];
        await using var floor = await here.Organisation.Administrator.ListenAsync();
        await floor.NextAsync("hello");
        using var done = new CancellationTokenSource();
        var working = Task.WhenAll(agents.Select((agent, i) => WorkAsync(agent, i + 1, done.Token)));
        var visitors = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => here.Organisation.NewConversationAsync($"{i}")));
        var streams = await Task.WhenAll(visitors.Select(visitor => visitor.ListenAsync()));
        var closed = new HashSet<string?>();
        while (closed.Count < visitors.Length)
        {
            var next = floor.NextAsync("conversation", told => told["state"] == "closed");
            if (await Task.WhenAny(next, working) == working)
            {
                await working;
            }

            closed.Add((await next)["id"]);
        }

        await done.CancelAsync();
        await working;
        Assert.Equal(visitors.Select(visitor => visitor.Conversation).Order(), closed.Order());
        foreach (var stream in streams)
        {
            Assert.DoesNotContain("queue", await AfterAssignmentAsync(stream));
            await stream.DisposeAsync();
        }
    }

    static async Task<List<string>> AfterAssignmentAsync(EventReader stream)
    {
        List<string> heard = [];
        while (heard is not [.., "closed"])
        {
            heard.Add((await stream.NextAsync()).Name);
        }

        return [.. heard.SkipWhile(name => name != "assigned")];
    }

    // An agent who takes all that rings, and now and then wraps one up; never has more than the maximum in hand and ringing.
    static async Task WorkAsync(AgentClient agent, int maximum, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            var mine = (await agent.GetAsync("/conversations?list=mine")).Rows;
            var offers = await agent.OffersAsync();
            Assert.True(mine.Length <= maximum, $"{mine.Length} in hand of {maximum}");
            foreach (var offer in offers)
            {
                (await agent.AcceptAsync(offer["id"]!)).Expect(HttpStatusCode.OK);
            }

            mine = (await agent.GetAsync("/conversations?list=mine")).Rows;
            Assert.True(mine.Length <= maximum, $"{mine.Length} in hand of {maximum}");
            if (mine.Length > 0)
            {
                (await agent.SayAsync(mine[0]["id"]!, "Værsgo")).Expect(HttpStatusCode.Created);
                (await agent.WrapUpAsync(mine[0]["id"]!)).Expect(HttpStatusCode.OK);
            }
        }
    }
}
