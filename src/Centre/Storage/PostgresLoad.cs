using System.Globalization;
using System.Text;
using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>
/// Many rows into one table of PostgreSQL's, by its own text format. What rows point to is looked at when all of them are in.
/// </summary>
static class PostgresLoad
{
    public static async Task RowsAsync(Sql sql, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)sql.Connection;
        await using var copy = await connection.BeginTextImportAsync($"copy {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) from stdin", ct);
        var line = new StringBuilder();
        await foreach (var row in rows.WithCancellation(ct))
        {
            line.Clear();
            for (var i = 0; i < row.Length; i++)
            {
                Append(i == 0 ? line : line.Append('\t'), row[i]);
            }

            await copy.WriteAsync(line.Append('\n'), ct);
        }
    }

    static void Append(StringBuilder line, object? value) => _ = value switch
    {
        null => line.Append(@"\N"),
        bool yes => line.Append(yes ? 't' : 'f'),
        string text => line.Append(Escaped(text)),
        _ => line.Append(CultureInfo.InvariantCulture, $"{value}"),
    };

    static string Escaped(string text) =>
        text.AsSpan().IndexOfAny("\\\t\n\r") < 0 ? text
        : text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal);
}
