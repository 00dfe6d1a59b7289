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
    readonly SemaphoreSlim _gate = new(1, 1);
    long _key = NewKey();
    SessionLock? _held;

    /// <summary>Another one after the others took this process for dead, so ask each time.</summary>
    public string Name => Volatile.Read(ref _key).ToString("x16", CultureInfo.InvariantCulture);

    internal long Key => Volatile.Read(ref _key);

    /// <summary>Makes sure that others see this process live. To be called before something is written down under its name.</summary>
    public Task ShowAsync(CancellationToken ct) => WithLockAsync((_, _) => Task.FromResult(true), ct);

    /// <param name="name">As it was written down.</param>
    /// <returns>False where it is known to be dead.</returns>
    public async Task<bool> LivesAsync(string name, CancellationToken ct) =>
        name == Name || (long.TryParse(name, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var key) && await database.IsLockedAsync(key, ct));

    /// <summary>Runs on the connection that holds the lock: where it succeeds, the lock was held.</summary>
    /// <param name="work">Gets whether the lock had to be taken anew for it.</param>
    /// <exception cref="InvalidOperationException">This database knows no other nodes.</exception>
    internal Task<T> OnLockAsync<T>(Func<Sql, bool, Task<T>> work, CancellationToken ct) => WithLockAsync(
        (held, anew) => held?.RunAsync(sql => work(sql, anew), ct) ?? throw new InvalidOperationException("There is no lock to work on."), ct);

    /// <summary>The others took this process for dead: it goes on under another name.</summary>
    internal async Task BeginAnewAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            await LetGoAsync();
            Volatile.Write(ref _key, NewKey());
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        _gate.Dispose();
    }

    async Task<T> WithLockAsync<T>(Func<SessionLock?, bool, Task<T>> work, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var anew = _held is null || !await _held.IsHeldAsync(ct);
            if (anew)
            {
                await LetGoAsync();
                _held = await database.LockAsync(_key, ct);
            }

            return await work(_held, anew);
        }
        finally
        {
            _gate.Release();
        }
    }

    async Task LetGoAsync()
    {
        if (_held is not null)
        {
            await _held.DisposeAsync();
            _held = null;
        }
    }

    static long NewKey() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));
}

/// <summary>A lock that ends with the connection that holds it.</summary>
abstract class SessionLock : IAsyncDisposable
{
    public abstract Task<bool> IsHeldAsync(CancellationToken ct);

    /// <summary>Runs on the connection that holds the lock.</summary>
    public abstract Task<T> RunAsync<T>(Func<Sql, Task<T>> work, CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
