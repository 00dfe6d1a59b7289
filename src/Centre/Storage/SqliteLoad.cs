using Microsoft.Data.Sqlite;

namespace Kanal.Centre.Storage;

/// <summary>Many rows into one table of SQLite's, by one kept statement.</summary>
static class SqliteLoad
{
    public static async Task RowsAsync(Sql sql, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        // Looked at when the transaction ends; until then rows may point to what comes after them.
        await sql.ExecuteAsync("pragma defer_foreign_keys = on");
        var connection = (SqliteConnection)sql.Connection;
        await using var insert = connection.CreateCommand();
        insert.Transaction = (SqliteTransaction?)sql.Transaction;
        insert.CommandText = $"insert into {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) values ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        var values = columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter($"$p{i}", null))).ToList();
        await foreach (var row in rows.WithCancellation(ct))
        {
            for (var i = 0; i < values.Count; i++)
            {
                values[i].Value = row[i] ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync(ct);
        }
    }
}
