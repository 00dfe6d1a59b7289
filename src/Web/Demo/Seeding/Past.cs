using Kanal.Centre.Sites;

namespace Kanal.Web.Demo.Seeding;

/// <summary>What has happened so far: the strategy's versions, conversations, what editors can learn from them, an experiment, and who works when.</summary>
sealed class Past(SiteDirectory sites, Playbook playbook, History history, Seekers seekers, Comparison comparison, Planner planner)
{
    public async Task WriteAsync(CancellationToken ct)
    {
        var site = await sites.FindAsync(Company.Key, ct) ?? throw new InvalidOperationException("The demo's site was not made.");
        await playbook.WriteAsync(site, ct);
        await history.WriteAsync(ct);
        await seekers.WriteAsync(ct);
        await comparison.WriteAsync(site, ct);
        await planner.WriteAsync(site, ct);
    }
}
