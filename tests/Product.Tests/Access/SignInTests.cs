using System.Net.Http.Json;
using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Access;

public sealed class SignInTests(Installation installation) : IClassFixture<Installation>
{
    const string Wrong = "not the password";

    [Fact]
    public async Task An_agent_signs_in_and_out()
    {
        var (_, email) = await installation.NewAgentAsync();
        using var desk = await installation.AtDeskAsync(email.ToUpperInvariant());
        Assert.Equal(email, (await desk.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("agent").GetProperty("email").GetString());
        Assert.Equal("204", await desk.DeleteAsync("/api/v1/session").SummaryAsync());
        Assert.Equal("401 sign-in-needed", await desk.GetAsync("/api/v1/session").SummaryAsync());
    }

    [Fact]
    public async Task After_five_failures_the_right_password_is_refused_too()
    {
        var (_, email) = await installation.NewAgentAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("401 sign-in-failed", await TryAsync(email, Wrong));
        }

        using var answer = await installation.Kanal.Client.PostAsJsonAsync("/api/v1/session", new { email, password = Installation.Password });
        Assert.Equal("429 locked-out", await answer.SummaryAsync());
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 240, 300);
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_counted_like_those_sent_one_by_one()
    {
        var (_, email) = await installation.NewAgentAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TryAsync(email, Wrong)));
        Assert.InRange(answers.Count(answer => answer == "401 sign-in-failed"), 1, 5);
        Assert.All(answers, answer => Assert.Contains(answer, (string[])["401 sign-in-failed", "429 locked-out"]));
    }

    [Fact]
    public async Task Success_forgets_the_failures_before()
    {
        var (_, email) = await installation.NewAgentAsync();
        for (var round = 0; round < 2; round++)
        {
            await TryAsync(email, Wrong);
            await TryAsync(email, Wrong);
            await TryAsync(email, Wrong);
            Assert.Equal("200", await TryAsync(email, Installation.Password));
        }
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_keeps_this_one()
    {
        var (_, email) = await installation.NewAgentAsync();
        using var here = await installation.AtDeskAsync(email);
        using var elsewhere = await installation.AtDeskAsync(email);
        Assert.Equal("400 invalid", await here.PutAsJsonAsync("/api/v1/session/password", new { current = Wrong, @new = "vinter i skagen" }).SummaryAsync());
        Assert.Equal("204", await here.PutAsJsonAsync("/api/v1/session/password", new { current = Installation.Password, @new = "vinter i skagen" }).SummaryAsync());
        Assert.Equal("200", await here.GetAsync("/api/v1/session").SummaryAsync());
        Assert.Equal("401 sign-in-needed", await elsewhere.GetAsync("/api/v1/session").SummaryAsync());
    }

    [Fact]
    public async Task Preferences_come_back_with_the_session()
    {
        using var desk = await installation.NewAgentAtDeskAsync();
        Assert.Equal("204", await desk.PutAsJsonAsync("/api/v1/session/preferences", new { language = "pl", theme = "dark", sound = false, notifications = true }).SummaryAsync());
        var preferences = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("agent").GetProperty("preferences");
        Assert.Equal("""{"language":"pl","theme":"dark","sound":false,"notifications":true}""", preferences.GetRawText());
    }

    Task<string> TryAsync(string email, string password) => installation.Kanal.Client.PostAsJsonAsync("/api/v1/session", new { email, password }).SummaryAsync();
}
