using Kanal.Centre.Storage;

namespace Kanal.Centre.Backups;

/// <summary>Which tables a database has, whatever has been added to the schema since this was written.</summary>
static class BackupTables
{
    /// <summary>Made anew with the schema.</summary>
    public const string Versions = "schema_versions";

    // Who is there now says nothing of who will be there after a restore.
    const string Nodes = "nodes";

    const string Needs = "schema_needs";

    const string SqliteColumns = """
        select t.name as table_name, c.name as column_name, c.type from sqlite_master t join pragma_table_xinfo(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%' and c.hidden = 0 order by t.name, c.cid
        """;

    const string PostgresColumns = """
        select table_name::text as table_name, column_name::text as column_name, data_type::text as type from information_schema.columns
        where table_schema = current_schema() and is_generated = 'NEVER' order by table_name, ordinal_position
        """;

    const string SqliteNeeds = """
        select t.name as table_name, f."table" as needs from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'
        """;

    const string PostgresNeeds = """
        select c.relname::text as table_name, n.relname::text as needs from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_class n on n.oid = k.confrelid join pg_namespace s on s.oid = c.relnamespace
        where k.contype = 'f' and s.nspname = current_schema()
        """;

    /// <summary>In an order in which each can be filled: what a row points to is there before it.</summary>
    public static async Task<List<BackupTable>> ReadAsync(Sql sql, string engine)
    {
        var sqlite = engine == "SQLite";
        var columns = await sql.QueryAsync<ColumnRow>(sqlite ? SqliteColumns : PostgresColumns);
        var needs = (await sql.QueryAsync<NeedRow>(sqlite ? SqliteNeeds : PostgresNeeds)).ToLookup(row => row.TableName, row => row.Needs);
        var tables = columns.GroupBy(row => row.TableName, StringComparer.Ordinal)
            .Select(table => new BackupTable(table.Key, [.. table.Select(row => new BackupColumn(row.ColumnName, ValueOf(row.Type)))]))
            .Where(table => table.Name is not (Versions or Nodes or Needs))
            .ToDictionary(table => table.Name, StringComparer.Ordinal);
        List<BackupTable> ordered = [];
        HashSet<string> visited = [];
        void Visit(string name)
        {
            if (visited.Add(name) && tables.TryGetValue(name, out var table))
            {
                foreach (var need in needs[name].Order(StringComparer.Ordinal))
                {
                    Visit(need);
                }

                ordered.Add(table);
            }
        }

        foreach (var name in tables.Keys.Order(StringComparer.Ordinal))
        {
            Visit(name);
        }

        return ordered;
    }

    static BackupValue ValueOf(string type) => type.ToLowerInvariant() switch
    {
        "bigint" or "integer" or "smallint" => BackupValue.Whole,
        "boolean" => BackupValue.Boolean,
        "double precision" or "real" => BackupValue.Number,
        "text" => BackupValue.Text,
        _ => throw new InvalidOperationException($"A backup does not know what to do with a column of type {type}."),
    };

    sealed record ColumnRow
    {
        public string TableName { get; init; } = "";
        public string ColumnName { get; init; } = "";
        public string Type { get; init; } = "";
    }

    sealed record NeedRow
    {
        public string TableName { get; init; } = "";
        public string Needs { get; init; } = "";
    }
}
