using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Kanal.Centre.Storage;

/// <summary>
/// This process's name among those on the same database, and whether another one still lives. It holds a lock for as long as it is connected;
/// whoever is killed lets go of it at once, and what was in their hands need not wait for a time to run out.
/// </summary>
public sealed class NodeLife(Database database) : IAsyncDisposable
{
    readonly long _key = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));
    readonly SemaphoreSlim _gate = new(1, 1);
    SessionLock? _held;

    public string Name => _key.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Makes sure that others see this process live. To be called before something is written down under its name.</summary>
    public async Task ShowAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_held is null || !await _held.IsHeldAsync(ct))
            {
                if (_held is not null)
                {
                    await _held.DisposeAsync();
                    _held = null;
                }

                _held = await database.LockAsync(_key, ct);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <param name="name">As it was written down.</param>
    /// <returns>False where it is known to be dead.</returns>
    public async Task<bool> LivesAsync(string name, CancellationToken ct) =>
        name == Name || (long.TryParse(name, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var key) && await database.IsLockedAsync(key, ct));

    public async ValueTask DisposeAsync()
    {
        if (_held is not null)
        {
            await _held.DisposeAsync();
        }

        _gate.Dispose();
    }
}

/// <summary>A lock that ends with the connection that holds it.</summary>
abstract class SessionLock : IAsyncDisposable
{
    public abstract Task<bool> IsHeldAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
