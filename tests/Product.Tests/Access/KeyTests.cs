using System.Net.Http.Json;
using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Access;

public sealed class KeyTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task A_key_does_what_its_scopes_say_and_no_more()
    {
        using var program = await installation.NewProgramAsync(["agents:read"]);
        Assert.Equal("200", await program.GetAsync("/api/v1/agents").SummaryAsync());
        Assert.Equal("403 not-allowed", await CreateAsync(program, "agent"));
        Assert.Equal("403 not-allowed", await program.GetAsync("/api/v1/keys").SummaryAsync());
        Assert.Equal("403 not-allowed", await program.GetAsync("/api/v1/sites").SummaryAsync());
    }

    [Fact]
    public async Task Writing_includes_reading()
    {
        using var program = await installation.NewProgramAsync(["agents:write"]);
        Assert.Equal("200", await program.GetAsync("/api/v1/agents").SummaryAsync());
        Assert.Equal("201", await CreateAsync(program, "agent"));
    }

    [Fact]
    public async Task A_key_for_agents_makes_no_administrators()
    {
        using var program = await installation.NewProgramAsync(["agents:write"]);
        Assert.Equal("403 not-allowed", await CreateAsync(program, "administrator"));
    }

    [Fact]
    public async Task A_key_gives_no_scope_that_it_lacks()
    {
        using var program = await installation.NewProgramAsync(["keys:write", "agents:read"]);
        Assert.Equal("400 invalid", await program.PostAsJsonAsync("/api/v1/keys", new { name = "more", scopes = new[] { "*" } }).SummaryAsync());
        Assert.Equal("201", await program.PostAsJsonAsync("/api/v1/keys", new { name = "as much", scopes = new[] { "agents:read" } }).SummaryAsync());
    }

    [Fact]
    public async Task A_key_that_acts_as_an_agent_has_the_agents_role_and_ends_with_the_agent()
    {
        var (id, email) = await installation.NewAgentAsync();
        using var program = await installation.NewProgramAsync(["*"], email);
        Assert.Equal("200", await program.GetAsync("/api/v1/session").SummaryAsync());
        Assert.Equal("403 not-allowed", await CreateAsync(program, "agent"));
        Assert.Equal("403 person-needed", await program.PutAsJsonAsync("/api/v1/session/password", new { current = Installation.Password, @new = "vinter i skagen" }).SummaryAsync());
        Assert.Equal("204", await installation.Administrator.DeleteAsync($"/api/v1/agents/{id}").SummaryAsync());
        Assert.Equal("401 sign-in-needed", await program.GetAsync("/api/v1/session").SummaryAsync());
    }

    [Fact]
    public async Task A_removed_key_opens_nothing()
    {
        using var answer = await installation.Administrator.PostAsJsonAsync("/api/v1/keys", new { name = "short", scopes = new[] { "*" } });
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        using var program = new HttpClient { BaseAddress = installation.Kanal.Address };
        program.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("secret").GetString());
        Assert.Equal("200", await program.GetAsync("/api/v1/agents").SummaryAsync());
        Assert.Equal("204", await installation.Administrator.DeleteAsync($"/api/v1/keys/{made.GetProperty("key").GetProperty("id").GetString()}").SummaryAsync());
        Assert.Equal("401 sign-in-needed", await program.GetAsync("/api/v1/agents").SummaryAsync());
    }

    [Fact]
    public async Task The_list_shows_when_a_key_was_used_and_never_its_secret()
    {
        using var program = await installation.NewProgramAsync(["agents:read"]);
        await program.GetAsync("/api/v1/agents").SummaryAsync();
        var list = await installation.Administrator.GetFromJsonAsync<JsonElement>("/api/v1/keys");
        Assert.Contains(list.GetProperty("data").EnumerateArray(), key => key.TryGetProperty("lastUsedAt", out _));
        Assert.DoesNotContain("kanal_", list.GetRawText(), StringComparison.Ordinal);
    }

    static Task<string> CreateAsync(HttpClient program, string role) =>
        program.PostAsJsonAsync("/api/v1/agents", new { name = "Bo", email = $"bo{Guid.NewGuid():N}@fjordrejser.example", role }).SummaryAsync();
}
