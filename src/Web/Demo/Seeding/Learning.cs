using Kanal.Centre.Sites;

namespace Kanal.Web.Demo.Seeding;

/// <summary>What can be learned from what has happened: articles that are missing, an experiment, invitations, and menus.</summary>
sealed class Learning(Seekers seekers, Comparison comparison, Guests guests, Browsing browsing)
{
    public async Task WriteAsync(Site site, CancellationToken ct)
    {
        await seekers.WriteAsync(ct);
        await comparison.WriteAsync(site, ct);
        await guests.WriteAsync(site, ct);
        await browsing.WriteAsync(site, ct);
    }
}
