using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kanal.Centre.Identities;

/// <summary>
/// Reads an identity: a JSON Web Token (RFC 7519) signed with HMAC and SHA-256, and nothing else, whatever it says of itself.
/// Nothing of what it holds is looked at before the signature has been found right.
/// </summary>
static class IdentityToken
{
    const int Longest = 4_096;
    const int ProofLength = 32;

    // Clocks differ a little; a token that is over is over all the same.
    const int LeewaySeconds = 60;

    // As tokens are written: without padding, line ends or spaces, which the decoder would let pass.
    static readonly SearchValues<char> _letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    static readonly JsonDocumentOptions _strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <param name="keys">With one of them it must be signed.</param>
    /// <param name="fault">What is wrong with it, in words that tell nobody how to make a better one.</param>
    public static IdentityClaims? Read(string token, IReadOnlyList<byte[]> keys, DateTimeOffset now, out string fault)
    {
        fault = "This is not an identity: it should be a JSON Web Token (three parts with dots between them).";
        if (token.Length > Longest || token.AsSpan().ContainsAnyExcept(_letters) || token.Split('.') is not [var header, var payload, var proof] || Object(header) is not { } said)
        {
            return null;
        }

        if (!IsOurKind(said))
        {
            fault = "An identity must be signed with HS256.";
            return null;
        }

        if (!IsSigned($"{header}.{payload}", proof, keys))
        {
            fault = "The identity's signature does not fit: it must be signed with this site's identity secret.";
            return null;
        }

        return Object(payload) is { } claims ? Timely(claims, now, out fault) : null;
    }

    static IdentityClaims? Timely(JsonElement claims, DateTimeOffset now, out string fault)
    {
        var seconds = now.ToUnixTimeMilliseconds() / 1000.0;
        if (Number(claims, "exp") is not { } until)
        {
            fault = "The identity must say until when it holds (exp, in seconds since 1970).";
            return null;
        }

        if (seconds >= until)
        {
            fault = "The identity has expired. Have the site's server sign a new one.";
            return null;
        }

        if (claims.TryGetProperty("nbf", out _) && !(Number(claims, "nbf") <= seconds + LeewaySeconds))
        {
            fault = "The identity does not hold yet (nbf).";
            return null;
        }

        return IdentityReading.Of(claims, out fault);
    }

    static bool IsOurKind(JsonElement header) =>
        Text(header, "alg") == "HS256"
        && (!header.TryGetProperty("typ", out _) || "JWT".Equals(Text(header, "typ"), StringComparison.OrdinalIgnoreCase))
        && !header.TryGetProperty("crit", out _);

    // Every key is tried, so that the time tells nothing of which one fits.
    static bool IsSigned(string signed, string proof, IReadOnlyList<byte[]> keys)
    {
        Span<byte> given = stackalloc byte[ProofLength];
        if (!Base64Url.IsValid(proof, out var length) || length != ProofLength || !Base64Url.TryDecodeFromChars(proof, given, out _))
        {
            return false;
        }

        var (right, text) = (false, Encoding.UTF8.GetBytes(signed));
        Span<byte> expected = stackalloc byte[ProofLength];
        foreach (var key in keys)
        {
            HMACSHA256.HashData(key, text, expected);
            right |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return right;
    }

    static JsonElement? Object(string part)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), _strict);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? root.Clone() : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return null;
        }
    }

    static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static double? Number(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
}
