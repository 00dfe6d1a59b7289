using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Letters;

public sealed class MoveTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    AgentClient Agent => here.Organisation.Administrator;

    [Fact]
    public async Task What_was_read_stays_read_in_a_conversation_that_it_is_moved_to_and_what_was_not_stays_unread()
    {
        var (visitor, into) = (await TakenAsync(), await TakenAsync());
        (await visitor.SayAsync("Er der wifi?")).Expect(HttpStatusCode.Created);
        (await visitor.SayAsync("Og morgenmad?")).Expect(HttpStatusCode.Created);
        (await Agent.ReadAsync(into.Conversation, 1)).Expect(HttpStatusCode.NoContent);
        (await Agent.ReadAsync(visitor.Conversation, 2)).Expect(HttpStatusCode.NoContent);
        var split = (await Agent.PostAsync($"/conversations/{visitor.Conversation}/split", new { from = 2 })).Expect(HttpStatusCode.Created);
        Assert.Equal("1", await UnreadAsync(split["conversation"]!));
        (await Agent.ReadAsync(split["conversation"]!, 2)).Expect(HttpStatusCode.NoContent);

        (await Agent.PostAsync($"/conversations/{split["conversation"]}/merge", new { into = into.Conversation })).Expect(HttpStatusCode.Created);
        Assert.Equal("0", await UnreadAsync(into.Conversation));
    }

    [Fact]
    public async Task A_conversation_that_is_to_be_wrapped_up_goes_on_when_one_is_merged_into_it_that_waits()
    {
        var left = await TakenAsync();
        await left.EndAsync();
        Assert.Equal("wrapUp", (await Agent.SeeAsync(left.Conversation))["state"]);
        var waits = await here.Organisation.NewConversationAsync();
        var since = (await Agent.SeeAsync(waits.Conversation))["waitingSince"];

        (await Agent.PostAsync($"/conversations/{waits.Conversation}/merge", new { into = left.Conversation })).Expect(HttpStatusCode.Created);
        var now = await Agent.SeeAsync(left.Conversation);
        Assert.Equal(("assigned", Agent.Id, since), (now["state"], now["agent.id"], now["waitingSince"]));
    }

    [Fact]
    public async Task What_was_split_off_and_waits_wakes_what_it_came_from_when_the_split_is_taken_back()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (agent, visitor) = (alone.Organisation.Administrator, await TakenAsync(alone.Organisation));
        (await visitor.SayAsync("Er der wifi?")).Expect(HttpStatusCode.Created);
        var split = (await agent.PostAsync($"/conversations/{visitor.Conversation}/split", new { from = 2 })).Expect(HttpStatusCode.Created);
        (await agent.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        (await agent.HandBackAsync(split["conversation"]!)).Expect(HttpStatusCode.OK);
        var colleague = await alone.Organisation.NewAgentAsync();
        await using var stream = await colleague.ListenAsync();

        (await agent.PostAsync($"/conversations/{visitor.Conversation}/moves/{split["move"]}/undo", new { })).Expect(HttpStatusCode.NoContent);
        await colleague.PresenceAsync("available");
        var offer = await stream.NextAsync("offer");
        Assert.Equal(visitor.Conversation, offer["conversation.id"]);
    }

    [OnPostgres]
    public async Task Two_who_merge_two_conversations_into_each_other_at_once_do_not_wait_for_each_other_in_a_circle()
    {
        for (var round = 0; round < 20; round++)
        {
            var (one, other) = (await here.Organisation.NewConversationAsync(), await here.Organisation.NewConversationAsync());
            var merges = await Task.WhenAll(MergeAsync(one, other), MergeAsync(other, one));
            Assert.All(merges, merge => merge.Expect(HttpStatusCode.Created));
            string?[] states = [(await Agent.SeeAsync(one.Conversation))["state"], (await Agent.SeeAsync(other.Conversation))["state"]];
            Assert.Single(states, "closed");
        }

        Assert.Equal(0, await here.Database.ReadAsync(sql => sql.FirstAsync<long>("select deadlocks from pg_stat_database where datname = current_database()"), CancellationToken.None));

        Task<Reply> MergeAsync(VisitorClient from, VisitorClient into) => Agent.PostAsync($"/conversations/{from.Conversation}/merge", new { into = into.Conversation });
    }

    Task<VisitorClient> TakenAsync() => TakenAsync(here.Organisation);

    static async Task<VisitorClient> TakenAsync(Organisation organisation)
    {
        var visitor = await organisation.NewConversationAsync();
        (await organisation.Administrator.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        return visitor;
    }

    async Task<string?> UnreadAsync(string conversation) => (await Agent.SeeAsync(conversation))["unread"];
}
