using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email;

/// <summary>Access tokens for servers that take no passwords: a refresh token is exchanged for one, which is used until shortly before it ends (RFC 6749, section 6).</summary>
sealed class MailTokens(TimeProvider time) : IDisposable
{
    static readonly TimeSpan _early = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<(string Url, string? Refresh), (string Token, DateTimeOffset Until)> _known = new();
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    public async Task<string?> AccessAsync(ServerAccess server, CancellationToken ct)
    {
        if (server.TokenUrl is not { } url)
        {
            return server.Secrets.Secret;
        }

        var key = (url, server.Secrets.Secret);
        if (_known.TryGetValue(key, out var known) && known.Until > time.GetUtcNow())
        {
            return known.Token;
        }

        var answer = await AskAsync(server, url, ct);
        _known[key] = (answer.AccessToken, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Max(60, answer.ExpiresIn)) - _early);
        return answer.AccessToken;
    }

    async Task<TokenAnswer> AskAsync(ServerAccess server, string url, CancellationToken ct)
    {
        var host = new Uri(url).Host;
        try
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string?>
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = server.Secrets.Secret,
                ["client_id"] = server.ClientId,
                ["client_secret"] = server.Secrets.ClientSecret,
            }.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value ?? "")));
            using var answer = await _http.PostAsync(url, form, ct);
            return answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<TokenAnswer>(ct) is { AccessToken.Length: > 0 } token
                ? token
                : throw new MailFault(MailFaultKind.LoginRefused, $"{host} gave no token for this mailbox (answer {(int)answer.StatusCode}). Sign in there again and enter the new refresh token.");
        }
        catch (Exception trouble) when (trouble is HttpRequestException or JsonException || (trouble is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new MailFault(MailFaultKind.CannotConnect, $"{host} could not be asked for a token.", trouble);
        }
    }

    public void Dispose() => _http.Dispose();

    sealed record TokenAnswer
    {
        [JsonPropertyName("access_token")]
        public string AccessToken { get; init; } = "";

        [JsonPropertyName("expires_in")]
        public double ExpiresIn { get; init; } = 3600;
    }
}
