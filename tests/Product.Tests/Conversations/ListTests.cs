using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Conversations;

public sealed class ListTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task A_list_holds_what_its_name_says_whatever_state_is_asked_for()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (agent, colleague) = (await alone.Organisation.NewAgentAsync(), await alone.Organisation.NewAgentAsync());
        var waiting = (await alone.Organisation.NewConversationAsync()).Conversation;
        var mine = await TakenAsync(alone, agent);
        var theirs = await TakenAsync(alone, colleague);
        var ended = await TakenAsync(alone, agent);
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

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_also_behind_one_that_was_emptied_by_a_merge()
    {
        var agent = here.Organisation.Administrator;
        await here.Organisation.ClearAsync();
        var (into, emptied, between) = (await here.Organisation.NewConversationAsync(), await here.Organisation.NewConversationAsync(), await here.Organisation.NewConversationAsync());
        (await agent.WrapUpAsync(between.Conversation)).Expect(HttpStatusCode.OK);
        (await emptied.SayAsync("Er der nogen?")).Expect(HttpStatusCode.Created);
        (await agent.PostAsync($"/conversations/{emptied.Conversation}/merge", new { into = into.Conversation })).Expect(HttpStatusCode.Created);
        var first = await agent.GetAsync("/conversations?state=closed&limit=1");
        Assert.Equal([emptied.Conversation], first.Each("id"));
        var second = await agent.GetAsync($"/conversations?state=closed&limit=1&cursor={first["next"]}");
        Assert.Equal([between.Conversation], second.Each("id"));

        var whole = (await agent.GetAsync("/conversations?limit=200")).Each("id");
        for (var most = 1; most <= whole.Length; most++)
        {
            Assert.Equal(whole, await PagesAsync(agent, most));
        }
    }

    [Fact]
    public async Task In_the_queue_whoever_has_waited_longest_is_first_and_whoever_has_our_word_comes_last()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var agent = await alone.Organisation.NewAgentAsync();
        var answered = await TakenAsync(alone, agent);
        (await agent.HandBackAsync(answered)).Expect(HttpStatusCode.OK);
        (await agent.SayAsync(answered, "Jeg spørger en kollega.")).Expect(HttpStatusCode.Created);
        var (first, second) = (await alone.Organisation.NewConversationAsync(), await alone.Organisation.NewConversationAsync());
        (await first.SayAsync("Er der nogen?")).Expect(HttpStatusCode.Created);

        string[] expected = [first.Conversation, second.Conversation, answered];
        Assert.Equal(expected, (await agent.GetAsync("/conversations?list=queue")).Each("id"));
        Assert.Equal(expected, await PagesAsync(agent, 1, "list=queue"));
        Assert.Equal([first.Conversation, second.Conversation], (await agent.GetAsync("/conversations?limit=2")).Each("id"));
    }

    [Fact]
    public async Task Pages_of_the_queue_pass_nobody_by_and_show_nobody_twice_while_others_come_and_go()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var agent = await alone.Organisation.NewAgentAsync(20);
        var visitors = new List<VisitorClient>();
        for (var i = 0; i < 9; i++)
        {
            visitors.Add(await alone.Organisation.NewConversationAsync());
        }

        var waiting = visitors.ConvertAll(visitor => visitor.Conversation);
        List<string> seen = [];
        for (var (cursor, round) = ("", 0); ; round++)
        {
            var page = (await agent.GetAsync($"/conversations?list=queue&limit=2{cursor}")).Expect(HttpStatusCode.OK);
            seen.AddRange(page.Each("id"));
            if (page["next"] is null or "null")
            {
                break;
            }

            cursor = $"&cursor={page["next"]}";
            (await visitors[^1].SayAsync("Hallo?")).Expect(HttpStatusCode.Created);
            (await visitors[2].SayAsync("Er I der?")).Expect(HttpStatusCode.Created);
            if (round < 2)
            {
                (await agent.TakeAsync(waiting[round])).Expect(HttpStatusCode.OK);
                visitors.Insert(visitors.Count - 1, await alone.Organisation.NewConversationAsync());
                waiting.Add(visitors[^2].Conversation);
            }
        }

        Assert.Equal(waiting, seen);
    }

    [Theory]
    [InlineData("køje")]
    [InlineData("KØJE på færgen")]
    [InlineData("Båd")]
    [InlineData("kabine 12")]
    public async Task The_last_word_is_found_whatever_letters_it_has(string sought)
    {
        var conversation = (await here.Organisation.NewConversationAsync("Køje på færgen eller båd? KABINE 12?")).Conversation;
        Assert.Contains(conversation, (await here.Organisation.Administrator.GetAsync($"/conversations?q={Uri.EscapeDataString(sought)}")).Each("id"));
        Assert.DoesNotContain(conversation, (await here.Organisation.Administrator.GetAsync($"/conversations?q={Uri.EscapeDataString(sought)}x")).Each("id"));
    }

    static async Task<List<string>> PagesAsync(AgentClient agent, int most, string list = "list=all")
    {
        List<string> all = [];
        for (var cursor = ""; ;)
        {
            var page = (await agent.GetAsync($"/conversations?{list}&limit={most}{cursor}")).Expect(HttpStatusCode.OK);
            Assert.InRange(page.Rows.Length, 1, most);
            all.AddRange(page.Each("id"));
            if (page["next"] is null or "null")
            {
                return all;
            }

            cursor = $"&cursor={page["next"]}";
        }
    }

    static async Task<string> TakenAsync(Fjordrejser alone, AgentClient agent)
    {
        var conversation = (await alone.Organisation.NewConversationAsync()).Conversation;
        (await agent.TakeAsync(conversation)).Expect(HttpStatusCode.OK);
        return conversation;
    }
}
