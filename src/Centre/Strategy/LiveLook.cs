using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Decisions.Menus;

namespace Kanal.Centre.Strategy;

/// <summary>How a site's channels stand now, for those who try a strategy.</summary>
public sealed class LiveLook(SiteStates states)
{
    public async Task<LiveState> OfAsync(Site site, CancellationToken ct) => (await states.OfAsync(site, ct)).Live;
}
