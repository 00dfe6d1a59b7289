using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Kanal.Centre.Storage;

/// <summary>
/// Applies the numbered SQL files in order, each once. A file that has been applied must not change: its checksum is kept
/// and a different one stops the start. A file may have a twin for one engine, named <c>0003_x.postgres.sql</c>. Files that this program
/// does not know are a later version's, beside which it goes on; one that takes away what earlier versions use writes its name into
/// <c>schema_needs</c>, and they no longer start.
/// </summary>
public sealed class SchemaUpgrade(Database database, TimeProvider time)
{
    public Task<int> ApplyAsync(CancellationToken ct) => database.UpgradeAsync(sql => ApplyAsync(sql, database.Engine, time.GetUtcNow(), null), ct);

    /// <param name="through">The last file to apply; all of them where it is null.</param>
    /// <returns>How many there were to apply.</returns>
    internal static async Task<int> ApplyAsync(Sql sql, string engine, DateTimeOffset now, string? through)
    {
        await sql.ExecuteAsync("create table if not exists schema_versions (name text primary key, checksum text not null, applied_at bigint not null)");
        var applied = (await sql.QueryAsync<(string Name, string Checksum)>("select name, checksum from schema_versions"))
            .ToDictionary(row => row.Name, row => row.Checksum);
        await sql.ExecuteAsync("create table if not exists schema_needs (name text primary key)");
        if ((await sql.QueryAsync<string>("select name from schema_needs order by name")).Find(name => !Knows(name)) is { } unknown)
        {
            throw new WrongSchemaException($"The database is that of a later version of Kanal: since {unknown} it lacks what this version uses. Start the later version.");
        }

        var added = 0;
        foreach (var (name, text) in Files(engine).TakeWhile(file => through is null || string.CompareOrdinal(file.Name, through) <= 0))
        {
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            if (!applied.TryGetValue(name, out var known))
            {
                await sql.ExecuteAsync(text);
                await sql.ExecuteAsync("insert into schema_versions (name, checksum, applied_at) values (@name, @checksum, @now)", new { name, checksum, now });
                added++;
            }
            else if (known != checksum)
            {
                throw new WrongSchemaException($"The database was made with another text of {name} than this program has. Use the version that made it, or restore a backup.");
            }
        }

        return added;
    }

    /// <summary>Whether this program has a schema file, for either engine.</summary>
    internal static bool Knows(string name) => Assembly.GetExecutingAssembly().GetManifestResourceInfo($"sql/{name}") is not null;

    static IEnumerable<(string Name, string Text)> Files(string engine)
    {
        var other = engine == "SQLite" ? ".postgres.sql" : ".sqlite.sql";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("sql/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (!resource.EndsWith(other, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource) ?? Stream.Null);
                yield return (resource["sql/".Length..], reader.ReadToEnd());
            }
        }
    }
}
