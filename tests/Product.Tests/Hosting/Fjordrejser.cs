using Kanal.Centre.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Hosting;

/// <summary>A running server with an organisation on it. Take it as <c>IClassFixture&lt;Fjordrejser&gt;</c>, or found one by hand where a test needs it alone.</summary>
public sealed class Fjordrejser : IAsyncLifetime
{
    readonly TimeProvider? _time;
    readonly Action<IServiceCollection>? _parts;

    public Fjordrejser()
    {
    }

    Fjordrejser(TimeProvider? time, Action<IServiceCollection>? parts) => (_time, _parts) = (time, parts);

    public KanalHost Kanal { get; private set; } = null!;

    public Organisation Organisation { get; private set; } = null!;

    public Database Database => Kanal.Services.GetRequiredService<Database>();

    /// <param name="time">A clock of the test's own.</param>
    /// <param name="parts">Puts parts of the test's own in the place of ours.</param>
    public static async Task<Fjordrejser> FoundAsync(TimeProvider? time = null, Action<IServiceCollection>? parts = null)
    {
        var founded = new Fjordrejser(time, parts);
        await founded.InitializeAsync();
        return founded;
    }

    public async ValueTask InitializeAsync()
    {
        Kanal = await KanalHost.StartAsync(_time, parts: _parts);
        Organisation = await Organisation.OnAsync(Kanal);
    }

    /// <summary>
    /// How many rows each table has: what is the same before and after stored nothing. Demands, what planning counts from them, and how the leader tells other nodes that
    /// the floor stands are left out: they are written down a moment after what they come from.
    /// </summary>
    public Task<SortedDictionary<string, long>> RowsAsync() => Database.ReadAsync(async sql =>
    {
        var tables = await sql.QueryAsync<string>(Database.Engine == "SQLite"
            ? "select name from sqlite_master where type = 'table'"
            : "select table_name from information_schema.tables where table_schema = 'public'");
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables.Where(table => table is not ("demands" or "routing_floor") && !table.StartsWith("planning_", StringComparison.Ordinal)))
        {
            rows[table] = await sql.FirstAsync<long>($"select count(*) from {table}");
        }

        return rows;
    }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Organisation.Dispose();
        await Kanal.DisposeAsync();
    }
}
