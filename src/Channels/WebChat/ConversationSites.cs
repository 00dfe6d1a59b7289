using System.Collections.Concurrent;
using Kanal.Centre;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Channels.WebChat;

/// <summary>Which site a conversation belongs to; it never changes, so it is asked once.</summary>
public sealed class ConversationSites(Database database, SiteDirectory sites)
{
    const int MostKept = 100_000;

    readonly ConcurrentDictionary<Id, Id> _known = new();

    /// <summary>Null where there is no such conversation.</summary>
    public async ValueTask<Site?> FindAsync(Id conversation, CancellationToken ct)
    {
        if (!_known.TryGetValue(conversation, out var site))
        {
            if (await database.ReadAsync(sql => sql.FirstAsync<Id?>("select site_id from conversations where id = @conversation", new { conversation }), ct) is not { } found)
            {
                return null;
            }

            if (_known.Count > MostKept)
            {
                _known.Clear();
            }

            _known[conversation] = site = found;
        }

        return await sites.FindAsync(site, ct);
    }

    public async ValueTask<Site> OfAsync(Id conversation, CancellationToken ct) => await FindAsync(conversation, ct) ?? throw RefusedException.NotFound("conversation");
}
