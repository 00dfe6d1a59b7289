using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>NOTIFY and LISTEN. PostgreSQL lets one transaction at a time notify, so whoever sends much sends it in one statement.</summary>
sealed class PostgresWire : INodeWire, IAsyncDisposable
{
    const string Send = "select count(pg_notify('kanal', piece)) from unnest($1) as piece";

    readonly NpgsqlDataSource _sending;
    readonly string _listening;

    public PostgresWire(string connectionString, string connections)
    {
        Connections = connections;
        _listening = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            ApplicationName = PostgresDatabase.NameOf("bell", connections),
            CommandTimeout = 15,
            // Where the other end is gone without a word, that is noticed.
            KeepAlive = 5,
            TcpKeepAlive = true,
        }.ConnectionString;
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = PostgresDatabase.NameOf("ring", connections), MinPoolSize = 0, MaxPoolSize = 1, CommandTimeout = 15, NoResetOnClose = true };
        _sending = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString).EnableArrays().EnableTransportSecurity()
            // Words need not be on disk, and nobody should wait for that while this one transaction notifies.
            .UsePhysicalConnectionInitializer(connection => NoWait(connection).ExecuteNonQuery(), async connection =>
            {
                await using var command = NoWait(connection);
                await command.ExecuteNonQueryAsync();
            }).Build();
    }

    public event Action? Doubted;

    public string Connections { get; }

    public void Doubt() => Doubted?.Invoke();

    public async Task SendAsync(string[] pieces, CancellationToken ct)
    {
        await using var command = _sending.CreateCommand(Send);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = pieces });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task ListenAsync(Func<Task> listening, Action<string> heard, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_listening);
        connection.Notification += (_, notification) => heard(notification.Payload);
        await connection.OpenAsync(ct);
        await using (var command = new NpgsqlCommand("listen kanal", connection))
        {
            await command.ExecuteNonQueryAsync(ct);
        }

        await listening();
        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    public async Task CutOffAsync(string connections, CancellationToken ct)
    {
        // Each is asked to end at once, and waited for a moment: what it held is then free.
        await using var command = _sending.CreateCommand("""
            select count(pg_terminate_backend(pid, 1000)) from pg_stat_activity
            where datname = current_database() and application_name like 'kanal%' and right(application_name, length($1)) = $1 and pid <> pg_backend_pid()
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = connections });
        await command.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => _sending.DisposeAsync();

    static NpgsqlCommand NoWait(NpgsqlConnection connection) => new("set synchronous_commit = off", connection);
}
