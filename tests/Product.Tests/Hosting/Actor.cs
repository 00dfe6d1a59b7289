using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kanal.Product.Tests.Api;

namespace Kanal.Product.Tests.Hosting;

/// <summary>Somebody who uses the server over HTTP and nothing else.</summary>
public abstract class Actor(HttpClient http, string root)
{
    /// <summary>What is sent as <c>Authorization: Bearer</c>.</summary>
    public string? Bearer { get; set; }

    /// <summary>What is sent as <c>Accept-Language</c>.</summary>
    public string? Language { get; set; }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<string> TextAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path, null);
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<Reply> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public Task<Reply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = Request(method, path, content);
        using var answer = await http.SendAsync(request);
        return await Reply.OfAsync(answer);
    }

    /// <summary>Opens an event stream; fails where it is refused.</summary>
    protected async Task<EventReader> OpenAsync(string path, string? lastEventId)
    {
        using var request = Request(HttpMethod.Get, path, null);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(answer.IsSuccessStatusCode, $"The stream was refused with {(int)answer.StatusCode}.");
        return new EventReader(answer, await answer.Content.ReadAsStreamAsync());
    }

    HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, root + path) { Content = content };
        if (Bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
        }

        if (Language is not null)
        {
            request.Headers.Add("Accept-Language", Language);
        }

        return request;
    }
}
