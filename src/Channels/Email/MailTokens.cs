using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email;

/// <summary>Access tokens for servers that take no passwords: a refresh token is exchanged for one, which is used until shortly before it ends (RFC 6749, section 6).</summary>
sealed class MailTokens(MailboxBook mailboxes, TimeProvider time) : IDisposable
{
    static readonly TimeSpan _early = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<(string Url, string? Refresh), (string Token, DateTimeOffset Until)> _known = [];
    readonly ConcurrentDictionary<(string Url, string? Refresh), string> _replaced = [];
    readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    public async Task<string?> AccessAsync(ServerAccess server, CancellationToken ct)
    {
        if (server.TokenUrl is not { } url)
        {
            return server.Secrets.Secret;
        }

        // One at a time: a refresh token may be good for one exchange only. Nobody waits for an issuer that is not theirs.
        var gate = _gates.GetOrAdd(url, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        try
        {
            var refresh = server.Secrets.Secret;
            while (_replaced.TryGetValue((url, refresh), out var newer))
            {
                refresh = newer;
            }

            return _known.TryGetValue((url, refresh), out var known) && known.Until > time.GetUtcNow() ? known.Token : await ExchangeAsync(server, url, refresh, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    async Task<string> ExchangeAsync(ServerAccess server, string url, string? refresh, CancellationToken ct)
    {
        var answer = await AskAsync(server, url, refresh, ct);
        var kept = refresh;
        if (refresh is not null && answer.RefreshToken is { Length: > 0 } fresh && fresh != refresh)
        {
            await mailboxes.RenewSecretAsync(server.Mailbox, refresh, fresh, CancellationToken.None);
            _replaced[(url, refresh)] = kept = fresh;
        }

        _known.TryRemove((url, refresh), out _);
        _known[(url, kept)] = (answer.AccessToken, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Max(60, answer.ExpiresIn)) - _early);
        return answer.AccessToken;
    }

    async Task<TokenAnswer> AskAsync(ServerAccess server, string url, string? refresh, CancellationToken ct)
    {
        var host = new Uri(url).Host;
        try
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string?>
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = refresh,
                ["client_id"] = server.ClientId,
                ["client_secret"] = server.Secrets.ClientSecret,
            }.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value ?? "")));
            using var answer = await _http.PostAsync(url, form, ct);
            if (answer.IsSuccessStatusCode)
            {
                return await answer.Content.ReadFromJsonAsync<TokenAnswer>(ct) is { AccessToken.Length: > 0 } token ? token : throw new JsonException("There is no token in it.");
            }

            throw (int)answer.StatusCode is >= 500 or 429
                ? new MailFault(MailFaultKind.Unavailable, $"{host} could not be asked for a token.")
                : new MailFault(MailFaultKind.LoginRefused, $"{host} gave no token for this mailbox: {await ReasonAsync(answer, ct)}. Sign in there again and enter the new refresh token.");
        }
        catch (Exception trouble) when (trouble is HttpRequestException or JsonException || (trouble is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new MailFault(MailFaultKind.CannotConnect, $"{host} could not be asked for a token.", trouble);
        }
    }

    // Where it says why, it says so in JSON (RFC 6749, section 5.2); else all that is known is the number.
    static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            var why = await answer.Content.ReadFromJsonAsync<TokenRefusal>(ct);
            var words = string.Join(", ", new[] { why?.Error, why?.Description }.OfType<string>()).Trim(' ', '.');
            return words.Length is > 0 and <= 500 ? words : $"{(int)answer.StatusCode}";
        }
        catch (JsonException)
        {
            return $"{(int)answer.StatusCode}";
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }

    sealed record TokenAnswer
    {
        [JsonPropertyName("access_token")]
        public string AccessToken { get; init; } = "";

        [JsonPropertyName("refresh_token")]
        public string? RefreshToken { get; init; }

        [JsonPropertyName("expires_in")]
        [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        public double ExpiresIn { get; init; } = 3600;
    }

    sealed record TokenRefusal
    {
        [JsonPropertyName("error")]
        public string? Error { get; init; }

        [JsonPropertyName("error_description")]
        public string? Description { get; init; }
    }
}
