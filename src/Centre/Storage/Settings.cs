namespace Kanal.Centre.Storage;

/// <summary>Settings by name, each as JSON in one row.</summary>
public sealed class Settings(Database database)
{
    public async Task<T?> ReadAsync<T>(string name, CancellationToken ct) =>
        Json.To<T>(await database.ReadAsync(sql => sql.FirstAsync<string>("select value from settings where name = @name", new { name }), ct));

    public Task WriteAsync<T>(string name, T value, CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        "insert into settings (name, value) values (@name, @value) on conflict (name) do update set value = excluded.value", new { name, value = Json.From(value) }), ct);

    /// <summary>What is there, or <paramref name="make"/> put there; the same for all who ask at once.</summary>
    public async Task<T> ReadOrMakeAsync<T>(string name, Func<T> make, CancellationToken ct) where T : notnull =>
        Json.To<T>(await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("insert into settings (name, value) values (@name, @value) on conflict (name) do nothing", new { name, value = Json.From(make()) });
            return await sql.FirstAsync<string>("select value from settings where name = @name", new { name });
        }, ct)) ?? throw new InvalidOperationException($"The setting {name} is empty.");
}
