using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Strategy.Checking;

namespace Kanal.Centre.Strategy;

/// <summary>Which channels a site's rules can offer: those it has a way in for, and the help centre.</summary>
public sealed class SiteChannels(Database database)
{
    const string Help = "help";

    static readonly string[] _order = ["chat", "phone", "callback", "email"];

    /// <summary>In the order of the plain menu.</summary>
    public async Task<IReadOnlyList<SiteChannel>> OfAsync(Site site, CancellationToken ct)
    {
        var channels = await database.ReadAsync(sql => sql.QueryAsync<string>("select distinct channel from entry_points where site_id = @Id", new { site.Id }), ct);
        return [.. channels.OrderBy(Place).ThenBy(channel => channel, StringComparer.Ordinal).Select(channel => new SiteChannel(channel, PaceOf(channel))), new SiteChannel(Help, ChannelPace.SelfService)];
    }

    internal static ChannelPace PaceOf(string channel) => channel switch
    {
        Help => ChannelPace.SelfService,
        WaitChannels.Letters or "callback" => ChannelPace.Later,
        _ => ChannelPace.Live,
    };

    static int Place(string channel) => Array.IndexOf(_order, channel) is >= 0 and var place ? place : _order.Length;
}
