using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Teams;

public sealed class TeamTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static readonly string[] _nobody = ["0000000000001"];

    AgentClient Administrator => here.Organisation.Administrator;

    [Fact]
    public async Task A_team_has_members_and_queues_and_they_know_it()
    {
        var agent = await here.Organisation.NewAgentAsync();
        var queue = (await Administrator.GetAsync("/queues")).Rows[0]["id"]!;
        var team = (await Administrator.PostAsync("/teams", new { name = "Travel", members = new[] { agent.Id }, queues = new[] { queue } })).Expect(HttpStatusCode.Created);
        Assert.Contains(team["id"]!, (await Administrator.GetAsync($"/agents/{agent.Id}"))["teams"], StringComparison.Ordinal);
        Assert.Contains(team["id"]!, (await Administrator.GetAsync($"/queues/{queue}"))["teams"], StringComparison.Ordinal);

        var renamed = (await Administrator.PutAsync($"/teams/{team["id"]}", new { name = "Travellers", version = 1 })).Expect(HttpStatusCode.OK);
        Assert.Contains(agent.Id, renamed["members"], StringComparison.Ordinal);
        Assert.Equal("changed-meanwhile", (await Administrator.PutAsync($"/teams/{team["id"]}", new { name = "Travel", version = 1 })).Expect(HttpStatusCode.Conflict).Problem);

        (await Administrator.DeleteAsync($"/teams/{team["id"]}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("[]", (await Administrator.GetAsync($"/agents/{agent.Id}"))["teams"]);
    }

    [Fact]
    public async Task A_team_that_was_changed_at_an_agent_or_a_queue_is_not_put_back_by_who_saw_it_before()
    {
        var agent = await here.Organisation.NewAgentAsync();
        var queue = (await Administrator.PostAsync("/queues", new { name = "Ferries" })).Expect(HttpStatusCode.Created)["id"]!;
        var team = (await Administrator.PostAsync("/teams", new { name = "Ferries", members = new[] { agent.Id }, queues = new[] { queue } })).Expect(HttpStatusCode.Created);
        (await Administrator.PutAsync($"/queues/{queue}", new { name = "Ferries", teams = Array.Empty<string>() })).Expect(HttpStatusCode.OK);
        Assert.Equal("changed-meanwhile", (await PutAsync(team)).Expect(HttpStatusCode.Conflict).Problem);
        var seen = await SeenAsync(team);
        Assert.Equal("[]", seen["queues"]);

        var email = (await Administrator.GetAsync($"/agents/{agent.Id}"))["email"];
        (await Administrator.PutAsync($"/agents/{agent.Id}", new { name = agent.Name, email, teams = Array.Empty<string>() })).Expect(HttpStatusCode.OK);
        Assert.Equal("changed-meanwhile", (await PutAsync(seen)).Expect(HttpStatusCode.Conflict).Problem);
        (await Administrator.PutAsync($"/agents/{agent.Id}", new { name = agent.Name, email, teams = Array.Empty<string>() })).Expect(HttpStatusCode.OK);
        (await PutAsync(await SeenAsync(team))).Expect(HttpStatusCode.OK);

        Task<Reply> PutAsync(Reply known) => Administrator.PutAsync($"/teams/{team["id"]}", new { name = "Ferries", members = new[] { agent.Id }, version = known.Number("version") });
        async Task<Reply> SeenAsync(Reply known) => (await Administrator.GetAsync("/teams")).Rows.Single(one => one["id"] == known["id"]);
    }

    [Fact]
    public async Task A_queue_that_was_given_to_another_team_is_not_put_back_by_who_saw_it_before()
    {
        var queue = (await Administrator.PostAsync("/queues", new { name = "Hotels" })).Expect(HttpStatusCode.Created);
        var team = (await Administrator.PostAsync("/teams", new { name = "Hotels" })).Expect(HttpStatusCode.Created);
        (await Administrator.PutAsync($"/teams/{team["id"]}", new { name = "Hotels", queues = new[] { queue["id"] } })).Expect(HttpStatusCode.OK);
        Assert.Equal("changed-meanwhile", (await Administrator.PutAsync($"/queues/{queue["id"]}", new { name = "Hotels", teams = Array.Empty<string>(), version = queue.Number("version") })).Expect(HttpStatusCode.Conflict).Problem);
        var seen = (await Administrator.GetAsync($"/queues/{queue["id"]}")).Expect(HttpStatusCode.OK);
        Assert.Contains(team["id"]!, seen["teams"], StringComparison.Ordinal);
        (await Administrator.PutAsync($"/teams/{team["id"]}", new { name = "Hotels and ferries", queues = new[] { queue["id"] } })).Expect(HttpStatusCode.OK);
        (await Administrator.PutAsync($"/queues/{queue["id"]}", new { name = "Hotels", teams = Array.Empty<string>(), version = seen.Number("version") })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_team_of_nobody_we_know_is_refused()
    {
        Assert.NotEmpty((await Administrator.PostAsync("/teams", new { name = "Ghosts", members = _nobody })).Expect(HttpStatusCode.BadRequest).Errors("members"));
        Assert.NotEmpty((await Administrator.PostAsync("/teams", new { name = "Ghosts", queues = _nobody })).Expect(HttpStatusCode.BadRequest).Errors("queues"));
        Assert.DoesNotContain("Ghosts", (await Administrator.GetAsync("/teams")).Each("name"));
    }
}
