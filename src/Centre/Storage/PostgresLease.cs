using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>An advisory lock that one session on this database has, and for which the others wait in line, in the database and not by asking again and again.</summary>
sealed class PostgresLease : Lease
{
    // Whoever waits in a statement keeps PostgreSQL from clearing away what has changed since. So the wait is begun anew now and then.
    const string Patience = "set lock_timeout = '5min'; set statement_timeout = 0; set idle_session_timeout = 0";

    readonly NpgsqlConnection _connection;

    PostgresLease(NpgsqlConnection connection) => _connection = connection;

    public static async Task<PostgresLease> TakeAsync(string connectionString, string name, long key, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            ApplicationName = name,
            CommandTimeout = 0,
            KeepAlive = 5,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 5,
            TcpKeepAliveInterval = 1,
        };
        var lease = new PostgresLease(new NpgsqlConnection(settings.ConnectionString));
        try
        {
            await lease._connection.OpenAsync(ct);
            await lease.ExecuteAsync(Patience, ct);
            await lease.WaitAsync(key, ct);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    public override async Task LostAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await _connection.WaitAsync(ct);
            }
        }
        catch (Exception over) when (over is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // Whatever ended the session ended the lease.
        }
    }

    public override ValueTask DisposeAsync() => _connection.DisposeAsync();

    async Task WaitAsync(long key, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await ExecuteAsync($"select pg_advisory_lock({key})", ct);
                return;
            }
            catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // Somebody else still leads.
            }
        }
    }

    async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>Something that one node at a time has.</summary>
abstract class Lease : IAsyncDisposable
{
    /// <summary>Returns when it is lost.</summary>
    public abstract Task LostAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
