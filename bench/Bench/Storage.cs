using System.Diagnostics;
using Npgsql;

namespace Kanal.Bench;

/// <summary>An empty place for one server's data, under the folder whose disk is to be measured.</summary>
sealed class Storage : IDisposable
{
    Storage(string engine, string folder, string? database)
    {
        Engine = engine;
        Folder = folder;
        Database = database;
    }

    public string Engine { get; }

    public string Folder { get; }

    public string? Database { get; }

    public static Storage Sqlite(string parent) => new("SQLite", NewFolder(parent), null);

    public static Storage Postgres(string parent, string cluster)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection(cluster);
        connection.Open();
        using var command = new NpgsqlCommand($"create database {name}", connection);
        command.ExecuteNonQuery();
        return new("PostgreSQL", NewFolder(parent), new NpgsqlConnectionStringBuilder(cluster) { Database = name }.ConnectionString);
    }

    /// <summary>What the database's own processes have used of the processors, as Linux counts it; nothing for SQLite, which lives in the server.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            if (Database is null)
            {
                return TimeSpan.Zero;
            }

            using var connection = new NpgsqlConnection(Database);
            connection.Open();
            using var command = new NpgsqlCommand("select pid from pg_stat_activity", connection);
            using var reader = command.ExecuteReader();
            var used = TimeSpan.Zero;
            while (reader.Read())
            {
                try
                {
                    using var process = Process.GetProcessById(reader.GetInt32(0));
                    used += process.TotalProcessorTime;
                }
                catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
                {
                    // That session has ended meanwhile.
                }
            }

            return used;
        }
    }

    /// <summary>How many times a second this disk puts a block of 4 kB where a power cut can't reach it.</summary>
    public static double SyncsPerSecond(string parent)
    {
        const int Syncs = 200;
        var path = Path.Combine(NewFolder(parent), "probe");
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        var block = new byte[4096];
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Syncs; i++)
        {
            file.Write(block);
            file.Flush(flushToDisk: true);
        }

        return Syncs / clock.Elapsed.TotalSeconds;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    static string NewFolder(string parent) => Directory.CreateDirectory(Path.Combine(parent, Guid.NewGuid().ToString("N"))).FullName;
}
