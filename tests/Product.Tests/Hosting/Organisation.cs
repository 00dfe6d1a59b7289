using System.Net;
using System.Net.Http.Json;
using Kanal.Product.Tests.Api;

namespace Kanal.Product.Tests.Hosting;

/// <summary>
/// An organisation that has set itself up on an empty server: one site that is always open, and as many agents and visitors as
/// a test needs, all through the public doors.
/// </summary>
public sealed class Organisation : IDisposable
{
    public const string Site = "fjordrejser";
    public const string Origin = "https://fjordrejser.example";

    const string AdministratorEmail = "anna@fjordrejser.example";

    static readonly object[] _allDay = [new { from = "00:00", to = "24:00" }];
    static readonly string[] _languages = ["da", "en"];
    static readonly string[] _origins = [Origin];
    static readonly string[] _everything = ["*"];

    readonly string _cookie;
    int _agents;

    Organisation(HttpClient http, string cookie)
    {
        Http = http;
        _cookie = cookie;
    }

    public HttpClient Http { get; }

    /// <summary>The administrator, who is an agent too.</summary>
    public AgentClient Administrator { get; private set; } = null!;

    public static Task<Organisation> OnAsync(KanalHost kanal) => OnAsync(kanal.Address);

    public static async Task<Organisation> OnAsync(Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = address };
        using var answer = await http.PostAsJsonAsync("/api/v1/setup", new
        {
            organisation = "Fjordrejser A/S",
            name = "Anna",
            email = AdministratorEmail,
            password = "sommer i skagen",
            language = "en",
            site = new { name = "Fjordrejser", key = Site, timeZone = "Europe/Copenhagen", languages = _languages, origins = _origins },
            hours = new
            {
                timeZone = "Europe/Copenhagen",
                week = new { monday = _allDay, tuesday = _allDay, wednesday = _allDay, thursday = _allDay, friday = _allDay, saturday = _allDay, sunday = _allDay },
            },
        });
        var session = (await Reply.OfAsync(answer)).Expect(HttpStatusCode.Created);
        var organisation = new Organisation(http, answer.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        organisation.Administrator = await organisation.WithKeyAsync(session["agent.id"]!, "Anna", AdministratorEmail);
        return organisation;
    }

    /// <summary>The same organisation by another address: another node, or a proxy.</summary>
    public Organisation At(Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = address };
        return new(http, _cookie) { Administrator = Administrator.At(http) };
    }

    public VisitorClient NewVisitor() => new(Http, Site);

    /// <summary>A visitor who has asked something.</summary>
    public Task<VisitorClient> NewConversationAsync(string text = "Hej") => NewVisitor().StartedAsync(text);

    public async Task<AgentClient> NewAgentAsync(int maxChats = 3, string role = "agent")
    {
        var name = $"Agent {Interlocked.Increment(ref _agents)}";
        var email = $"agent{_agents}-{VisitorClient.NewClientId()}@fjordrejser.example";
        var made = (await Administrator.PostAsync("/agents", new { name, email, role, maxChats })).Expect(HttpStatusCode.Created);
        return await WithKeyAsync(made["id"]!, name, email);
    }

    /// <summary>An agent who is at the desk and takes conversations.</summary>
    public async Task<AgentClient> NewAvailableAgentAsync(int maxChats = 3)
    {
        var agent = await NewAgentAsync(maxChats);
        await agent.PresenceAsync("available");
        return agent;
    }

    /// <summary>Sends everyone home and closes what is open, so that one test leaves nothing to the next.</summary>
    public async Task ClearAsync()
    {
        foreach (var agent in (await Administrator.GetAsync("/agents")).Rows.Where(agent => agent["presence"] != "offline"))
        {
            (await Administrator.PutAsync($"/agents/{agent["id"]}/presence", new { presence = "offline" })).Expect(HttpStatusCode.OK);
        }

        (await Administrator.PutAsync("/routing", new { offerSeconds = 20, autoAccept = false })).Expect(HttpStatusCode.OK);
        var open = (await Administrator.GetAsync("/conversations?limit=200")).Rows.Where(conversation => conversation["state"] != "closed");
        await Task.WhenAll(open.Select(conversation => Administrator.WrapUpAsync(conversation["id"]!)));
    }

    public void Dispose() => Http.Dispose();

    async Task<AgentClient> WithKeyAsync(string id, string name, string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/keys")
        {
            Content = JsonContent.Create(new { name, scopes = _everything, agent = email }),
            Headers = { { "Cookie", _cookie }, { "X-Kanal-Desk", "1" } },
        };
        using var answer = await Http.SendAsync(request);
        return new AgentClient(Http, id, name) { Bearer = (await Reply.OfAsync(answer)).Expect(HttpStatusCode.Created)["secret"] };
    }
}
