using Kanal.Centre.Sites;

namespace Kanal.Web.Demo.Seeding;

/// <summary>What has happened so far: the strategy's versions, conversations, and what editors can learn from them.</summary>
sealed class Past(SiteDirectory sites, Playbook playbook, History history, Seekers seekers)
{
    public async Task WriteAsync(CancellationToken ct)
    {
        await playbook.WriteAsync(await sites.FindAsync(Company.Key, ct) ?? throw new InvalidOperationException("The demo's site was not made."), ct);
        await history.WriteAsync(ct);
        await seekers.WriteAsync(ct);
    }
}
