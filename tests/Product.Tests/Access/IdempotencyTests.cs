using System.Net.Http.Json;
using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Access;

public sealed class IdempotencyTests(Installation installation) : IClassFixture<Installation>
{
    readonly string _key = Guid.NewGuid().ToString();
    readonly string _email = $"bo{Guid.NewGuid():N}@fjordrejser.example";

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_does_nothing()
    {
        using var first = await SendAsync(installation.Administrator, Agent());
        using var again = await SendAsync(installation.Administrator, Agent());
        Assert.Equal("201", await first.SummaryAsync());
        Assert.Equal("201", await again.SummaryAsync());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.True(again.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        Assert.Equal("201", await SendAsync(installation.Administrator, Agent()).SummaryAsync());
        Assert.Equal("422 idempotency-key-reused", await SendAsync(installation.Administrator, Agent("Somebody else")).SummaryAsync());
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_done_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(installation.Administrator, Agent()).SummaryAsync()));
        Assert.All(answers, answer => Assert.Contains(answer, (string[])["201", "409 idempotency-in-flight"]));
        var agents = await installation.Administrator.GetFromJsonAsync<JsonElement>("/api/v1/agents");
        Assert.Single(agents.GetProperty("data").EnumerateArray(), agent => agent.GetProperty("email").GetString() == _email);
    }

    [Fact]
    public async Task What_was_refused_may_be_tried_again()
    {
        using var program = await installation.NewProgramAsync(["*"]);
        Assert.Equal("400 invalid", await SendAsync(program, Agent("")).SummaryAsync());
        Assert.Equal("201", await SendAsync(program, Agent()).SummaryAsync());
    }

    [Fact]
    public async Task Each_caller_has_keys_of_its_own()
    {
        using var program = await installation.NewProgramAsync(["*"]);
        Assert.Equal("201", await SendAsync(installation.Administrator, Agent()).SummaryAsync());
        Assert.Equal("409 email-taken", await SendAsync(program, Agent()).SummaryAsync());
    }

    [Fact]
    public async Task A_secret_is_not_kept_and_not_made_twice()
    {
        var request = new { name = "once", scopes = new[] { "agents:read" } };
        Assert.Equal("201", await SendAsync(installation.Administrator, request, "/api/v1/keys").SummaryAsync());
        Assert.Equal("409 idempotency-not-kept", await SendAsync(installation.Administrator, request, "/api/v1/keys").SummaryAsync());
    }

    object Agent(string name = "Bo") => new { name, email = _email, role = "agent" };

    Task<HttpResponseMessage> SendAsync(HttpClient client, object body, string address = "/api/v1/agents") =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", _key } } });
}
