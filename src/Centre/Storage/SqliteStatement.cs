using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kanal.Centre.Storage;

/// <summary>
/// A statement that stays planned for as long as its connection, without ADO.NET around it: the journal runs each
/// once for every message, where looking up parameters by name and making a reader would cost more than the statement.
/// </summary>
sealed class SqliteStatement : IDisposable
{
    readonly sqlite3 _database;
    readonly sqlite3_stmt _statement;
    int _bound;

    public SqliteStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v3(_database, text, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public SqliteStatement With(long value) => Bound(raw.sqlite3_bind_int64(_statement, ++_bound, value));

    public SqliteStatement With(long? value) => value is { } number ? With(number) : Bound(raw.sqlite3_bind_null(_statement, ++_bound));

    public SqliteStatement With(DateTimeOffset? value) => With(value?.ToUnixTimeMilliseconds());

    public SqliteStatement With(string? value) =>
        Bound(value is null ? raw.sqlite3_bind_null(_statement, ++_bound) : raw.sqlite3_bind_text(_statement, ++_bound, value));

    public void Dispose() => _statement.Dispose();

    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first row as <paramref name="read"/> makes it, or the default where there is none.</summary>
    public T? First<T>(Func<SqliteStatement, T> read)
    {
        try
        {
            return Step() ? read(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public long? NumberOrNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : Number(column);

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    public DateTimeOffset? TimeOrNull(int column) => NumberOrNull(column) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : Text(column);

    bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not raw.SQLITE_DONE)
        {
            Check(code);
        }

        return code == raw.SQLITE_ROW;
    }

    void Reset()
    {
        _bound = 0;
        _ = raw.sqlite3_reset(_statement);
    }

    SqliteStatement Bound(int code)
    {
        Check(code);
        return this;
    }

    void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
