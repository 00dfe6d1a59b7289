using System.Security.Cryptography;

namespace Kanal.Centre.Backups;

/// <summary>Hands on what is written and knows its digest.</summary>
sealed class Digest(Stream to) : IDisposable
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken ct)
    {
        _hash.AppendData(piece.Span);
        Length += piece.Length;
        await to.WriteAsync(piece, ct);
    }

    public async Task CopyAsync(Stream from, CancellationToken ct)
    {
        var piece = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(piece, ct)) > 0)
        {
            await WriteAsync(piece.AsMemory(0, read), ct);
        }
    }

    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
