using System.Net;
using System.Net.Http.Headers;
using Kanal.Product.Tests.Api;

namespace Kanal.Product.Tests.Hosting;

/// <summary>A visitor of a site, as a home-made client of the public API would be.</summary>
public sealed class VisitorClient(HttpClient http, string site) : Actor(http, "/public/v1")
{
    static readonly object _nothing = new();

    /// <summary>The visitor's own token, once a menu has given it.</summary>
    public string? Visitor { get; set; }

    public string Conversation { get; set; } = "";

    string Here => $"/conversations/{Conversation}";

    public static string NewClientId() => Guid.NewGuid().ToString("N");

    /// <summary>What the last menu gave to be handed back.</summary>
    public string? Memory { get; set; }

    public async Task<Reply> MenuAsync(object? facts = null, string? pageView = null)
    {
        var menu = await PostAsync($"/sites/{site}/menu", new { visitor = Visitor, facts = facts ?? _nothing, pageView, memory = Memory });
        Visitor = menu["visitor"] ?? Visitor;
        Memory = menu["memory"] ?? Memory;
        return menu;
    }

    /// <summary>Listens for changes of the site's menu.</summary>
    public Task<EventReader> WatchMenuAsync(string? menu = null) => OpenAsync($"/sites/{site}/menu/events?menu={menu}", null);

    /// <summary>Opens a conversation, and holds on to it where it was opened.</summary>
    public async Task<Reply> StartAsync(string text = "Hej", string? clientId = null, string channel = "chat", string? address = null, object? facts = null, string? menu = null)
    {
        var started = await PostAsync($"/sites/{site}/conversations", new { visitor = Visitor, clientId = clientId ?? NewClientId(), channel, text, address, facts, menu });
        Conversation = started["conversation"] ?? Conversation;
        Bearer = started["token"] ?? Bearer;
        return started;
    }

    /// <summary>Asks to be called, and holds on to the conversation that waits for it.</summary>
    public async Task<Reply> AskForCallAsync(string number, string? slot = null, string text = "Kan I ringe om min rejse?", string? locale = null)
    {
        var started = await PostAsync($"/sites/{site}/conversations", new { visitor = Visitor, clientId = NewClientId(), channel = "callback", text, address = number, slot, facts = new { locale } });
        Conversation = started["conversation"] ?? Conversation;
        Bearer = started["token"] ?? Bearer;
        return started;
    }

    public Task<Reply> SwitchToCallAsync(string number, string? slot = null) => PostAsync($"{Here}/switch", new { channel = "callback", address = number, slot });

    public Task<Reply> SwitchToLettersAsync(string address) => PostAsync($"{Here}/switch", new { channel = "email", address });

    public Task<Reply> CallAsync() => GetAsync($"{Here}/callback");

    public Task<Reply> MoveCallAsync(string? slot) => PostAsync($"{Here}/callback/move", new { slot });

    public Task<Reply> CancelCallAsync() => PostAsync($"{Here}/callback/cancel", _nothing);

    public Task<Reply> SayAsync(string text, string? clientId = null, params string[] files) =>
        PostAsync($"{Here}/messages", new { clientId = clientId ?? NewClientId(), text, files });

    public Task<Reply> HistoryAsync(long after = 0) => GetAsync($"{Here}/messages?after={after}");

    public Task<Reply> StandingAsync() => GetAsync(Here);

    public Task<Reply> TypeAsync(bool typing = true) => PostAsync($"{Here}/typing", new { typing });

    public Task<Reply> ReadAsync(long sequence) => PostAsync($"{Here}/read", new { sequence });

    public Task<Reply> EndAsync() => PostAsync($"{Here}/end", _nothing);

    public Task<Reply> RateAsync(int score, string? comment = null) => PostAsync($"{Here}/rating", new { score, comment });

    public async Task<Reply> UploadAsync(byte[] content, string name, string type = "application/octet-stream")
    {
        var part = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        using var form = new MultipartFormDataContent { { part, "file", name } };
        return await SendAsync(HttpMethod.Post, $"{Here}/files", form);
    }

    /// <param name="after">Asked for in the address.</param>
    /// <param name="lastEventId">Asked for as browsers do when they come back.</param>
    public Task<EventReader> ListenAsync(long? after = null, string? lastEventId = null) =>
        OpenAsync($"{Here}/events{(after is null ? "" : $"?after={after}")}", lastEventId);

    /// <summary>Another stream than that of a conversation.</summary>
    public Task<EventReader> ListenToAsync(string path) => OpenAsync(path, null);

    /// <summary>The same visitor, in the same conversation, at another node.</summary>
    public VisitorClient At(HttpClient other) => new(other, site) { Visitor = Visitor, Conversation = Conversation, Bearer = Bearer, Memory = Memory };

    /// <summary>A visitor with an open conversation.</summary>
    internal async Task<VisitorClient> StartedAsync(string text)
    {
        (await StartAsync(text)).Expect(HttpStatusCode.Created);
        return this;
    }
}
