namespace Kanal.Centre.Storage;

/// <summary>
/// SQLite or PostgreSQL behind one SQL text. Reads see what is committed; a write is one transaction, on disk when the
/// call returns. The work of a write may be run again after a serialization failure, so it only touches its <see cref="Sql"/>.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    public abstract string Engine { get; }

    public abstract Task<T> ReadAsync<T>(Func<Sql, Task<T>> read, CancellationToken ct);

    /// <summary>Everything that is read is as it was at one moment, however long it takes and whatever is written meanwhile.</summary>
    public abstract Task<T> MomentAsync<T>(Func<Sql, Task<T>> read, CancellationToken ct);

    public abstract Task<T> WriteAsync<T>(Func<Sql, Task<T>> write, CancellationToken ct);

    public Task WriteAsync(Func<Sql, Task> write, CancellationToken ct) =>
        WriteAsync(async sql =>
        {
            await write(sql);
            return true;
        }, ct);

    /// <summary>What the database's own machine takes the time to be; null where it is this one.</summary>
    public virtual Task<DateTimeOffset?> ClockAsync(CancellationToken ct) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Runs before anything else at start; takes the lock that keeps two nodes from upgrading at once.</summary>
    internal abstract Task<T> UpgradeAsync<T>(Func<Sql, Task<T>> upgrade, CancellationToken ct);

    /// <summary>Fills a table within a transaction of <see cref="UpgradeAsync"/>; rows may point to rows that come after them.</summary>
    /// <param name="rows">Texts, long, double and bool in the order of the columns, or null.</param>
    internal abstract Task LoadAsync(Sql sql, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken ct);

    internal abstract IJournalStore Journal { get; }

    /// <summary>A lock that others see for as long as this process is connected; null where there can be no others.</summary>
    internal abstract Task<SessionLock?> LockAsync(long key, CancellationToken ct);

    internal abstract Task<bool> IsLockedAsync(long key, CancellationToken ct);

    /// <summary>Whether a server works on it. To be asked before anything else is done with this one.</summary>
    internal abstract Task<bool> IsServedAsync(CancellationToken ct);

    /// <summary>Waits until this node has what one at a time has; null where there can be no others.</summary>
    internal abstract Task<Lease?> LeaseAsync(long key, CancellationToken ct);

    /// <summary>The way to other nodes on this database; null where there can be none.</summary>
    internal virtual INodeWire? Wire => null;

    /// <summary>A write of the journal's.</summary>
    internal virtual Task<T> JournalAsync<T>(Func<Sql, Task<T>> write) => WriteAsync(write, CancellationToken.None);

    public abstract ValueTask DisposeAsync();
}
