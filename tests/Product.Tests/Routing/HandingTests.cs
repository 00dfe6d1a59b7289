using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Routing;

public sealed class HandingTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task What_an_agent_sends_at_the_same_moment_as_a_hand_over_does_not_happen_to_its_new_owner()
    {
        await here.Organisation.ClearAsync();
        var (agent, colleague) = (await here.Organisation.NewAgentAsync(20), await here.Organisation.NewAgentAsync(20));
        for (var round = 0; round < 40; round++)
        {
            var visitor = await here.Organisation.NewConversationAsync();
            var queue = (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK)["queue"]!;
            var handed = agent.HandToAsync(visitor.Conversation, colleague);
            Task<Reply>[] others = [agent.HandToQueueAsync(visitor.Conversation, queue), agent.WrapUpAsync(visitor.Conversation)];
            var answers = await Task.WhenAll([handed, .. others]);
            Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.All(answers, answer => Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Forbidden]));
            var now = await agent.SeeAsync(visitor.Conversation);
            if ((await handed).Status == HttpStatusCode.OK)
            {
                // Whatever came before it: what came after it found that it is the agent's no more.
                Assert.Equal(("assigned", colleague.Id), (now["state"], now["agent.id"]));
            }
        }
    }

    [Fact]
    public async Task Of_two_who_move_the_same_conversation_at_once_one_does()
    {
        await here.Organisation.ClearAsync();
        var (agent, supervisor) = (await here.Organisation.NewAgentAsync(20), await here.Organisation.NewAgentAsync(20, "supervisor"));
        var (one, other) = (await here.Organisation.NewAgentAsync(20), await here.Organisation.NewAgentAsync(20));
        var refused = 0;
        // On a busy machine one may be done before the other begins, forty times and more.
        for (var round = 0; round < 40 || (refused == 0 && round < 400); round++)
        {
            var visitor = await here.Organisation.NewConversationAsync();
            (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
            var answers = await Task.WhenAll(agent.HandToAsync(visitor.Conversation, one), supervisor.HandToAsync(visitor.Conversation, other));
            var lost = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
            Assert.All(lost, answer => Assert.Contains(answer.Problem, (string[])["changed-hands", "not-yours"]));
            // A supervisor may move it once more, who comes after the agent and has seen whose it is then.
            var owner = (await agent.SeeAsync(visitor.Conversation))["agent.id"];
            Assert.Equal(answers[1].Status == HttpStatusCode.OK ? other.Id : one.Id, owner);
            refused += lost.Count;
        }

        Assert.NotEqual(0, refused);
    }
}
