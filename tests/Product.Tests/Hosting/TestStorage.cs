using System.Data.Common;
using Kanal.Centre.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kanal.Product.Tests.Hosting;

/// <summary>
/// A place for one server's data: a folder for SQLite, and a database of its own when <c>KANAL_TEST_POSTGRES</c>
/// names a cluster. bin/test runs this project once without it and once with it.
/// </summary>
public sealed class TestStorage : IAsyncDisposable
{
    const string Template = "kanal_tests_template";

    static readonly Lazy<Task> Prepared = new(PrepareAsync);
    static readonly string? Cluster = Environment.GetEnvironmentVariable("KANAL_TEST_POSTGRES") is { Length: > 0 } set ? set : null;

    readonly bool _isGuest;

    TestStorage(string folder, string? database, bool isGuest = false)
    {
        Folder = folder;
        Database = database;
        _isGuest = isGuest;
    }

    /// <summary>True when this run is on PostgreSQL.</summary>
    public static bool OnPostgres => Cluster is not null;

    public string Folder { get; }

    /// <summary>A PostgreSQL connection string; null for SQLite.</summary>
    public string? Database { get; private set; }

    /// <param name="empty">Without tables; else PostgreSQL has them already, since making them anew for each test takes a third of the suite's time.</param>
    public static async Task<TestStorage> CreateAsync(bool empty = false)
    {
        var folder = Directory.CreateTempSubdirectory("kanal-test-").FullName;
        if (Cluster is null)
        {
            return new(folder, null);
        }

        var name = $"kanal_{Guid.NewGuid():N}";
        await (empty ? Task.CompletedTask : Prepared.Value);
        await ExecuteAsync($"create database {name}{(empty ? "" : $" template {Template} strategy file_copy")}");
        return new(folder, Address(name));
    }

    /// <summary>SQLite, whichever engine this run is on.</summary>
    public static TestStorage OnSqlite() => new(Directory.CreateTempSubdirectory("kanal-test-").FullName, null);

    /// <summary>As commands at a shell are told of it.</summary>
    public (string, string)[] Settings() => [("KANAL_DATA", Folder), ("KANAL_DATABASE", Database ?? "")];

    /// <summary>The same storage for another node, which leaves it behind.</summary>
    /// <param name="folder">A data folder of its own, where it is not to have the same.</param>
    public TestStorage ForAnother(string? folder = null) => new(folder ?? Folder, Database, isGuest: true);

    /// <summary>Does something in the database past every server.</summary>
    public async Task<int> SqlAsync(string sql)
    {
        await using DbConnection connection = OnPostgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database) { Pooling = false }.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "kanal.db"), Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
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
        if (_isGuest)
        {
            return;
        }

        Directory.Delete(Folder, recursive: true);
        if (Database is not null)
        {
            await ExecuteAsync($"drop database {new NpgsqlConnectionStringBuilder(Database).Database} with (force)");
        }
    }

    static async Task PrepareAsync()
    {
        await ExecuteAsync($"drop database if exists {Template} with (force)");
        await ExecuteAsync($"create database {Template}");
        await using var database = new PostgresDatabase(Address(Template));
        await new SchemaUpgrade(database, TimeProvider.System).ApplyAsync(CancellationToken.None);
    }

    static string Address(string database) => new NpgsqlConnectionStringBuilder(Cluster) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Cluster) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
