using System.Buffers.Binary;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Access;

public sealed class AuthenticatorTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task Once_confirmed_signing_in_takes_a_code_that_counts_once()
    {
        var (email, secret, _) = await WithAuthenticatorAsync();
        Assert.Equal("401 code-needed", await TryAsync(email, null));
        Assert.Equal("401 sign-in-failed", await TryAsync(email, "000000"));
        var code = Code(secret, step: 1);
        Assert.Equal("200", await TryAsync(email, code));
        Assert.Equal("401 sign-in-failed", await TryAsync(email, code));
    }

    [Fact]
    public async Task A_recovery_code_gets_its_owner_in_once()
    {
        var (email, _, recovery) = await WithAuthenticatorAsync();
        Assert.Equal(10, recovery.Length);
        Assert.Equal("200", await TryAsync(email, recovery[0].ToLowerInvariant()));
        Assert.Equal("401 sign-in-failed", await TryAsync(email, recovery[0]));
        Assert.Equal("200", await TryAsync(email, recovery[1]));
    }

    [Fact]
    public async Task Guessing_codes_with_the_right_password_locks()
    {
        var (email, secret, _) = await WithAuthenticatorAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("401 code-needed", await TryAsync(email, null));
            Assert.Equal("401 sign-in-failed", await TryAsync(email, $"00000{i}"));
        }

        Assert.Equal("429 locked-out", await TryAsync(email, Code(secret, step: 1)));
    }

    [Fact]
    public async Task A_secret_that_was_not_confirmed_changes_nothing()
    {
        var (_, email) = await installation.NewAgentAsync();
        using var desk = await installation.AtDeskAsync(email);
        Assert.Equal("200", await desk.PostAsync("/api/v1/session/authenticator", null).SummaryAsync());
        Assert.Equal("400 invalid", await desk.PutAsJsonAsync("/api/v1/session/authenticator", new { code = "000000" }).SummaryAsync());
        Assert.Equal("200", await TryAsync(email, null));
    }

    [Fact]
    public async Task It_is_removed_with_the_password_or_by_an_administrator()
    {
        var (email, secret, _) = await WithAuthenticatorAsync();
        using var desk = installation.NewDesk();
        Assert.Equal("200", await desk.PostAsJsonAsync("/api/v1/session", new { email, password = Installation.Password, code = Code(secret, step: 1) }).SummaryAsync());
        using var removal = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session/authenticator") { Content = JsonContent.Create(new { password = Installation.Password }) };
        Assert.Equal("204", await desk.SendAsync(removal).SummaryAsync());
        Assert.Equal("200", await TryAsync(email, null));
    }

    async Task<(string Email, string Secret, string[] Recovery)> WithAuthenticatorAsync()
    {
        var (_, email) = await installation.NewAgentAsync();
        using var desk = await installation.AtDeskAsync(email);
        using var started = await desk.PostAsync("/api/v1/session/authenticator", null);
        var offered = await started.Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith("<svg", offered.GetProperty("qr").GetString(), StringComparison.Ordinal);
        var secret = offered.GetProperty("secret").GetString()!;
        using var confirmed = await desk.PutAsJsonAsync("/api/v1/session/authenticator", new { code = Code(secret) });
        confirmed.EnsureSuccessStatusCode();
        Assert.Equal("200", await desk.GetAsync("/api/v1/session").SummaryAsync());
        return (email, secret, (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("recoveryCodes").Deserialize<string[]>()!);
    }

    Task<string> TryAsync(string email, string? code) =>
        installation.Kanal.Client.PostAsJsonAsync("/api/v1/session", new { email, password = Installation.Password, code }).SummaryAsync();

    // RFC 6238, as the phone does it.
    static string Code(string secret, int step = 0)
    {
        var bits = string.Concat(secret.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + step);
#pragma warning disable CA5350 // The standard's.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
