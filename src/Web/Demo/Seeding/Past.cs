using Kanal.Centre.Sites;

namespace Kanal.Web.Demo.Seeding;

/// <summary>What has happened so far: the strategy's versions, conversations, what can be learned from them, and who works when.</summary>
sealed class Past(SiteDirectory sites, Playbook playbook, History history, Learning learning, Planner planner)
{
    public async Task WriteAsync(CancellationToken ct)
    {
        var site = await sites.FindAsync(Company.Key, ct) ?? throw new InvalidOperationException("The demo's site was not made.");
        await playbook.WriteAsync(site, ct);
        await history.WriteAsync(ct);
        await learning.WriteAsync(site, ct);
        await planner.WriteAsync(site, ct);
    }
}
