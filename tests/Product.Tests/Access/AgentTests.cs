using System.Net.Http.Json;
using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Access;

public sealed class AgentTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task A_deactivated_agent_is_out_at_once_and_stays_in_the_list()
    {
        var (id, email) = await installation.NewAgentAsync();
        using var desk = await installation.AtDeskAsync(email);
        Assert.Equal("204", await installation.Administrator.DeleteAsync($"/api/v1/agents/{id}").SummaryAsync());
        Assert.Equal("401 sign-in-needed", await desk.GetAsync("/api/v1/session").SummaryAsync());
        Assert.Equal("401 sign-in-failed", await desk.PostAsJsonAsync("/api/v1/session", new { email, password = Installation.Password }).SummaryAsync());
        var agent = await installation.Administrator.GetFromJsonAsync<JsonElement>($"/api/v1/agents/{id}");
        Assert.False(agent.GetProperty("active").GetBoolean());
    }

    [Fact]
    public async Task What_a_deactivated_agent_had_in_hand_goes_back_to_the_queue()
    {
        var (id, email) = await installation.NewAgentAsync();
        using var desk = await installation.AtDeskAsync(email);
        using var opened = await installation.Kanal.Client.PostAsJsonAsync("/public/v1/sites/fjordrejser/conversations", new { clientId = Guid.NewGuid().ToString(), channel = "chat", text = "Hej" });
        var conversation = (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversation").GetString();
        Assert.Equal("200", await desk.PostAsync($"/api/v1/conversations/{conversation}/take", null).SummaryAsync());
        Assert.Equal("204", await installation.Administrator.DeleteAsync($"/api/v1/agents/{id}").SummaryAsync());
        var waiting = await installation.Administrator.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}");
        Assert.Equal("queued", waiting.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Only_supervisors_set_the_presence_of_others()
    {
        var (id, email) = await installation.NewAgentAsync();
        using var agent = await installation.AtDeskAsync(email);
        using var colleague = await installation.NewAgentAtDeskAsync();
        using var supervisor = await installation.NewAgentAtDeskAsync("supervisor");
        var presence = new { presence = "onBreak" };
        Assert.Equal("200", await agent.PutAsJsonAsync($"/api/v1/agents/{id}/presence", presence).SummaryAsync());
        Assert.Equal("403 not-yours", await colleague.PutAsJsonAsync($"/api/v1/agents/{id}/presence", presence).SummaryAsync());
        Assert.Equal("200", await supervisor.PutAsJsonAsync($"/api/v1/agents/{id}/presence", presence).SummaryAsync());
    }

    [Fact]
    public async Task A_role_that_was_taken_away_is_gone_with_the_next_request()
    {
        var (id, email) = await installation.NewAgentAsync("administrator");
        using var desk = await installation.AtDeskAsync(email);
        Assert.Equal("200", await desk.GetAsync("/api/v1/keys").SummaryAsync());
        Assert.Equal("200", await installation.Administrator.PutAsJsonAsync($"/api/v1/agents/{id}", new { name = "Bo", email, role = "supervisor" }).SummaryAsync());
        Assert.Equal("403 not-allowed", await desk.GetAsync("/api/v1/keys").SummaryAsync());
    }

    [Fact]
    public async Task What_is_left_out_of_a_change_stays_as_it_is()
    {
        var (id, email) = await installation.NewAgentAsync("supervisor");
        var path = $"/api/v1/agents/{id}";
        Assert.Equal("200", await installation.Administrator.PutAsJsonAsync(path, new { name = "Bo", email, languages = new[] { "da", "en" }, active = false }).SummaryAsync());
        Assert.Equal("200", await installation.Administrator.PutAsJsonAsync(path, new { name = "Bodil", email }).SummaryAsync());
        var agent = await installation.Administrator.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal(("Bodil", "supervisor", "[\"da\",\"en\"]", false), (agent.GetProperty("name").GetString(), agent.GetProperty("role").GetString(), agent.GetProperty("languages").GetRawText(), agent.GetProperty("active").GetBoolean()));
        Assert.Equal("200", await installation.Administrator.PutAsJsonAsync(path, new { name = "Bodil", email, languages = Array.Empty<string>(), active = true, role = "agent" }).SummaryAsync());
        agent = await installation.Administrator.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal(("agent", "[]", true), (agent.GetProperty("role").GetString(), agent.GetProperty("languages").GetRawText(), agent.GetProperty("active").GetBoolean()));
    }

    [Fact]
    public async Task A_reset_password_lets_in_one_who_was_locked_out_and_ends_the_sessions()
    {
        var (id, email) = await installation.NewAgentAsync();
        using var desk = await installation.AtDeskAsync(email);
        for (var i = 0; i < 5; i++)
        {
            await desk.PostAsJsonAsync("/api/v1/session", new { email, password = "not the password" }).SummaryAsync();
        }

        Assert.Equal("200", await installation.Administrator.PutAsJsonAsync($"/api/v1/agents/{id}", new { name = "Bo", email, password = "vinter i skagen" }).SummaryAsync());
        Assert.Equal("401 sign-in-needed", await desk.GetAsync("/api/v1/session").SummaryAsync());
        using var again = await installation.AtDeskAsync(email, "vinter i skagen");
    }

    [Fact]
    public async Task Only_administrators_take_agents_in()
    {
        using var supervisor = await installation.NewAgentAtDeskAsync("supervisor");
        Assert.Equal("200", await supervisor.GetAsync("/api/v1/agents").SummaryAsync());
        Assert.Equal("403 not-allowed", await supervisor.PostAsJsonAsync("/api/v1/agents", new { name = "Bo", email = "bo@fjordrejser.example" }).SummaryAsync());
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var alone = await Installation.StartAsync();
        var id = (await alone.Administrator.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("agent").GetProperty("id").GetString();
        Assert.Equal("409 last-administrator", await alone.Administrator.DeleteAsync($"/api/v1/agents/{id}").SummaryAsync());
        Assert.Equal("409 last-administrator", await alone.Administrator.PutAsJsonAsync($"/api/v1/agents/{id}", new { name = "Anna", email = Installation.AdministratorEmail, role = "agent" }).SummaryAsync());
        Assert.Equal("200", await alone.Administrator.GetAsync("/api/v1/keys").SummaryAsync());
    }

    [Fact]
    public async Task Of_two_administrators_who_remove_each_other_at_once_one_stays()
    {
        await using var both = await Installation.StartAsync();
        var first = (await both.Administrator.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("agent").GetProperty("id").GetString();
        var (second, email) = await both.NewAgentAsync("administrator");
        using var other = await both.AtDeskAsync(email);
        var outcomes = await Task.WhenAll(both.Administrator.DeleteAsync($"/api/v1/agents/{second}").SummaryAsync(), other.DeleteAsync($"/api/v1/agents/{first}").SummaryAsync());
        Assert.Single(outcomes, outcome => outcome == "204");
    }

    [Fact]
    public async Task What_was_done_stands_in_the_audit()
    {
        var (id, _) = await installation.NewAgentAsync();
        var audit = (await installation.Administrator.GetFromJsonAsync<JsonElement>("/api/v1/audit?limit=50")).GetProperty("data").EnumerateArray();
        var entry = Assert.Single(audit, entry => entry.GetProperty("target").GetString() == id);
        Assert.Equal("agent.added", entry.GetProperty("what").GetString());
        Assert.Equal("Anna Sørensen", entry.GetProperty("who").GetString());
    }

    [Theory]
    [InlineData("email", """{"name":"Bo","email":"not an address"}""")]
    [InlineData("name", """{"name":" ","email":"bo@fjordrejser.example"}""")]
    [InlineData("maxChats", """{"name":"Bo","email":"bo@fjordrejser.example","maxChats":0}""")]
    [InlineData("languages", """{"name":"Bo","email":"bo@fjordrejser.example","languages":["dansk sprog"]}""")]
    [InlineData("password", """{"name":"Bo","email":"bo@fjordrejser.example","password":"short"}""")]
    public async Task What_is_wrong_is_named(string field, string body)
    {
        using var answer = await installation.Administrator.PostAsync("/api/v1/agents", new StringContent(body, null, "application/json"));
        Assert.Equal("400 invalid", await answer.SummaryAsync());
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
