using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using Kanal.Centre.Storage;

namespace Kanal.Web.Demo.Simulation;

/// <summary>The HTTP API as any client sees it, with one bearer's token.</summary>
/// <param name="root">Such as <c>/public/v1</c>.</param>
sealed class KanalClient(HttpClient http, string root, string? token)
{
    public Task<T> GetAsync<T>(string path, CancellationToken ct) => SendAsync<T>(HttpMethod.Get, path, null, ct);

    public Task<T> PostAsync<T>(string path, object body, CancellationToken ct) => SendAsync<T>(HttpMethod.Post, path, body, ct);

    public async Task PostAsync(string path, object? body, CancellationToken ct) => (await SendAsync(HttpMethod.Post, path, body, ct)).Dispose();

    public async Task PutAsync(string path, object body, CancellationToken ct) => (await SendAsync(HttpMethod.Put, path, body, ct)).Dispose();

    /// <summary>Server-sent events from now on; ends with the stream.</summary>
    public async IAsyncEnumerable<(string Name, string Data)> EventsAsync(string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        using var request = Request(HttpMethod.Get, path, null);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
        {
            yield return (item.EventType, item.Data);
        }
    }

    async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var answer = await SendAsync(method, path, body, ct);
        return await answer.Content.ReadFromJsonAsync<T>(Json.Options, ct) ?? throw new HttpRequestException($"{path} answered nothing.");
    }

    async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = Request(method, path, body);
        var answer = await http.SendAsync(request, ct);
        return answer.EnsureSuccessStatusCode();
    }

    HttpRequestMessage Request(HttpMethod method, string path, object? body)
    {
        var request = new HttpRequestMessage(method, root + path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json.Options) };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }
}
