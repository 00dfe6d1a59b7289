using System.Net;
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
    public async Task A_team_of_nobody_we_know_is_refused()
    {
        Assert.NotEmpty((await Administrator.PostAsync("/teams", new { name = "Ghosts", members = _nobody })).Expect(HttpStatusCode.BadRequest).Errors("members"));
        Assert.NotEmpty((await Administrator.PostAsync("/teams", new { name = "Ghosts", queues = _nobody })).Expect(HttpStatusCode.BadRequest).Errors("queues"));
        Assert.DoesNotContain("Ghosts", (await Administrator.GetAsync("/teams")).Each("name"));
    }
}
