using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Kanal.Centre.Storage;

/// <summary>One writer connection and a pool of readers over one file in WAL mode with full synchronisation.</summary>
public sealed class SqliteDatabase : Database
{
    const int PooledReaders = 8;

    readonly string _connectionString;
    readonly SemaphoreSlim _writing = new(1, 1);
    readonly ConcurrentBag<SqliteConnection> _readers = [];
    readonly SqliteJournal _journal = new();
    SqliteConnection? _writer;

    public SqliteDatabase(string file)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 10 }.ToString();
        Rows.TeachDapper();
    }

    public override string Engine => "SQLite";

    internal override IJournalStore Journal => _journal;

    // Whoever has the one file is alone: who wrote in it before is dead.
    internal override Task<SessionLock?> LockAsync(long key, CancellationToken ct) => Task.FromResult<SessionLock?>(null);

    internal override Task<bool> IsLockedAsync(long key, CancellationToken ct) => Task.FromResult(false);

    // In WAL mode whoever has the file open holds a lock on it, and nobody gets it for themselves.
    internal override async Task<bool> IsServedAsync(CancellationToken ct)
    {
        var address = new SqliteConnectionStringBuilder(_connectionString);
        if (!File.Exists(address.DataSource))
        {
            return false;
        }

        address.DefaultTimeout = 1;
        await using var alone = new SqliteConnection(address.ToString());
        await alone.OpenAsync(ct);
        await using var command = alone.CreateCommand();
        command.CommandText = "pragma locking_mode = exclusive";
        await command.ExecuteNonQueryAsync(ct);
        try
        {
            // One statement for one command: trouble with later ones is not told.
            command.CommandText = "begin immediate";
            await command.ExecuteNonQueryAsync(ct);
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            return true;
        }
    }

    internal override Task<Lease?> LeaseAsync(long key, CancellationToken ct) => Task.FromResult<Lease?>(null);

    public override async Task<T> ReadAsync<T>(Func<Sql, Task<T>> read, CancellationToken ct)
    {
        if (!_readers.TryTake(out var reader))
        {
            reader = await OpenAsync("pragma query_only = on", ct);
        }

        try
        {
            return await read(new Sql(reader, null, ct));
        }
        finally
        {
            if (_readers.Count < PooledReaders)
            {
                _readers.Add(reader);
            }
            else
            {
                await reader.DisposeAsync();
            }
        }
    }

    public override async Task<T> MomentAsync<T>(Func<Sql, Task<T>> read, CancellationToken ct)
    {
        await using var reader = await OpenAsync("pragma query_only = on", ct);
        await using var transaction = reader.BeginTransaction(deferred: true);
        return await read(new Sql(reader, transaction, ct));
    }

    public override Task<T> WriteAsync<T>(Func<Sql, Task<T>> write, CancellationToken ct) => WriteAsync(write, ofJournal: false, ct);

    internal override Task<T> JournalAsync<T>(Func<Sql, Task<T>> write) => WriteAsync(write, ofJournal: true, CancellationToken.None);

    async Task<T> WriteAsync<T>(Func<Sql, Task<T>> write, bool ofJournal, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        var knows = false;
        try
        {
            if (!ofJournal)
            {
                _journal.Doubt();
            }

            // Where a page was split SQLite looks through all pages that the connection keeps when it commits, and what is written is mostly near what was.
            _writer ??= await OpenAsync("pragma synchronous = full; pragma cache_size = -8192", ct);
            await using var transaction = _writer.BeginTransaction(deferred: false);
            var result = await write(new Sql(_writer, transaction, ct));
            await transaction.CommitAsync(CancellationToken.None);
            Written.Note();
            knows = ofJournal;
            return result;
        }
        catch (SqliteException trouble) when (trouble.SqliteErrorCode is SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_FULL)
        {
            // A connection that met a failing disk may be left in a transaction it cannot roll back; the next write takes a new one.
            await CloseWriterAsync();
            throw;
        }
        finally
        {
            if (!knows)
            {
                _journal.Doubt();
            }

            _writing.Release();
        }
    }

    internal override Task<T> UpgradeAsync<T>(Func<Sql, Task<T>> upgrade, CancellationToken ct) => WriteAsync(upgrade, ct);

    internal override Task LoadAsync(Sql sql, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken ct) =>
        SqliteLoad.RowsAsync(sql, table, columns, rows, ct);

    public override async ValueTask DisposeAsync()
    {
        // A write that is under way ends first: its connection is not taken from under it.
        await _writing.WaitAsync();
        await CloseWriterAsync();
        while (_readers.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }

        _writing.Dispose();
    }

    async Task CloseWriterAsync()
    {
        if (_writer is { } writer)
        {
            _writer = null;
            _journal.Forget();
            await writer.DisposeAsync();
        }
    }

    async Task<SqliteConnection> OpenAsync(string pragma, CancellationToken ct)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(ct);
        using var command = connection.CreateCommand();
        // Folding the log in every 64 MB instead of every 4 writes a page that changes often only once. The size limit gives
        // the log's space back after a long reader has kept it from being folded in.
        // What a statement needs to take itself back stays in memory instead of in a file beside the log.
        command.CommandText = $"pragma journal_mode = wal; pragma wal_autocheckpoint = 16000; pragma journal_size_limit = 134217728; pragma cache_size = -32768; pragma temp_store = memory; pragma foreign_keys = on; pragma busy_timeout = 10000; {pragma}";
        try
        {
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
