using Dapper;

namespace Kanal.Centre.Storage;

/// <summary>Rows for one table, written many to a statement.</summary>
/// <param name="conflict">What is to be done where there is such a row already, as SQL says it.</param>
public sealed class BulkInsert(string table, string columns, string conflict = "")
{
    // SQLite takes 32,766 parameters, but plans hundreds quicker than thousands.
    const int MostParameters = 900;

    readonly List<object?[]> _rows = [];

    public void Add(params object?[] row) => _rows.Add([.. row.Select(Value)]);

    public async Task WriteAsync(Sql sql)
    {
        foreach (var rows in _rows.Chunk(Math.Max(1, MostParameters / columns.Split(',').Length)))
        {
            var with = new DynamicParameters();
            var lines = rows.Select((row, line) => $"({string.Join(", ", row.Select((value, column) => Parameter(with, $"p{line}_{column}", value)))})");
            await sql.ExecuteAsync($"insert into {table} ({columns}) values {string.Join(",\n", lines.ToList())} {conflict}", with);
        }
    }

    static string Parameter(DynamicParameters with, string name, object? value)
    {
        if (value is null)
        {
            return "null";
        }

        with.Add(name, value);
        return $"@{name}";
    }

    static object? Value(object? value) => value switch
    {
        Id id => id.Value,
        DateTimeOffset at => at.ToUnixTimeMilliseconds(),
        _ => value,
    };
}
