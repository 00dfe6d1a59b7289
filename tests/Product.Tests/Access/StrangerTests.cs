using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Access;

public sealed class StrangerTests
{
    [Fact]
    public async Task Nobody_learns_which_addresses_are_known()
    {
        await using var installation = await Installation.StartAsync();
        var known = await SixAttemptsAsync(installation, Installation.AdministratorEmail);
        var unknown = await SixAttemptsAsync(installation, "nobody@fjordrejser.example");
        Assert.Equal(known, unknown);
        Assert.Contains("locked-out", known[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_can_try_only_so_often()
    {
        await using var installation = await Installation.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AttemptAsync(installation, $"nobody{i}@fjordrejser.example")));
        Assert.Contains(answers, answer => answer.Contains("too-many-attempts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Behind_a_proxy_that_does_TLS_the_cookie_travels_by_TLS_alone()
    {
        await using var installation = await Installation.StartAsync();
        installation.Kanal.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await installation.Kanal.Client.PostAsJsonAsync("/api/v1/session", new { email = Installation.AdministratorEmail, password = Installation.Password });
        Assert.Equal(["secure", "samesite=strict", "httponly"], answer.Headers.GetValues("Set-Cookie").Single().Split("; ")[^3..]);
    }

    [Fact]
    public async Task A_session_holds_over_a_restart()
    {
        await using var installation = await Installation.StartAsync();
        using var answer = await installation.Kanal.Client.PostAsJsonAsync("/api/v1/session", new { email = Installation.AdministratorEmail, password = Installation.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await installation.Kanal.RestartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session") { Headers = { { "Cookie", cookie } } };
        Assert.Equal("200", await installation.Kanal.Client.SendAsync(request).SummaryAsync());
    }

    static async Task<string[]> SixAttemptsAsync(Installation installation, string email)
    {
        var answers = new string[6];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = await AttemptAsync(installation, email);
        }

        return answers;
    }

    static async Task<string> AttemptAsync(Installation installation, string email)
    {
        using var answer = await installation.Kanal.Client.PostAsJsonAsync("/api/v1/session", new { email, password = "not the password" });
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        body.Remove("traceId");
        return $"{(int)answer.StatusCode} {body.ToJsonString()}";
    }
}
