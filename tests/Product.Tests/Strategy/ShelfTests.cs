using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kanal.Product.Tests.Strategy;

public sealed class ShelfTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    StrategyShelf Own => here.Kanal.Services.GetRequiredService<StrategyShelf>();

    [Fact]
    public async Task What_is_published_decides_at_once_here_and_elsewhere_after_the_next_look()
    {
        var strategist = await Strategist.AtAsync(here);
        var site = await SiteAsync(strategist);
        using var otherNode = new StrategyShelf(here.Database, new LiveChanges(), NullLogger<StrategyShelf>.Instance);
        await otherNode.FollowAsync(Ct);
        Assert.Equal(0, otherNode.For(site).Version);

        await strategist.PublishedAsync(Strategist.Trips());
        Assert.Equal((1, "Trips"), (Own.For(site).Version, Own.For(site).Strategy.Definition.Name));
        Assert.Equal(0, otherNode.For(site).Version);
        await otherNode.FollowAsync(Ct);
        Assert.Equal(1, otherNode.For(site).Version);
    }

    [Fact]
    public async Task An_earlier_version_is_found_and_kept_until_the_settings_change()
    {
        var strategist = await Strategist.AtAsync(here);
        var site = await SiteAsync(strategist);
        await strategist.PublishedAsync(Strategist.Trips(name: "First"));
        await strategist.PublishedAsync(Strategist.Trips(name: "Second"));
        var first = await Own.FindAsync(site, 1, Ct);
        Assert.Equal("First", first!.Strategy.Definition.Name);
        Assert.Same(first, await Own.FindAsync(site, 1, Ct));
        Assert.Null(await Own.FindAsync(site, 9, Ct));

        await strategist.ChangeSettingsAsync(new { consent = "journey" });
        Assert.NotEqual(first.Policy, (await Own.FindAsync(site, 1, Ct))!.Policy);
        Assert.Equal(0, (await Own.FindAsync(site, 0, Ct))!.Version);
    }

    async Task<Site> SiteAsync(Strategist strategist) => (await here.Kanal.Services.GetRequiredService<SiteDirectory>().FindAsync(Id.Parse(strategist.Site, null), Ct))!;
}
