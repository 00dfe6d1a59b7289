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
    public async Task Another_name_leaves_the_description_as_it_is()
    {
        var skill = (await Administrator.PostAsync("/skills", new { name = "Visas", description = "Which papers for which country" })).Expect(HttpStatusCode.Created);
        Assert.Equal("Which papers for which country", (await Administrator.PutAsync($"/skills/{skill["id"]}", new { name = "Visas and passports" })).Expect(HttpStatusCode.OK)["description"]);
        Assert.Equal("", (await Administrator.PutAsync($"/skills/{skill["id"]}", new { name = "Visas", description = "" })).Expect(HttpStatusCode.OK)["description"]);
        (await Administrator.PutAsync("/skills/0000000000001", new { name = "Nothing" })).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null, "en", "A level is 1 to 5, not 6.")]
    [InlineData("sv, *", "en", "A level is 1 to 5, not 6.")]
    [InlineData("pl", "pl", "Poziom to 1 do 5, a nie 6.")]
    [InlineData("en;q=0.4, ro-RO;q=0.9, da;q=0", "ro", "Un nivel este de la 1 la 5, nu 6.")]
    public async Task A_refusal_is_told_in_the_language_that_is_wished(string? wished, string language, string sentence)
    {
        var administrator = await here.Organisation.NewAgentAsync(role: "administrator");
        administrator.Language = wished;
        var path = $"/agents/{administrator.Id}/skills/language:da";
        var refused = (await administrator.PutAsync(path, new { level = 6 })).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(sentence, Assert.Single(refused.Errors("skills")));
        Assert.Equal($"skills: {sentence}", refused["detail"]);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/agents") { Headers = { Authorization = new("Bearer", "nobody") } };
        if (wished is not null)
        {
            request.Headers.Add("Accept-Language", wished);
        }

        using var answer = await here.Organisation.Http.SendAsync(request);
        Assert.Equal(language, Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_skill_that_a_queue_asks_for_stays()
    {
        var skill = (await Administrator.PostAsync("/skills", new { name = "Groups" })).Expect(HttpStatusCode.Created)["id"]!;
        (await Administrator.PutAsync($"/agents/{Administrator.Id}/skills/{skill}", new { level = 2 })).Expect(HttpStatusCode.OK);
        var queue = (await Administrator.PostAsync("/queues", new { name = "Group tours", terms = new { steps = new[] { new { needs = new[] { new { skill, level = 2 } } } } } })).Expect(HttpStatusCode.Created)["id"];
        var pole = await here.Organisation.NewAgentAsync(role: "administrator");
        pole.Language = "pl-PL";
        var refused = (await pole.DeleteAsync($"/skills/{skill}")).Expect(HttpStatusCode.Conflict);
        Assert.Equal(("in-use", "Kolejka „Group tours” wymaga „Groups”. Najpierw usuń to stamtąd."), (refused.Problem, refused["detail"]));
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
