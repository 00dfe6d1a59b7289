using System.Data;
using System.Security.Cryptography;
using Npgsql;

namespace Kanal.Centre.Storage;

public sealed class PostgresDatabase : Database
{
    const long UpgradeLock = 0x4B616E616C;

    // The journal looks up and changes rows by their keys. While a table is small PostgreSQL would rather read all of it.
    const string OnlyKeys = "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off";

    readonly string _connectionString;
    readonly PostgresWire _wire;
    readonly NpgsqlDataSource _source;
    readonly NpgsqlDataSource _journalSource;

    public PostgresDatabase(string connectionString)
    {
        _connectionString = connectionString = Direct(connectionString);
        Connections = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        _wire = new PostgresWire(connectionString, Connections);
        // Nothing is ever set for a session, so there is nothing to take back when a connection returns to the pool.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = NameOf(null, Connections), MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, CommandTimeout = 15, NoResetOnClose = true };
        _source = Source(settings).Build();
        // The journal has one writer.
        (settings.MinPoolSize, settings.MaxPoolSize) = (0, 1);
        _journalSource = Source(settings).UsePhysicalConnectionInitializer(OnlyByKey, OnlyByKeyAsync).Build();
        Rows.TeachDapper();
    }

    public override string Engine => "PostgreSQL";

    /// <summary>What all connections of this process are named after, see <see cref="INodeWire.Connections"/>.</summary>
    internal string Connections { get; }

    internal override IJournalStore Journal { get; } = new PostgresJournal();

    internal override INodeWire Wire => _wire;

    /// <summary>How PostgreSQL shows a connection of a process.</summary>
    internal static string NameOf(string? use, string connections) => use is null ? $"kanal {connections}" : $"kanal {use} {connections}";

    internal override async Task<SessionLock?> LockAsync(long key, CancellationToken ct) => await PostgresLock.TakeAsync(_connectionString, NameOf("life", Connections), key, ct);

    internal override Task<bool> IsLockedAsync(long key, CancellationToken ct) => ReadAsync(async sql => await sql.FirstAsync<long>("""
        select count(*) from pg_locks where locktype = 'advisory' and objsubid = 1 and granted and classid::bigint = @high and objid::bigint = @low
            and database = (select oid from pg_database where datname = current_database())
        """, new { high = (long)(uint)(key >> 32), low = (long)(uint)key }) > 0, ct);

    // A server that has just been killed counts for as long as PostgreSQL has not noticed.
    internal override Task<bool> IsServedAsync(CancellationToken ct) => ReadAsync(async sql => await sql.FirstAsync<long>("""
        select count(*) from pg_stat_activity where datname = current_database() and application_name like 'kanal life %'
        """) > 0, ct);

    internal override async Task<Lease?> LeaseAsync(long key, CancellationToken ct) => await PostgresLease.TakeAsync(_connectionString, NameOf("lease", Connections), key, ct);

    public override async Task<T> ReadAsync<T>(Func<Sql, Task<T>> read, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        return await OverAsync(connection, () => read(new Sql(connection, null, ct)));
    }

    // Where one connection broke, those that rest in the pool did too; nobody should meet them first.
    async Task<T> OverAsync<T>(NpgsqlConnection connection, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException) when (connection.State != ConnectionState.Open)
        {
            _source.Clear();
            throw;
        }
    }

    public override async Task<T> MomentAsync<T>(Func<Sql, Task<T>> read, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        return await read(new Sql(connection, transaction, ct));
    }

    public override Task<DateTimeOffset?> ClockAsync(CancellationToken ct) => ReadAsync(sql => sql.FirstAsync<DateTimeOffset?>("select (extract(epoch from clock_timestamp()) * 1000)::bigint"), ct);

    public override Task<T> WriteAsync<T>(Func<Sql, Task<T>> write, CancellationToken ct) => AgainAsync(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var result = await OverAsync(connection, () => write(new Sql(connection, transaction, ct)));
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException) when (connection.State != ConnectionState.Open)
        {
            Written.Note();
            _wire.Doubt();
            throw;
        }

        Written.Note();
        return result;
    });

    // What the journal has not committed when it gives its connection back, the pool rolls back.
    internal override Task<T> JournalAsync<T>(Func<Sql, Task<T>> write) => AgainAsync(async () =>
    {
        await using var connection = await _journalSource.OpenConnectionAsync();
        try
        {
            return await write(new Sql(connection, null, CancellationToken.None));
        }
        catch (NpgsqlException) when (connection.State != ConnectionState.Open)
        {
            // Where this connection broke, those that rest in the other pool did too; nobody should meet them first.
            _source.Clear();
            _wire.Doubt();
            throw;
        }
    }, unless: Journal.MetRepeat);

    static async Task<T> AgainAsync<T>(Func<Task<T>> write, Predicate<Exception>? unless = null)
    {
        try
        {
            return await write();
        }
        catch (PostgresException lost) when (unless?.Invoke(lost) != true && lost.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else wrote the same thing in the same moment; looking again shows what they wrote.
            return await write();
        }
    }

    internal override Task<T> UpgradeAsync<T>(Func<Sql, Task<T>> upgrade, CancellationToken ct) =>
        WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("select pg_advisory_xact_lock(@UpgradeLock)", new { UpgradeLock });
            return await upgrade(sql);
        }, ct);

    internal override Task LoadAsync(Sql sql, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken ct) =>
        PostgresLoad.RowsAsync(sql, table, columns, rows, ct);

    public override async ValueTask DisposeAsync()
    {
        await _wire.DisposeAsync();
        await _journalSource.DisposeAsync();
        await _source.DisposeAsync();
    }

    // Npgsql would first ask whether the server encrypts by Kerberos, which is not built in here. A server that does not ends the connection, so that each is made twice.
    static string Direct(string connectionString)
    {
        var settings = PostgresAddress.Read(connectionString);
        settings.GssEncryptionMode = GssEncryptionMode.Disable;
        return settings.ConnectionString;
    }

    static NpgsqlSlimDataSourceBuilder Source(NpgsqlConnectionStringBuilder settings) =>
        new NpgsqlSlimDataSourceBuilder(settings.ConnectionString).EnableArrays().EnableTransportSecurity();

    static void OnlyByKey(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(OnlyKeys, connection);
        command.ExecuteNonQuery();
    }

    static async Task OnlyByKeyAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(OnlyKeys, connection);
        await command.ExecuteNonQueryAsync();
    }
}
