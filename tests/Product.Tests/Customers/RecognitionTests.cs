using Kanal.Centre.Customers;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Customers;

public sealed class RecognitionTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    [Fact]
    public async Task The_same_browser_is_the_same_customer()
    {
        var visits = await VisitsAsync();
        Assert.Equal(await visits.ComeAsync("browser", null), await visits.ComeAsync("browser", null));
        Assert.NotEqual(await visits.ComeAsync("browser", null), await visits.ComeAsync("another browser", null));
    }

    [Fact]
    public async Task A_browser_is_known_on_its_own_site_only()
    {
        var (here, there) = (await VisitsAsync(), await VisitsAsync());
        Assert.NotEqual(await here.ComeAsync("browser", null), await there.ComeAsync("browser", null));
    }

    [Fact]
    public async Task An_email_that_is_only_claimed_leads_to_nobody_else()
    {
        var visits = await VisitsAsync();
        var owner = await visits.ComeAsync("hers", "anna@example.com", "Anna");
        var claimant = await visits.ComeAsync("his", "Anna@Example.com");
        var nobody = await visits.ComeAsync(null, "anna@example.com");
        Assert.Equal(3, new HashSet<Id> { owner, claimant, nobody }.Count);
        Assert.Equal(["anna@example.com"], await visits.EmailsAsync(owner));
        Assert.Empty(await visits.EmailsAsync(claimant));
        Assert.Null((await visits.CardAsync(claimant))["name"]);
    }

    [Fact]
    public async Task An_email_that_is_only_claimed_is_unverified()
    {
        var visits = await VisitsAsync();
        var card = await visits.CardAsync(await visits.ComeAsync("browser", "bo@example.com"));
        Assert.Equal(["true", "false"], card.Body.GetProperty("addresses").EnumerateArray().Select(address => address.GetProperty("verified").GetRawText()));
    }

    [Fact]
    public async Task A_name_given_later_is_added_and_one_given_before_is_kept()
    {
        var visits = await VisitsAsync();
        var customer = await visits.ComeAsync("browser", null);
        await visits.ComeAsync("browser", null, "Anna");
        await visits.ComeAsync("browser", null, "Somebody else");
        Assert.Equal("Anna", (await visits.CardAsync(customer))["name"]);
    }

    [Fact]
    public async Task What_is_no_email_is_left_out()
    {
        var visits = await VisitsAsync();
        Assert.Empty(await visits.EmailsAsync(await visits.ComeAsync("browser", "no@ address")));
    }

    [Fact]
    public async Task A_browser_that_comes_many_times_at_once_is_one_customer()
    {
        var visits = await VisitsAsync();
        var came = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => visits.ComeAsync("browser", "many@example.com", "Many")));
        Assert.Single(came.Distinct());
        Assert.Single(await visits.EmailsAsync(came[0]));
    }

    async Task<Visits> VisitsAsync()
    {
        var client = await ApiClient.AdministratorAsync(kanal);
        var key = (await NewSite.MakeAsync(client))["key"]!;
        var site = await kanal.Services.GetRequiredService<SiteDirectory>().FindAsync(key, CancellationToken.None);
        return new Visits(kanal.Services, site!, client);
    }

    sealed record Visits(IServiceProvider Services, Site Site, ApiClient Client)
    {
        public Task<Id> ComeAsync(string? browser, string? email, string? name = null) => Services.GetRequiredService<Database>().WriteAsync(
            sql => Services.GetRequiredService<CustomerDirectory>().RecogniseAsync(sql, Site, browser, email, name, "da", TimeProvider.System.GetUtcNow()), CancellationToken.None);

        public Task<Reply> CardAsync(Id customer) => Client.GetAsync($"/customers/{customer}");

        public async Task<string[]> EmailsAsync(Id customer) =>
            [.. (await CardAsync(customer)).Body.GetProperty("addresses").EnumerateArray().Where(address => address.GetProperty("kind").GetString() == "email").Select(address => address.GetProperty("value").GetString()!)];
    }
}
