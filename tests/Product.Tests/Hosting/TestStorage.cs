using Npgsql;

namespace Kanal.Product.Tests.Hosting;

/// <summary>
/// An empty place for one server's data: a folder for SQLite, and a database of its own when <c>KANAL_TEST_POSTGRES</c>
/// names a cluster. bin/test runs this project once without it and once with it.
/// </summary>
public sealed class TestStorage : IAsyncDisposable
{
    static readonly string? Cluster = Environment.GetEnvironmentVariable("KANAL_TEST_POSTGRES") is { Length: > 0 } set ? set : null;

    TestStorage(string folder, string? database)
    {
        Folder = folder;
        Database = database;
    }

    /// <summary>True when this run is on PostgreSQL.</summary>
    public static bool OnPostgres => Cluster is not null;

    public string Folder { get; }

    /// <summary>A PostgreSQL connection string; null for SQLite.</summary>
    public string? Database { get; private set; }

    public static async Task<TestStorage> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kanal-test-").FullName;
        if (Cluster is null)
        {
            return new(folder, null);
        }

        var name = $"kanal_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name}");
        return new(folder, new NpgsqlConnectionStringBuilder(Cluster) { Database = name, MaxPoolSize = 20 }.ConnectionString);
    }

    /// <summary>Puts a wire that can be cut between the server and PostgreSQL.</summary>
    public CutWire Wire()
    {
        var there = new NpgsqlConnectionStringBuilder(Database);
        var wire = new CutWire(there.Host!, there.Port);
        Database = new NpgsqlConnectionStringBuilder(Database) { Port = wire.Port }.ConnectionString;
        return wire;
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        if (Database is not null)
        {
            await ExecuteAsync($"drop database {new NpgsqlConnectionStringBuilder(Database).Database} with (force)");
        }
    }

    static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Cluster) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
