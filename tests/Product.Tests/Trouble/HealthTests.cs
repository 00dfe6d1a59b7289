using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Trouble;

public sealed class HealthTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task Whoever_runs_the_server_is_told_how_it_fares_in_their_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { { "Accept", "text/html" }, { "Accept-Language", "da" }, { "X-Forwarded-For", "203.0.113.9" } } };
        using var answer = await installation.Administrator.SendAsync(request);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Serverens tilstand</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Samtaler</h2>", page, StringComparison.Ordinal);
        Assert.Contains("Beskeder skrives, efterh", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_told_the_same()
    {
        var health = await installation.Kanal.Client.GetFromJsonAsync<JsonElement>("/health");
        var items = health.GetProperty("items").EnumerateArray().DistinctBy(item => item.GetProperty("subject").GetString()).ToDictionary(item => item.GetProperty("subject").GetString()!);
        Assert.StartsWith(TestStorage.OnPostgres ? "PostgreSQL answers; a write took" : "SQLite answers; a write took", items["database"].GetProperty("what").GetString(), StringComparison.Ordinal);
        Assert.Equal(TestStorage.OnPostgres, items.ContainsKey("clock"));
        Assert.True(items["messages"].GetProperty("good").GetBoolean());
        Assert.True(items.ContainsKey("disk") && items.ContainsKey("nodes") && items.ContainsKey("connections"));
    }

    [Fact]
    public async Task Strangers_and_agents_are_not()
    {
        using var agent = await installation.NewAgentAtDeskAsync();
        using var other = await installation.NewProgramAsync(["conversations:read"]);
        foreach (var client in new[] { installation.Kanal.Client, agent, other })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_database_that_is_gone_is_named_with_what_to_do()
    {
        Assert.SkipUnless(TestStorage.OnPostgres, "SQLite is never elsewhere.");
        var storage = await TestStorage.CreateAsync();
        await using var wire = storage.Wire();
        await using var kanal = await KanalHost.StartAsync(storage: storage);
        wire.Cut();
        var health = await kanal.Client.GetFromJsonAsync<JsonElement>("/health");
        var database = health.GetProperty("items").EnumerateArray().First(item => item.GetProperty("subject").GetString() == "database");
        Assert.Equal(("The database can't be reached.", false), (database.GetProperty("what").GetString(), database.GetProperty("good").GetBoolean()));
        Assert.StartsWith("Mend it where the database is.", database.GetProperty("todo").GetString(), StringComparison.Ordinal);
        // Where nothing can be written, nothing is said of messages that are.
        Assert.DoesNotContain("messages", health.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("subject").GetString()));
        wire.Mend();
    }
}
