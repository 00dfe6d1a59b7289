using System.Net.Http.Json;
using System.Text.Json;

namespace Kanal.Product.Tests.Hosting;

/// <summary>A server that has been set up, with its administrator signed in. Take it as <c>IClassFixture&lt;Installation&gt;</c>.</summary>
public sealed class Installation : IAsyncLifetime
{
    public const string AdministratorEmail = "anna@fjordrejser.example";
    public const string Password = "sommer i skagen";

    int _people;

    public KanalHost Kanal { get; private set; } = null!;

    /// <summary>The administrator's desk.</summary>
    public HttpClient Administrator { get; private set; } = null!;

    public static object Setup(string site = "fjordrejser") => new
    {
        organisation = "Fjordrejser A/S",
        name = "Anna Sørensen",
        email = AdministratorEmail,
        password = Password,
        language = "da",
        site = new { name = "Fjordrejser", key = site, timeZone = "Europe/Copenhagen", languages = new[] { "da", "en" }, origins = new[] { "*" } },
    };

    public static async Task<Installation> StartAsync()
    {
        var installation = new Installation();
        await installation.InitializeAsync();
        return installation;
    }

    public async ValueTask InitializeAsync()
    {
        Kanal = await KanalHost.StartAsync();
        Administrator = NewDesk();
        using var answer = await Administrator.PostAsJsonAsync("/api/v1/setup", Setup());
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A browser at the desk, not signed in yet.</summary>
    public HttpClient NewDesk()
    {
        var browser = Kanal.NewBrowser();
        browser.DefaultRequestHeaders.Add("X-Kanal-Desk", "1");
        return browser;
    }

    /// <summary>Takes an agent in, who signs in with <see cref="Password"/>.</summary>
    public async Task<(string Id, string Email)> NewAgentAsync(string role = "agent")
    {
        var email = $"agent{Interlocked.Increment(ref _people)}@fjordrejser.example";
        using var answer = await Administrator.PostAsJsonAsync("/api/v1/agents", new { name = $"Agent {_people}", email, role, password = Password });
        answer.EnsureSuccessStatusCode();
        return ((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!, email);
    }

    /// <summary>Takes an agent in and signs in.</summary>
    public async Task<HttpClient> NewAgentAtDeskAsync(string role = "agent") => await AtDeskAsync((await NewAgentAsync(role)).Email);

    public async Task<HttpClient> AtDeskAsync(string email, string password = Password)
    {
        var desk = NewDesk();
        using var answer = await desk.PostAsJsonAsync("/api/v1/session", new { email, password });
        answer.EnsureSuccessStatusCode();
        return desk;
    }

    /// <summary>A program with a key.</summary>
    public async Task<HttpClient> NewProgramAsync(string[] scopes, string? agent = null)
    {
        using var answer = await Administrator.PostAsJsonAsync("/api/v1/keys", new { name = "a program", scopes, agent });
        answer.EnsureSuccessStatusCode();
        var program = new HttpClient { BaseAddress = Kanal.Address };
        program.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString());
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        await Kanal.DisposeAsync();
    }
}
