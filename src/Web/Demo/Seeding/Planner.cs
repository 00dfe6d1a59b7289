namespace Kanal.Web.Demo.Seeding;

/// <summary>What the room Planning shows: weeks of half hours, and shifts.</summary>
sealed class Planner(Ledger ledger, Roster roster)
{
    public async Task WriteAsync(Centre.Sites.Site site, CancellationToken ct)
    {
        await ledger.WriteAsync(site, ct);
        await roster.WriteAsync(site, ct);
    }
}
