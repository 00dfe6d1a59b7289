using System.Net;
using Kanal.Product.Tests.Api;

namespace Kanal.Product.Tests.Hosting;

/// <summary>An agent at a desk of their own making, on the business API.</summary>
public sealed class AgentClient(HttpClient http, string id, string name) : Actor(http, "/api/v1")
{
    static readonly object _nothing = new();

    public string Id => id;

    public string Name => name;

    /// <summary>The same agent at another node.</summary>
    public AgentClient At(HttpClient other) => new(other, id, name) { Bearer = Bearer };

    public async Task PresenceAsync(string presence) => (await PutAsync($"/agents/{id}/presence", new { presence })).Expect(HttpStatusCode.OK);

    public Task<EventReader> ListenAsync(string? lastEventId = null) => OpenAsync("/events", lastEventId);

    /// <summary>The stream as the desk takes it: only of what concerns the agent, and of one conversation that is on the screen.</summary>
    public Task<EventReader> FollowAsync(string what, string? lastEventId = null, string? open = null) =>
        OpenAsync($"/events?follow={what}{(open is null ? "" : $"&open={open}")}", lastEventId);

    /// <summary>The stream of one who looks at the wallboard as well.</summary>
    public Task<EventReader> WatchAsync() => OpenAsync("/events?watch=wallboard", null);

    public async Task<Reply[]> OffersAsync() => (await GetAsync("/offers")).Expect(HttpStatusCode.OK).Rows;

    public Task<Reply> AcceptAsync(string offer) => PostAsync($"/offers/{offer}/accept", _nothing);

    public Task<Reply> DeclineAsync(string offer) => PostAsync($"/offers/{offer}/decline", _nothing);

    public Task<Reply> TakeAsync(string conversation) => PostAsync($"/conversations/{conversation}/take", _nothing);

    public Task<Reply> SeeAsync(string conversation) => GetAsync($"/conversations/{conversation}");

    public Task<Reply> SayAsync(string conversation, string text, string? clientId = null) =>
        PostAsync($"/conversations/{conversation}/messages", new { clientId = clientId ?? VisitorClient.NewClientId(), text });

    public Task<Reply> NoteAsync(string conversation, string text, string? clientId = null) =>
        PostAsync($"/conversations/{conversation}/notes", new { clientId = clientId ?? VisitorClient.NewClientId(), text });

    public Task<Reply> DraftAsync(string conversation, string text) => PutAsync($"/conversations/{conversation}/draft", new { text });

    public Task<Reply> ReadAsync(string conversation, long sequence) => PostAsync($"/conversations/{conversation}/read", new { sequence });

    public Task<Reply> HandToAsync(string conversation, AgentClient colleague) => PostAsync($"/conversations/{conversation}/transfer", new { agent = colleague.Id });

    public async Task<Reply> HandBackAsync(string conversation) => await HandToQueueAsync(conversation, (await SeeAsync(conversation))["queue"]!);

    public Task<Reply> HandToQueueAsync(string conversation, string queue, string? note = null) => PostAsync($"/conversations/{conversation}/transfer", new { queue, note });

    public Task<Reply> DialAsync(string conversation) => PostAsync($"/conversations/{conversation}/callback/call", _nothing);

    public Task<Reply> CalledAsync(string conversation, string outcome) => PostAsync($"/conversations/{conversation}/callback/outcome", new { outcome });

    public Task<Reply> WrapUpAsync(string conversation, string outcome = "solved") => PostAsync($"/conversations/{conversation}/wrap-up", new { outcome });
}
