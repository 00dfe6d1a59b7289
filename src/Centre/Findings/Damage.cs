using System.Globalization;
using Kanal.Centre.Attachments;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kanal.Centre.Findings;

/// <summary>Looks through what is stored for what no running server leaves behind: damage of a disk, or of a hand. It only reads.</summary>
public static class Damage
{
    const int Most = 10;

    /// <returns>A sentence for each kind of damage, with where it is and what to do.</returns>
    public static Task<List<string>> LookAsync(Database database, DataFolder data, CancellationToken ct) => database.MomentAsync(async sql => (List<string>)
    [
        .. database.Engine == "SQLite" ? await SqliteAsync(sql) : [],
        .. await SequencesAsync(sql),
        .. Missing("Attachments", await AbsentAsync(sql, "select id from files", new FileShelf(data, NullLogger<FileShelf>.Instance).Open)),
        .. Missing("Files of articles", await AbsentAsync(sql, "select id from article_files", new FileShelf(data, NullLogger<FileShelf>.Instance).Open)),
        .. Missing("Letters as they came", await AbsentAsync(sql, "select id from letters where original = true", new LetterShelf(data).Open)),
    ], ct);

    static async Task<List<string>> SqliteAsync(Sql sql)
    {
        List<string> found = [];
        var faults = (await sql.QueryAsync<string>($"pragma integrity_check({Most})")).FindAll(fault => fault != "ok");
        if (faults.Count > 0)
        {
            found.Add($"The database file is damaged: {string.Join("; ", faults)}. Stop the server, keep the file, and restore the last backup with `kanal restore`.");
        }

        var loose = await sql.QueryAsync<string>("select distinct \"table\" from pragma_foreign_key_check()");
        if (loose.Count > 0)
        {
            found.Add($"Rows point to others that are gone, in {string.Join(", ", loose)}. Somebody has changed the database by hand; restore the last backup with `kanal restore`.");
        }

        return found;
    }

    static async Task<List<string>> SequencesAsync(Sql sql)
    {
        var holes = await sql.QueryAsync<Id>("""
            select c.id from conversations c left join messages m on m.conversation_id = c.id group by c.id, c.last_sequence
            having count(m.sequence) <> c.last_sequence or coalesce(max(m.sequence), 0) <> c.last_sequence
            """);
        return holes.Count == 0 ? [] : [$"Messages are missing in {Told(holes)}. Nothing that Kanal does takes single messages away; compare with the last backup."];
    }

    static async Task<List<Id>> AbsentAsync(Sql sql, string query, Func<Id, Stream?> open)
    {
        List<Id> absent = [];
        foreach (var id in await sql.QueryAsync<Id>(query))
        {
            using var file = open(id);
            if (file is null)
            {
                absent.Add(id);
            }
        }

        return absent;
    }

    static IEnumerable<string> Missing(string what, List<Id> absent)
    {
        if (absent.Count > 0)
        {
            yield return $"{what} are not in the data folder: {Told(absent)}. Copy them there from a backup, which is a zip.";
        }
    }

    static string Told(List<Id> ids) =>
        string.Join(", ", ids.Take(Most)) + (ids.Count > Most ? string.Create(CultureInfo.InvariantCulture, $" and {ids.Count - Most:N0} more") : "");
}
