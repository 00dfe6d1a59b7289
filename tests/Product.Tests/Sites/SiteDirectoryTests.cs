using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kanal.Product.Tests.Sites;

public sealed class SiteDirectoryTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    [Fact]
    public async Task Another_nodes_change_is_seen_within_half_a_minute()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var clock = new HandClock();
        var otherNode = new SiteDirectory(kanal.Services.GetRequiredService<Database>(), Inbox(), clock);
        Assert.Equal("Fjordrejser", (await otherNode.FindAsync(site.Id, CancellationToken.None))!.Name);

        await client.PutAsync($"/sites/{site["id"]}", new { name = "Renamed" });
        clock.Pass(TimeSpan.FromSeconds(31));
        Assert.Equal("Renamed", (await otherNode.FindAsync(site["key"]!, CancellationToken.None))!.Name);
    }

    [Fact]
    public async Task The_database_is_not_asked_again_meanwhile()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var directory = new SiteDirectory(kanal.Services.GetRequiredService<Database>(), Inbox(), new HandClock());
        var first = await directory.FindAsync(site.Id, CancellationToken.None);
        Assert.Same(first, await directory.FindAsync(site.Id, CancellationToken.None));
        directory.Forget();
        Assert.NotSame(first, await directory.FindAsync(site.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData("da", "da")]
    [InlineData("EN-gb", "en")]
    [InlineData("pl", "da")]
    [InlineData(null, "da")]
    public async Task A_visitor_gets_the_best_language_the_site_has(string? wanted, string spoken)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var made = await NewSite.MakeAsync(client);
        var site = await kanal.Services.GetRequiredService<SiteDirectory>().FindAsync(made.Id, CancellationToken.None);
        Assert.Equal(spoken, site!.LanguageFor(wanted));
    }

    static RoutingInbox Inbox() => new NodeBell(NullLogger<NodeBell>.Instance) is var bell ? new(new WaitInbox(bell, TimeProvider.System), bell) : null!;

    sealed class HandClock : TimeProvider
    {
        long _passed;

        public void Pass(TimeSpan time) => _passed += time.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed;
    }
}
