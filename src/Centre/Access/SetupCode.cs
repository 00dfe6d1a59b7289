using System.Security.Cryptography;
using System.Text;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>Lets one set the installation up from another machine: the server prints it in its log. The same on every node and over restarts.</summary>
public sealed class SetupCode(Settings settings)
{
    public const string Setting = "setupCode";
    const string Letters = "abcdefghjkmnpqrstvwxyz23456789";

    public Task<string> ReadAsync(CancellationToken ct) => settings.ReadOrMakeAsync(Setting, () => RandomNumberGenerator.GetString(Letters, 12), ct);

    /// <summary>The code in groups of four, as it is printed.</summary>
    public static string Printed(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    public async Task<bool> IsAsync(string given, CancellationToken ct) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(await ReadAsync(ct)),
            Encoding.UTF8.GetBytes(string.Concat(given.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()));
}
