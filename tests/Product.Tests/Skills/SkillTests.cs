using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Skills;

public sealed class SkillTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    AgentClient Administrator => here.Organisation.Administrator;

    [Fact]
    public async Task A_supervisor_says_who_has_which_skill_and_how_well()
    {
        var (supervisor, agent) = (await here.Organisation.NewAgentAsync(role: "supervisor"), await here.Organisation.NewAgentAsync());
        var skill = (await supervisor.PostAsync("/skills", new { name = "Refunds", description = "Money back" })).Expect(HttpStatusCode.Created);
        (await supervisor.PutAsync($"/agents/{agent.Id}/skills/{skill["id"]}", new { level = 4 })).Expect(HttpStatusCode.OK);
        var known = (await supervisor.PutAsync($"/agents/{agent.Id}/skills/language:da", new { level = 5 })).Expect(HttpStatusCode.OK);
        Assert.Contains($$"""{"skill":"{{skill["id"]}}","level":4}""", known["skills"], StringComparison.Ordinal);
        Assert.Contains("""{"skill":"language:da","level":5}""", known["skills"], StringComparison.Ordinal);
        var forgotten = (await supervisor.PutAsync($"/agents/{agent.Id}/skills/{skill["id"]}", new { level = 0 })).Expect(HttpStatusCode.OK);
        Assert.Equal("""[{"skill":"language:da","level":5}]""", forgotten["skills"]);
    }

    [Theory]
    [InlineData("language:da", 6)]
    [InlineData("language:danish", 3)]
    [InlineData("juggling", 3)]
    public async Task An_unknown_skill_or_level_is_refused(string skill, int level)
    {
        var refused = (await Administrator.PutAsync($"/agents/{Administrator.Id}/skills/{skill}", new { level })).Expect(HttpStatusCode.BadRequest);
        Assert.NotEmpty(refused.Errors("skills"));
    }

    [Fact]
    public async Task A_skill_that_a_queue_asks_for_stays()
    {
        var skill = (await Administrator.PostAsync("/skills", new { name = "Groups" })).Expect(HttpStatusCode.Created)["id"]!;
        (await Administrator.PutAsync($"/agents/{Administrator.Id}/skills/{skill}", new { level = 2 })).Expect(HttpStatusCode.OK);
        var queue = (await Administrator.PostAsync("/queues", new { name = "Group tours", terms = new { steps = new[] { new { needs = new[] { new { skill, level = 2 } } } } } })).Expect(HttpStatusCode.Created)["id"];
        Assert.Equal("in-use", (await Administrator.DeleteAsync($"/skills/{skill}")).Expect(HttpStatusCode.Conflict).Problem);
        (await Administrator.DeleteAsync($"/queues/{queue}")).Expect(HttpStatusCode.NoContent);
        (await Administrator.DeleteAsync($"/skills/{skill}")).Expect(HttpStatusCode.NoContent);
        Assert.DoesNotContain(skill, (await Administrator.GetAsync($"/agents/{Administrator.Id}"))["skills"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_one_skills_alone()
    {
        (await Administrator.PostAsync("/skills", new { name = "Ændringer" })).Expect(HttpStatusCode.Created);
        Assert.Equal("name-taken", (await Administrator.PostAsync("/skills", new { name = "ændringer " })).Expect(HttpStatusCode.Conflict).Problem);
    }
}
