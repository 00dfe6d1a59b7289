using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kanal.Centre.Access;

/// <summary>The secret of a key: long and random, so that a plain hash is enough to keep.</summary>
public static class KeySecret
{
    public const string Prefix = "kanal_";
    const int Bytes = 32;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
