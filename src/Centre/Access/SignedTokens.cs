using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>
/// Tokens that carry their own proof, so that no request of a visitor needs a look-up: what they name, and a keyed digest of it.
/// The key is made once and kept in the database; all nodes share it.
/// </summary>
public sealed class SignedTokens(Settings settings) : IDisposable
{
    const int ProofLength = 16;
    const int VisitorLength = 16;
    const int RestLength = 24;
    const int MostSealed = 8_000;

    // What visitors carry hardly ever needs more.
    const int OnStack = 1024;

    // So that those who look for secrets where none should be find it.
    const string IdentityPrefix = "kanal_id_";

    // To begin anew with a key takes OpenSSL four times as long as the digest of a token.
    readonly ThreadLocal<IncrementalHash> _keyed = new();
    byte[]? _key;

    byte[] Key => _key ?? throw new InvalidOperationException("The key for tokens is not loaded.");

    IncrementalHash Keyed => _keyed.Value ??= IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key);

    /// <summary>Reads the key, or makes it at the very first start. Before that nothing can be signed.</summary>
    public async Task LoadAsync(CancellationToken ct) =>
        _key = Convert.FromBase64String(await settings.ReadOrMakeAsync("token-key", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ct));

    /// <summary>What lets a visitor into one conversation.</summary>
    public string ForConversation(Id conversation)
    {
        Span<byte> token = stackalloc byte[8 + ProofLength];
        BitConverter.TryWriteBytes(token, conversation.Value);
        Sign("conversation", token[..8], token[8..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>What lets a browser into what comes of a conversation, and not into what was before.</summary>
    /// <param name="after">The last message that it does not see.</param>
    /// <param name="since">When it came in.</param>
    public string ForRestOf(Id conversation, long after, DateTimeOffset since)
    {
        Span<byte> token = stackalloc byte[RestLength + ProofLength];
        BitConverter.TryWriteBytes(token, conversation.Value);
        BitConverter.TryWriteBytes(token[8..], after);
        BitConverter.TryWriteBytes(token[16..], since.ToUnixTimeMilliseconds());
        Sign("rest", token[..RestLength], token[RestLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>What a token lets its bearer into; null where it is none of ours.</summary>
    public Admission? Admitted(ReadOnlySpan<char> token)
    {
        Span<byte> whole = stackalloc byte[8 + ProofLength];
        if (Read(token, whole, "conversation"))
        {
            return new Admission(new Id(BitConverter.ToInt64(whole[..8])));
        }

        Span<byte> rest = stackalloc byte[RestLength + ProofLength];
        return Read(token, rest, "rest")
            ? new Admission(new Id(BitConverter.ToInt64(rest[..8])), BitConverter.ToInt64(rest[8..16]), DateTimeOffset.FromUnixTimeMilliseconds(BitConverter.ToInt64(rest[16..RestLength])))
            : null;
    }

    /// <summary>A name for a browser that has none yet.</summary>
    public string NewVisitor()
    {
        Span<byte> token = stackalloc byte[VisitorLength + ProofLength];
        RandomNumberGenerator.Fill(token[..VisitorLength]);
        Sign("visitor", token[..VisitorLength], token[VisitorLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>What a visitor's token is kept as; null where it is none of ours.</summary>
    public string? VisitorDigest(ReadOnlySpan<char> token)
    {
        Span<byte> read = stackalloc byte[VisitorLength + ProofLength];
        return Read(token, read, "visitor") ? Convert.ToHexStringLower(SHA256.HashData(read[..VisitorLength])) : null;
    }

    /// <summary>What a code of a site is kept as. It has too few digits for a digest without a key.</summary>
    public string CodeDigest(Id site, string code)
    {
        Span<byte> proof = stackalloc byte[ProofLength];
        Sign("code", Encoding.ASCII.GetBytes($"{site.Value} {code}"), proof);
        return Convert.ToHexStringLower(proof);
    }

    /// <summary>What shows that we wrote an address or a name ourselves: sixteen letters and digits that survive a change of case.</summary>
    public string LetterProof(string named)
    {
        Span<byte> proof = stackalloc byte[ProofLength];
        Sign("letter", Encoding.ASCII.GetBytes(named), proof);
        return Convert.ToHexStringLower(proof[..8]);
    }

    /// <summary>What a site's own server signs its visitors' identities with; another for each salt.</summary>
    public string IdentitySecret(Id site, string salt) =>
        IdentityPrefix + Base64Url.EncodeToString(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes($"identity {site.Value} {salt}")));

    /// <summary>A text that somebody else keeps for us, so that we know it again.</summary>
    /// <param name="holder">Whose it is; in another's hands it is worth nothing.</param>
    public string Seal(string text, string holder)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length) + ProofLength;
        var whole = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        var length = Encoding.UTF8.GetBytes(text, whole);
        Prove(whole[..length], holder, whole[length..(length + ProofLength)]);
        return Base64Url.EncodeToString(whole[..(length + ProofLength)]);
    }

    /// <summary>The text as it was sealed for this holder; null where it was not.</summary>
    public string? Unseal(ReadOnlySpan<char> given, string holder)
    {
        if (!Base64Url.IsValid(given, out var length) || length <= ProofLength || length > MostSealed)
        {
            return null;
        }

        var whole = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        Span<byte> proof = stackalloc byte[ProofLength];
        if (!Base64Url.TryDecodeFromChars(given, whole, out _))
        {
            return null;
        }

        var text = whole[..(length - ProofLength)];
        Prove(text, holder, proof);
        return CryptographicOperations.FixedTimeEquals(proof, whole[text.Length..length]) ? Encoding.UTF8.GetString(text) : null;
    }

    public void Dispose() => _keyed.Dispose();

    void Prove(ReadOnlySpan<byte> text, string holder, Span<byte> proof)
    {
        // The holder's name has a fixed end, so that nothing can be moved from one to the other.
        var most = Encoding.UTF8.GetMaxByteCount(holder.Length) + text.Length + 8;
        var named = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        "sealed "u8.CopyTo(named);
        var at = 7 + Encoding.UTF8.GetBytes(holder, named[7..]);
        named[at++] = (byte)'\n';
        text.CopyTo(named[at..]);
        Sign(named[..(at + text.Length)], proof);
    }

    bool Read(ReadOnlySpan<char> token, Span<byte> into, string kind)
    {
        Span<byte> proof = stackalloc byte[ProofLength];
        if (!Base64Url.IsValid(token, out var length) || length != into.Length || !Base64Url.TryDecodeFromChars(token, into, out _))
        {
            return false;
        }

        Sign(kind, into[..^ProofLength], proof);
        return CryptographicOperations.FixedTimeEquals(proof, into[^ProofLength..]);
    }

    void Sign(string kind, ReadOnlySpan<byte> named, Span<byte> proof)
    {
        Span<byte> text = stackalloc byte[64];
        var start = Encoding.ASCII.GetBytes(kind, text);
        named.CopyTo(text[start..]);
        Sign(text[..(start + named.Length)], proof);
    }

    void Sign(ReadOnlySpan<byte> text, Span<byte> proof)
    {
        Span<byte> digest = stackalloc byte[32];
        var keyed = Keyed;
        keyed.AppendData(text);
        keyed.GetHashAndReset(digest);
        digest[..ProofLength].CopyTo(proof);
    }
}

/// <summary>What a visitor's token lets its bearer into.</summary>
/// <param name="After">The last message that the bearer does not see.</param>
/// <param name="Since">When a browser that joined by a code came in; null for the customer's own, which sees everything.</param>
public sealed record Admission(Id Conversation, long After = 0, DateTimeOffset? Since = null);
