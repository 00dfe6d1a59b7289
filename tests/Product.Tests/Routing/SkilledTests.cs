using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Routing;

/// <summary>What is set on screens decides who is asked.</summary>
public sealed class SkilledTests
{
    [Fact]
    public async Task Who_is_asked_has_the_skill_that_the_queue_asks_for()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var administrator = here.Organisation.Administrator;
        var (unskilled, skilled) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAvailableAgentAsync());
        var skill = (await administrator.PostAsync("/skills", new { name = "Visa" })).Expect(HttpStatusCode.Created)["id"]!;
        (await administrator.PutAsync($"/agents/{skilled.Id}/skills/{skill}", new { level = 4 })).Expect(HttpStatusCode.OK);
        await SetAsync(administrator, new { steps = new[] { new { needs = new[] { new { skill, level = 4 } } } } });
        await using var desk = await skilled.ListenAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        Assert.Empty(await unskilled.OffersAsync());
    }

    [Fact]
    public async Task A_queue_that_is_given_a_team_rings_only_there()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var administrator = here.Organisation.Administrator;
        var (member, elsewhere) = (await here.Organisation.NewAvailableAgentAsync(), await here.Organisation.NewAvailableAgentAsync());
        var other = (await administrator.PostAsync("/queues", new { name = "Elsewhere" })).Expect(HttpStatusCode.Created)["id"]!;
        (await administrator.PostAsync("/teams", new { name = "Elsewhere", members = new[] { elsewhere.Id }, queues = new[] { other } })).Expect(HttpStatusCode.Created);
        var team = (await administrator.PostAsync("/teams", new { name = "Here", members = new[] { member.Id }, queues = new[] { other } })).Expect(HttpStatusCode.Created)["id"]!;
        var visitor = await here.Organisation.NewConversationAsync();
        await using var desk = await member.ListenAsync();
        var everyone = (await administrator.GetAsync("/queues")).Rows.First(queue => queue["name"] == "Everyone");
        (await administrator.PutAsync($"/queues/{everyone["id"]}", new { name = "Everyone", teams = new[] { team } })).Expect(HttpStatusCode.OK);
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        Assert.Empty(await elsewhere.OffersAsync());
    }

    [Fact]
    public async Task A_customer_of_high_value_goes_before_who_came_first()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var administrator = here.Organisation.Administrator;
        var agent = await here.Organisation.NewAgentAsync(maxChats: 1);
        var vip = await here.Organisation.NewConversationAsync("Jeg er her tit");
        (await administrator.PutAsync($"/customers/{(await administrator.SeeAsync(vip.Conversation))["customer.id"]}", new { group = "VIP", value = 10 })).Expect(HttpStatusCode.OK);
        var first = await here.Organisation.NewConversationAsync("Hej");
        // The value is looked up when a conversation joins a queue, so they join again, the valued one last.
        await administrator.TakeAsync(vip.Conversation);
        (await administrator.HandBackAsync(vip.Conversation)).Expect(HttpStatusCode.OK);
        await using var desk = await agent.ListenAsync();
        await agent.PresenceAsync("available");
        Assert.Equal(vip.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
        Assert.Equal("queued", (await administrator.SeeAsync(first.Conversation))["state"]);
    }

    static async Task SetAsync(AgentClient administrator, object terms)
    {
        var queue = (await administrator.GetAsync("/queues")).Rows[0];
        (await administrator.PutAsync($"/queues/{queue["id"]}", new { name = queue["name"], terms })).Expect(HttpStatusCode.OK);
    }
}
