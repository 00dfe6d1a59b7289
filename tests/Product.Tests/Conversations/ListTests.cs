using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Conversations;

public sealed class ListTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task A_list_holds_what_its_name_says_whatever_state_is_asked_for()
    {
        var (agent, colleague) = (await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync());
        var waiting = (await here.Organisation.NewConversationAsync()).Conversation;
        var mine = await TakenAsync(agent);
        var theirs = await TakenAsync(colleague);
        var ended = await TakenAsync(agent);
        (await agent.WrapUpAsync(ended)).Expect(HttpStatusCode.OK);

        Assert.Equal([waiting], await ListAsync("list=queue"));
        Assert.Equal([waiting], await ListAsync("list=queue&state=open"));
        Assert.Equal([waiting], await ListAsync("list=queue&state=queued"));
        Assert.Empty(await ListAsync("list=queue&state=assigned"));
        Assert.Empty(await ListAsync("list=queue&state=closed"));
        Assert.Equal([mine], await ListAsync("list=mine"));
        Assert.Equal([mine], await ListAsync("list=mine&state=open"));
        Assert.Equal([ended], await ListAsync("list=mine&state=closed"));
        Assert.Equal([waiting, mine, theirs], await ListAsync("list=all&state=open"));
        Assert.Equal([mine, theirs], await ListAsync("state=assigned"));
        Assert.Equal([ended], await ListAsync("state=closed"));
        Assert.Equal([waiting, mine, theirs, ended], await ListAsync("list=all"));

        async Task<IEnumerable<string>> ListAsync(string query) =>
            (await agent.GetAsync($"/conversations?{query}")).Expect(HttpStatusCode.OK).Rows.Select(one => one["id"]!).Order(StringComparer.Ordinal);
    }

    async Task<string> TakenAsync(AgentClient agent)
    {
        var conversation = (await here.Organisation.NewConversationAsync()).Conversation;
        (await agent.TakeAsync(conversation)).Expect(HttpStatusCode.OK);
        return conversation;
    }
}
