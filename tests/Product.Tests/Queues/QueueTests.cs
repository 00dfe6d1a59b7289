using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Queues;

public sealed class QueueTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    static readonly object _nothing = new();

    AgentClient Administrator => here.Organisation.Administrator;

    public async ValueTask InitializeAsync()
    {
        await here.Organisation.ClearAsync();
        foreach (var team in (await Administrator.GetAsync("/teams")).Rows)
        {
            await Administrator.DeleteAsync($"/teams/{team["id"]}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_installation_has_one_queue_that_everyone_serves()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var queue = Assert.Single((await alone.Organisation.Administrator.GetAsync("/queues")).Rows);
        Assert.Equal(("Everyone", "1", "[]", "[]"), (queue["name"], queue["terms.value"], queue["terms.steps"], queue["warnings"]));
        Assert.Contains(alone.Organisation.Administrator.Id, queue["servedBy"]!, StringComparison.Ordinal);
        var points = (await alone.Organisation.Administrator.GetAsync("/entry-points")).Rows;
        Assert.Equal(["callback", "chat", "email"], points.Select(point => point["channel"]));
        Assert.All(points, point => Assert.Equal(queue["id"], point["queue"]));
    }

    [Fact]
    public async Task What_a_queue_promises_is_kept_as_it_was_written()
    {
        var skill = (await Administrator.PostAsync("/skills", new { name = "Visa" })).Expect(HttpStatusCode.Created);
        var other = await NewQueueAsync();
        var terms = new
        {
            targets = new[] { new { channel = "chat", seconds = 30, share = 90 } },
            value = 7,
            nearAt = 70,
            raiseWhenNear = 2,
            steps = new object[]
            {
                new { needs = new object[] { new { skill = "language", level = 4 }, new { skill = skill["id"], level = 2 } }, seconds = 30 },
                new { needs = Array.Empty<object>() },
            },
            overflow = new[] { new { afterSeconds = 60, queue = other } },
        };
        var made = (await Administrator.PostAsync("/queues", new { name = NewName(), terms })).Expect(HttpStatusCode.Created);
        var read = (await Administrator.GetAsync($"/queues/{made["id"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("7", "70", "2", "1"), (read["terms.value"], read["terms.nearAt"], read["terms.raiseWhenNear"], read["version"]));
        Assert.Equal("""[{"channel":"chat","seconds":30,"share":90}]""", read["terms.targets"]);
        Assert.Contains(skill["id"]!, read["terms.steps"], StringComparison.Ordinal);
        Assert.Contains(other, read["terms.overflow"], StringComparison.Ordinal);

        var renamed = (await Administrator.PutAsync($"/queues/{made["id"]}", new { name = NewName() })).Expect(HttpStatusCode.OK);
        Assert.Equal(("7", "2"), (renamed["terms.value"], renamed["version"]));
    }

    [Theory]
    [InlineData("terms.value", """{"name":"X","terms":{"value":11}}""")]
    [InlineData("terms.nearAt", """{"name":"X","terms":{"nearAt":100}}""")]
    [InlineData("terms.targets[0].seconds", """{"name":"X","terms":{"targets":[{"channel":"chat","seconds":0}]}}""")]
    [InlineData("terms.targets[0].channel", """{"name":"X","terms":{"targets":[{"channel":"fax","seconds":10}]}}""")]
    [InlineData("terms.targets", """{"name":"X","terms":{"targets":[{"channel":"chat","seconds":1},{"channel":"chat","seconds":2}]}}""")]
    [InlineData("terms.steps[0].needs[0].level", """{"name":"X","terms":{"steps":[{"needs":[{"skill":"language","level":6}]}]}}""")]
    [InlineData("terms.steps[0].needs[0].skill", """{"name":"X","terms":{"steps":[{"needs":[{"skill":"juggling","level":3}]}]}}""")]
    [InlineData("terms.steps[0].seconds", """{"name":"X","terms":{"steps":[{"needs":[]},{"needs":[]}]}}""")]
    [InlineData("terms.steps[0].seconds", """{"name":"X","terms":{"steps":[{"needs":[],"seconds":5}]}}""")]
    [InlineData("terms.steps[0]", """{"name":"X","terms":{"steps":[null]}}""")]
    [InlineData("terms.overflow[0].queue", """{"name":"X","terms":{"overflow":[{"afterSeconds":0,"queue":"0000000000001"}]}}""")]
    [InlineData("teams", """{"name":"X","teams":["0000000000001"]}""")]
    [InlineData("name", """{"name":" "}""")]
    public async Task What_is_wrong_is_named_by_its_place(string field, string body)
    {
        var refused = await Administrator.SendAsync(HttpMethod.Post, "/queues", new StringContent(body, null, "application/json"));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (refused.Status, refused.Problem));
        Assert.NotEmpty(refused.Errors(field));
    }

    [Fact]
    public async Task Queues_never_flow_over_in_a_circle()
    {
        var (first, second, third) = (await NewQueueAsync(), await NewQueueAsync(), await NewQueueAsync());
        (await FlowAsync(first, second)).Expect(HttpStatusCode.OK);
        (await FlowAsync(second, third)).Expect(HttpStatusCode.OK);
        var circle = (await FlowAsync(third, first)).Expect(HttpStatusCode.BadRequest);
        Assert.Contains("circle", Assert.Single(circle.Errors("terms.overflow[0].queue")), StringComparison.Ordinal);
        Assert.NotEmpty((await FlowAsync(first, first)).Expect(HttpStatusCode.BadRequest).Errors("terms.overflow[0].queue"));
    }

    [Fact]
    public async Task Of_two_who_change_a_queue_at_once_the_second_is_told()
    {
        var queue = await NewQueueAsync();
        (await Administrator.PutAsync($"/queues/{queue}", new { name = NewName(), version = 1 })).Expect(HttpStatusCode.OK);
        Assert.Equal("changed-meanwhile", (await Administrator.PutAsync($"/queues/{queue}", new { name = NewName(), version = 1 })).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task A_step_that_nobody_can_meet_is_kept_with_a_warning()
    {
        var skill = (await Administrator.PostAsync("/skills", new { name = NewName() })).Expect(HttpStatusCode.Created)["id"]!;
        var steps = new[] { new { needs = new[] { new { skill, level = 4 } } } };
        var made = (await Administrator.PostAsync("/queues", new { name = NewName(), terms = new { steps } })).Expect(HttpStatusCode.Created);
        Assert.Contains("Nobody", made["warnings"], StringComparison.Ordinal);
        (await Administrator.PutAsync($"/agents/{Administrator.Id}/skills/{skill}", new { level = 4 })).Expect(HttpStatusCode.OK);
        Assert.Equal("[]", (await Administrator.GetAsync($"/queues/{made["id"]}"))["warnings"]);
    }

    [Fact]
    public async Task A_queue_is_served_by_its_teams_and_by_those_in_none()
    {
        var (member, free, elsewhere) = (await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync(), await here.Organisation.NewAgentAsync());
        var (queue, other) = (await NewQueueAsync(), await NewQueueAsync());
        (await Administrator.PostAsync("/teams", new { name = NewName(), members = new[] { member.Id }, queues = new[] { queue } })).Expect(HttpStatusCode.Created);
        (await Administrator.PostAsync("/teams", new { name = NewName(), members = new[] { elsewhere.Id }, queues = new[] { other } })).Expect(HttpStatusCode.Created);
        await member.PresenceAsync("available");
        await elsewhere.PresenceAsync("available");
        var read = await Administrator.GetAsync($"/queues/{queue}");
        Assert.Contains(member.Id, read["servedBy"]!, StringComparison.Ordinal);
        Assert.Contains(free.Id, read["servedBy"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Id, read["servedBy"]!, StringComparison.Ordinal);
        Assert.Equal(("1", "1"), (read["available"], read["signedIn"]));
    }

    [Fact]
    public async Task A_queue_goes_only_when_what_is_in_it_has_another_place()
    {
        var (old, queue) = (await Everyone(), await NewQueueAsync());
        var point = (await Administrator.GetAsync("/entry-points")).Rows.Single(point => point["channel"] == "chat");
        (await Administrator.PutAsync($"/entry-points/{point["id"]}", new { queue })).Expect(HttpStatusCode.OK);
        var visitor = await here.Organisation.NewConversationAsync();
        Assert.Equal(queue, (await Administrator.SeeAsync(visitor.Conversation))["queue"]);
        Assert.Equal("queue-in-use", (await Administrator.DeleteAsync($"/queues/{queue}")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.NotEmpty((await Administrator.DeleteAsync($"/queues/{queue}?moveTo={queue}")).Expect(HttpStatusCode.BadRequest).Errors("moveTo"));

        var (agent, held) = (await here.Organisation.NewAgentAsync(), await here.Organisation.NewConversationAsync());
        (await agent.TakeAsync(held.Conversation)).Expect(HttpStatusCode.OK);
        await using var news = await agent.ListenAsync();
        (await Administrator.DeleteAsync($"/queues/{queue}?moveTo={old}")).Expect(HttpStatusCode.NoContent);
        await news.NextAsync("conversation", told => told["id"] == held.Conversation && told["queue"] == old);
        Assert.Equal(old, (await Administrator.SeeAsync(visitor.Conversation))["queue"]);
        Assert.Equal(old, (await Administrator.GetAsync("/entry-points")).Rows.Single(point => point["channel"] == "chat")["queue"]);
        (await Administrator.GetAsync($"/queues/{queue}")).Expect(HttpStatusCode.NotFound);
        await using var desk = await Administrator.ListenAsync();
        await Administrator.PresenceAsync("available");
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("offer"))["conversation.id"]);
    }

    [Fact]
    public async Task The_last_queue_stays()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var queue = (await alone.Organisation.Administrator.GetAsync("/queues")).Rows[0]["id"];
        Assert.Equal("last-queue", (await alone.Organisation.Administrator.DeleteAsync($"/queues/{queue}")).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task A_topic_that_the_page_names_leads_to_its_own_queue()
    {
        var queue = await NewQueueAsync();
        var name = NewName();
        var topic = (await Administrator.PostAsync("/topics", new { name, routing = new { queue, value = 5 } })).Expect(HttpStatusCode.Created);
        Assert.Equal((queue, "5"), (topic["routing.queue"], topic["routing.value"]));
        var visitor = here.Organisation.NewVisitor();
        (await visitor.StartAsync(facts: new { topic = name.ToUpperInvariant() })).Expect(HttpStatusCode.Created);
        var conversation = await Administrator.SeeAsync(visitor.Conversation);
        Assert.Equal((queue, name), (conversation["queue"], conversation["topic.name"]));
        Assert.NotEmpty((await Administrator.PutAsync($"/topics/{topic["id"]}", new { name, routing = new { value = 0 } })).Expect(HttpStatusCode.BadRequest).Errors("routing.value"));
    }

    [Fact]
    public async Task A_conversation_is_handed_on_to_another_queue_with_a_note()
    {
        var agent = await here.Organisation.NewAgentAsync();
        var queue = await NewQueueAsync();
        var visitor = await here.Organisation.NewConversationAsync();
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        var moved = (await agent.HandToQueueAsync(visitor.Conversation, queue, "Needs a visa")).Expect(HttpStatusCode.OK);
        Assert.Equal(("queued", queue, null), (moved["state"], moved["queue"], moved["agent"]));
        var last = (await Administrator.GetAsync($"/conversations/{visitor.Conversation}/timeline")).Rows[^1];
        Assert.Equal(("transferred", queue, "Needs a visa"), (last["event.type"], last["event.queue.id"], last["event.reason"]));

        var everyone = await Everyone();
        Assert.Equal(everyone, (await agent.HandToQueueAsync(visitor.Conversation, everyone)).Expect(HttpStatusCode.OK)["queue"]);
        Assert.Equal("not-transferable", (await agent.HandToQueueAsync(visitor.Conversation, everyone)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.NotEmpty((await agent.HandToQueueAsync(visitor.Conversation, "0000000000001")).Expect(HttpStatusCode.BadRequest).Errors("queue"));
        (await agent.PostAsync($"/conversations/{visitor.Conversation}/transfer", _nothing)).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Only_administrators_change_queues_and_it_stands_in_the_audit()
    {
        var supervisor = await here.Organisation.NewAgentAsync(role: "supervisor");
        (await supervisor.GetAsync("/queues")).Expect(HttpStatusCode.OK);
        (await supervisor.PostAsync("/queues", new { name = NewName() })).Expect(HttpStatusCode.Forbidden);
        var queue = await NewQueueAsync();
        Assert.Contains((await Administrator.GetAsync("/audit?limit=20")).Rows, entry => entry["what"] == "queue.added" && entry["target"] == queue);
    }

    static string NewName() => $"Q {VisitorClient.NewClientId()[..12]}";

    async Task<string> NewQueueAsync() => (await Administrator.PostAsync("/queues", new { name = NewName() })).Expect(HttpStatusCode.Created)["id"]!;

    async Task<string> Everyone() => (await Administrator.GetAsync("/queues")).Rows.First(queue => queue["name"] == "Everyone")["id"]!;

    async Task<Kanal.Product.Tests.Api.Reply> FlowAsync(string from, string to) =>
        await Administrator.PutAsync($"/queues/{from}", new { name = NewName(), terms = new { overflow = new[] { new { afterSeconds = 0, queue = to } } } });
}
