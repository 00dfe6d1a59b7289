using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Kanal.Bench;

/// <summary>A new installation with one site that is always open, and the visitors' conversations on it.</summary>
sealed class Shop : IDisposable
{
    const string Site = "bench";

    static readonly string[] _languages = ["en"];
    static readonly string[] _everything = ["*"];
    static readonly object _nothing = new();

    readonly HttpClient _visitors;
    int _started;

    Shop(Uri server, HttpClient agent)
    {
        Server = server;
        Servers = [server];
        Agent = agent;
        _visitors = new() { BaseAddress = server };
    }

    public Uri Server { get; }

    /// <summary>All nodes that visitors and agents are spread over; the first is <see cref="Server"/>.</summary>
    public Uri[] Servers { get; private set; }

    /// <summary>Signed in as the administrator, who sees every conversation.</summary>
    public HttpClient Agent { get; }

    public static async Task<Shop> OpenAsync(Uri server)
    {
        // Chunks are read as they come: the delivery times are taken from this client's event stream.
        var agent = new HttpClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        agent.DefaultRequestHeaders.Add("X-Kanal-Desk", "1");
        var always = new[] { new { from = "00:00", to = "24:00" } };
        using var answer = await agent.PostAsJsonAsync("/api/v1/setup", new
        {
            organisation = "Bench",
            name = "Bench",
            email = "bench@example.com",
            password = "a long password for a short life 1!",
            language = "en",
            site = new { name = "Bench", key = Site, timeZone = "Europe/Copenhagen", languages = _languages, origins = Array.Empty<string>() },
            hours = new
            {
                timeZone = "Europe/Copenhagen",
                week = new { monday = always, tuesday = always, wednesday = always, thursday = always, friday = always, saturday = always, sunday = always },
                holidays = Array.Empty<object>(),
                specialDays = Array.Empty<object>(),
            },
        });
        await EnsureAsync(answer);
        return new(server, agent);
    }

    public void SpreadOver(Uri[] servers) => Servers = servers;

    public static string MenuPath => $"/public/v1/sites/{Site}/menu";

    /// <summary>Makes a strategy the site's live one, and has somebody there to answer.</summary>
    public async Task PublishAsync(string definition)
    {
        var site = (await Agent.GetFromJsonAsync<JsonElement>("/api/v1/sites")).GetProperty("data")[0].GetProperty("id").GetString();
        using var draft = await Agent.PutAsync($"/api/v1/sites/{site}/strategy/draft", new StringContent($$"""{"definition":{{definition}}}""", Encoding.UTF8, "application/json"));
        await EnsureAsync(draft);
        var revision = (await draft.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetInt64();
        using var published = await Agent.PostAsJsonAsync($"/api/v1/sites/{site}/strategy/publish", new { revision });
        await EnsureAsync(published);
        var agent = (await Agent.GetFromJsonAsync<JsonElement>("/api/v1/agents")).GetProperty("data")[0].GetProperty("id").GetString();
        using var there = await Agent.PutAsJsonAsync($"/api/v1/agents/{agent}/presence", new { presence = "available" });
        await EnsureAsync(there);
    }

    /// <summary>Visitors who have been shown a menu: their tokens, and what they carry.</summary>
    public async Task<(string Visitor, string Memory)[]> VisitorsAsync(int count, string facts)
    {
        var visitors = new (string, string)[count];
        for (var i = 0; i < count; i++)
        {
            using var answer = await _visitors.PostAsync(MenuPath, new StringContent($$"""{"pageView":"a1b2c3d4e5f6","facts":{{facts}}}""", Encoding.UTF8, "application/json"));
            await EnsureAsync(answer);
            var menu = await answer.Content.ReadFromJsonAsync<JsonElement>();
            visitors[i] = (menu.GetProperty("visitor").GetString()!, menu.GetProperty("memory").GetString()!);
        }

        return visitors;
    }

    public async Task<Conversation[]> StartAsync(int count)
    {
        var conversations = new Conversation[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, ct) =>
        {
            using var answer = await StartOneAsync(ct);
            var started = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            conversations[i] = new(started.GetProperty("conversation").GetString()!, started.GetProperty("token").GetString()!);
        });
        return conversations;
    }

    // One address may start so many conversations a second, so everybody has one of their own: a proxy on the same machine is believed.
    async Task<HttpResponseMessage> StartOneAsync(CancellationToken ct)
    {
        var visitor = Interlocked.Increment(ref _started);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/public/v1/sites/{Site}/conversations")
        {
            Content = JsonContent.Create(new { clientId = Guid.NewGuid().ToString("N"), channel = "chat", text = "Hej, har I åbent i morgen?" }),
            Headers = { { "X-Forwarded-For", $"10.{visitor >> 16 & 255}.{visitor >> 8 & 255}.{visitor & 255}" } },
        };
        var answer = await _visitors.SendAsync(request, ct);
        await EnsureAsync(answer);
        return answer;
    }

    /// <summary>An agent with a key, who is at a desk.</summary>
    public async Task<string> HireAsync(int number)
    {
        var email = $"agent{number}@example.com";
        using var hired = await Agent.PostAsJsonAsync("/api/v1/agents", new { name = $"Agent {number}", email, role = "agent", maxChats = 5 });
        await EnsureAsync(hired);
        using var key = await Agent.PostAsJsonAsync("/api/v1/keys", new { name = $"Agent {number}", scopes = _everything, agent = email });
        await EnsureAsync(key);
        return (await key.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
    }

    /// <summary>An agent takes a conversation in hand.</summary>
    public async Task TakeAsync(Conversation conversation, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/conversations/{conversation.Id}/take") { Content = JsonContent.Create(_nothing), Headers = { { "Authorization", $"Bearer {key}" } } };
        using var answer = await _visitors.SendAsync(request);
        await EnsureAsync(answer);
    }

    /// <summary>Says one thing more, and is told which place it has in the conversation.</summary>
    public async Task<long> PlaceAsync(Conversation conversation)
    {
        // After a flood one is asked to wait.
        while (true)
        {
            if (await TryPlaceAsync(conversation) is { } place)
            {
                return place;
            }

            await Task.Delay(1000);
        }
    }

    async Task<long?> TryPlaceAsync(Conversation conversation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/public/v1/conversations/{conversation.Id}/messages")
        {
            Content = JsonContent.Create(new { clientId = Guid.NewGuid().ToString("N"), text = "Det var alt." }),
            Headers = { { "Authorization", $"Bearer {conversation.Token}" } },
        };
        using var answer = await _visitors.SendAsync(request);
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
        {
            return null;
        }

        await EnsureAsync(answer);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sequence").GetInt64();
    }

    public void Dispose()
    {
        Agent.Dispose();
        _visitors.Dispose();
    }

    static async Task EnsureAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri!.PathAndQuery} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}

sealed record Conversation(string Id, string Token)
{
    public byte[] Message(string clientId, string text) => Post($"/public/v1/conversations/{Id}/messages", clientId, text);

    /// <summary>The same request in every byte but its address, to the endpoint that only reads and answers.</summary>
    public byte[] Echo(string clientId, string text) => Post("/bench/echo", clientId, text);

    public byte[] Events() => Encoding.UTF8.GetBytes(
        $"GET /public/v1/conversations/{Id}/events HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {Token}\r\nAccept: text/event-stream\r\n\r\n");

    byte[] Post(string path, string clientId, string text)
    {
        var body = $$"""{"clientId":"{{clientId}}","text":"{{text}}"}""";
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {Token}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }
}
