using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Sites;

/// <summary>Every site, from memory. A change is seen at once, on other nodes a moment later, and within half a minute whatever happens.</summary>
public sealed class SiteDirectory(Database database, RoutingInbox routing, TimeProvider time)
{
    static readonly TimeSpan _fresh = TimeSpan.FromSeconds(30);

    readonly Lock _gate = new();
    Task<List<Site>>? _sites;
    long _readAt;

    public async ValueTask<Site?> FindAsync(string key, CancellationToken ct) => (await AllAsync(ct)).FirstOrDefault(site => site.Key == key);

    public async ValueTask<Site?> FindAsync(Id id, CancellationToken ct) => (await AllAsync(ct)).FirstOrDefault(site => site.Id == id);

    /// <summary>By name.</summary>
    public async ValueTask<IReadOnlyList<Site>> AllAsync(CancellationToken ct)
    {
        var reading = Reading();
        return reading.IsCompletedSuccessfully ? reading.Result : await reading.WaitAsync(ct);
    }

    /// <summary>Call after the commit of a change.</summary>
    public void Forget()
    {
        Drop();
        routing.Post(new SettingsOutdated());
    }

    /// <summary>Another node has changed one.</summary>
    internal void Drop()
    {
        lock (_gate)
        {
            _sites = null;
        }
    }

    // Everyone who asks while the table is being read shares the one reading, so nobody's cancellation may end it.
    Task<List<Site>> Reading()
    {
        lock (_gate)
        {
            if (_sites is null || _sites.IsFaulted || time.GetElapsedTime(_readAt) > _fresh)
            {
                _readAt = time.GetTimestamp();
                _sites = database.ReadAsync(ReadAsync, CancellationToken.None);
            }

            return _sites;
        }
    }

    static async Task<List<Site>> ReadAsync(Sql sql) =>
        (await sql.QueryAsync<SiteRow>($"select {SiteRow.Columns} from sites order by name, id")).ConvertAll(row => row.ToSite());
}
