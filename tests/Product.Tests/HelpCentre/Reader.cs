using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.HelpCentre;

/// <summary>A stranger with a browser that runs no script.</summary>
public sealed class Reader(KanalHost kanal) : IDisposable
{
    public const string Home = $"/help/{Organisation.Site}";

    readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = kanal.Address };

    public Task<ReadPage> ReadAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>A page of the help centre of the organisation's site.</summary>
    public Task<ReadPage> HelpAsync(string path, params (string Name, string Value)[] headers) => ReadAsync(Home + path, headers);

    public Task<ReadPage> PostAsync(string path, Dictionary<string, string> form, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, Home + path, new FormUrlEncodedContent(form), headers);

    public async Task<ReadPage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request);
        var all = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        var raw = await answer.Content.ReadAsByteArrayAsync();
        return new ReadPage(answer.StatusCode, WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(raw)), raw.Length, all);
    }

    public void Dispose() => _http.Dispose();
}

/// <param name="Text">As a person would read it in the source: entities are letters.</param>
public sealed record ReadPage(HttpStatusCode Status, string Text, int Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);

    public ReadPage Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} {Text}");
        return this;
    }

    public ReadPage Says(params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, Text, StringComparison.Ordinal));
        return this;
    }

    public ReadPage DoesNotSay(params string[] words)
    {
        Assert.All(words, word => Assert.DoesNotContain(word, Text, StringComparison.Ordinal));
        return this;
    }
}
