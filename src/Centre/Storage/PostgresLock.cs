using System.Data.Common;
using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>An advisory lock of a connection of its own, which no pool hands to others.</summary>
sealed class PostgresLock : SessionLock
{
    readonly NpgsqlConnection _connection;

    PostgresLock(NpgsqlConnection connection) => _connection = connection;

    public static async Task<PostgresLock> TakeAsync(string connectionString, string name, long key, CancellationToken ct)
    {
        // The server asks for a sign of life itself, so that a machine that is gone is noticed too.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = name, KeepAlive = 20, TcpKeepAlive = true, CommandTimeout = 5 };
        var taken = new PostgresLock(new NpgsqlConnection(settings.ConnectionString));
        try
        {
            await taken._connection.OpenAsync(ct);
            await taken.ExecuteAsync("select set_config('synchronous_commit', 'off', false), pg_advisory_lock($1)", key, ct);
            return taken;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    public override async Task<bool> IsHeldAsync(CancellationToken ct)
    {
        try
        {
            await ExecuteAsync("select $1", 1L, ct);
            return true;
        }
        catch (Exception lost) when (lost is DbException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    public override Task<T> RunAsync<T>(Func<Sql, Task<T>> work, CancellationToken ct) => work(new Sql(_connection, null, ct));

    public override ValueTask DisposeAsync() => _connection.DisposeAsync();

    async Task ExecuteAsync(string sql, long value, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = value } } };
        await command.ExecuteNonQueryAsync(ct);
    }
}
