using System.Data.Common;
using Dapper;

namespace Kanal.Centre.Storage;

/// <summary>One connection, inside its transaction if there is one, with the few verbs that use cases need.</summary>
public sealed class Sql(DbConnection connection, DbTransaction? transaction, CancellationToken ct)
{
    public DbConnection Connection => connection;

    public DbTransaction? Transaction => transaction;

    public Task<int> ExecuteAsync(string sql, object? with = null) => connection.ExecuteAsync(Command(sql, with));

    public async Task<List<T>> QueryAsync<T>(string sql, object? with = null) => (await connection.QueryAsync<T>(Command(sql, with))).AsList();

    /// <summary>The first row, or the default of <typeparamref name="T"/> where there is none.</summary>
    public Task<T?> FirstAsync<T>(string sql, object? with = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, with));

    /// <summary>The guarded update that won: exactly one row was changed.</summary>
    public async Task<bool> ChangesOneAsync(string sql, object? with = null) => await ExecuteAsync(sql, with) == 1;

    CommandDefinition Command(string sql, object? with) => new(sql, with, transaction, cancellationToken: ct);
}
