using Npgsql;

namespace Kanal.Centre.Storage;

public sealed class PostgresDatabase : Database
{
    const long UpgradeLock = 0x4B616E616C;

    readonly NpgsqlDataSource _source;

    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "kanal", MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, CommandTimeout = 15 };
        _source = new NpgsqlSlimDataSourceBuilder(builder.ConnectionString).EnableArrays().EnableTransportSecurity().Build();
        Journal = new PostgresJournal();
        Rows.TeachDapper();
    }

    public override string Engine => "PostgreSQL";

    internal override IJournalStore Journal { get; }

    public override async Task<T> ReadAsync<T>(Func<Sql, Task<T>> read, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        return await read(new Sql(connection, null, ct));
    }

    public override async Task<T> WriteAsync<T>(Func<Sql, Task<T>> write, CancellationToken ct)
    {
        try
        {
            return await WriteOnceAsync(write, ct);
        }
        catch (PostgresException lost) when (lost.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else wrote the same thing in the same moment; looking again shows what they wrote.
            return await WriteOnceAsync(write, ct);
        }
    }

    async Task<T> WriteOnceAsync<T>(Func<Sql, Task<T>> write, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var result = await write(new Sql(connection, transaction, ct));
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    internal override Task<T> UpgradeAsync<T>(Func<Sql, Task<T>> upgrade, CancellationToken ct) =>
        WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("select pg_advisory_xact_lock(@UpgradeLock)", new { UpgradeLock });
            return await upgrade(sql);
        }, ct);

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
