using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Kanal.Centre.Backups;

/// <summary>A row as one line: a JSON array of its values. The same row gives the same bytes on both engines.</summary>
static class RowText
{
    public static void Write(IBufferWriter<byte> to, DbDataReader row, BackupTable table)
    {
        using (var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = Storage.Json.Options.Encoder }))
        {
            json.WriteStartArray();
            for (var i = 0; i < table.Columns.Count; i++)
            {
                Write(json, row, i, table.Columns[i].Value);
            }

            json.WriteEndArray();
        }

        to.Write("\n"u8);
    }

    /// <exception cref="BackupDamagedException">The line is no row of this table.</exception>
    public static object?[] Read(string line, BackupTable table, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var values = json.RootElement.EnumerateArray().ToArray();
            return values.Length == table.Columns.Count
                ? [.. values.Select((value, i) => Read(value, table.Columns[i].Value))]
                : throw new FormatException();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            throw new BackupDamagedException($"{place} is no row of {table.Name}.");
        }
    }

    static void Write(Utf8JsonWriter json, DbDataReader row, int column, BackupValue value)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNullValue();
            return;
        }

        switch (value)
        {
            case BackupValue.Text: json.WriteStringValue(row.GetString(column)); break;
            case BackupValue.Whole: json.WriteNumberValue(Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture)); break;
            case BackupValue.Number: json.WriteNumberValue(row.GetDouble(column)); break;
            default: json.WriteBooleanValue(row.GetBoolean(column)); break;
        }
    }

    static object? Read(JsonElement value, BackupValue kind) => (value.ValueKind, kind) switch
    {
        (JsonValueKind.Null, _) => null,
        (_, BackupValue.Text) => value.GetString(),
        (_, BackupValue.Whole) => value.GetInt64(),
        (_, BackupValue.Number) => value.GetDouble(),
        _ => value.GetBoolean(),
    };
}
