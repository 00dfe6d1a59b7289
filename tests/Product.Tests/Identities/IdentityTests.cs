using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Identities;

public sealed class IdentityTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task Whoever_starts_with_a_signed_identity_is_that_customer_on_every_browser()
    {
        var signer = await Signer.ForAsync(here.Organisation);
        var identity = signer.Of("customer-1", "Maja@Example.com", name: "Maja Holm");
        var first = await CustomerAsync((await Signer.StartAsync(await BrowserAsync(), identity)).Expect(HttpStatusCode.Created));
        var second = await CustomerAsync((await Signer.StartAsync(await BrowserAsync(), identity)).Expect(HttpStatusCode.Created));
        Assert.Equal(first, second);
        var card = await here.Organisation.Administrator.GetAsync($"/customers/{first}");
        Assert.Equal(("Maja Holm", 2), (card["name"], card.Body.GetProperty("conversations").GetArrayLength()));
        var addresses = card.Body.GetProperty("addresses").EnumerateArray().Select(address => (address.GetProperty("kind").GetString(), address.GetProperty("verified").GetBoolean())).ToList();
        Assert.Contains(("email", true), addresses);
        Assert.Contains(("account", true), addresses);
        Assert.Equal("maja@example.com", (await here.Organisation.Administrator.GetAsync("/customers?q=maja")).Rows[0]["address"]);
    }

    [Fact]
    public async Task What_somebody_wrote_before_they_signed_in_is_theirs()
    {
        var signer = await Signer.ForAsync(here.Organisation);
        var visitor = await BrowserAsync();
        var before = await CustomerAsync((await visitor.StartAsync()).Expect(HttpStatusCode.Created));
        Assert.Equal(before, await CustomerAsync(await Signer.StartAsync(visitor, signer.Of("wrote-before"))));

        // The next who signs in at the same machine is somebody else.
        Assert.NotEqual(before, await CustomerAsync(await Signer.StartAsync(visitor, signer.Of("somebody-else"))));
    }

    [Fact]
    public async Task An_address_that_the_site_vouches_for_is_taken_from_whoever_only_claimed_it()
    {
        var signer = await Signer.ForAsync(here.Organisation);
        var claimant = await BrowserAsync();
        var claimed = await CustomerAsync((await claimant.StartAsync(channel: "email", address: "owner@example.com")).Expect(HttpStatusCode.Created));
        var unsure = await CustomerAsync(await Signer.StartAsync(await BrowserAsync(), signer.Of("not-sure", "owner@example.com", verified: false)));
        var owner = await CustomerAsync(await Signer.StartAsync(await BrowserAsync(), signer.Of("owner", "owner@example.com")));
        Assert.Equal(3, new HashSet<string> { claimed, unsure, owner }.Count);
        Assert.Equal(owner, (await here.Organisation.Administrator.GetAsync("/customers?q=owner%40example.com")).Rows.Single()["id"]);
    }

    [Fact]
    public async Task A_forged_identity_keeps_nobody_from_writing_and_makes_them_nobody()
    {
        var signer = await Signer.ForAsync(here.Organisation);
        var owner = await CustomerAsync(await Signer.StartAsync(await BrowserAsync(), signer.Of("the-owner")));
        var forged = (await Signer.StartAsync(await BrowserAsync(), signer.Sign(new { sub = "the-owner", exp = Signer.In(TimeSpan.FromHours(1)) }, secret: "guessed"))).Expect(HttpStatusCode.Created);
        Assert.Equal("false", forged["identified"]);
        Assert.NotEqual(owner, await CustomerAsync(forged));
    }

    [Fact]
    public async Task Only_what_is_signed_as_it_should_be_and_holds_now_is_believed()
    {
        var signer = await Signer.ForAsync(here.Organisation);
        var hour = Signer.In(TimeSpan.FromHours(1));
        var good = signer.Of("maja");
        (await CheckAsync(good)).Expect(HttpStatusCode.OK);
        var parts = good.Split('.');
        var none = $"{Signer.Part("""{"alg":"none"}""")}.{parts[1]}";
        string[] bad =
        [
            "", "x", "..", good + "=", good[..^2], $"{parts[0]}.{parts[1]}.", $"{none}.", $"{none}.{parts[2]}", $" {good}", good.Replace('.', '\n'),
            signer.Sign(new { sub = "maja", exp = hour }, new { alg = "hs256" }),
            signer.Sign(new { sub = "maja", exp = hour }, new { alg = "RS256" }),
            signer.Sign(new { sub = "maja", exp = hour }, new { alg = "HS256", crit = new[] { "b64" } }),
            signer.Sign(new { sub = "maja" }),
            signer.Sign(new { sub = "maja", exp = $"{hour}" }),
            signer.Sign(new { sub = "maja", exp = Signer.In(TimeSpan.FromSeconds(-1)) }),
            signer.Sign(new { sub = "maja", exp = hour, nbf = Signer.In(TimeSpan.FromMinutes(5)) }),
            signer.Sign(new { exp = hour }),
            signer.Sign(new { sub = 17, exp = hour }),
            signer.Sign(new { sub = "", exp = hour }),
            signer.Sign($$"""{"sub":"maja","sub":"anna","exp":{{hour}}}"""),
            signer.Sign("[]"), signer.Sign("null"), signer.Sign("{"),
            signer.Sign(new { sub = "maja", exp = hour }, secret: "another secret"),
            signer.Sign(new { sub = new string('m', 5000), exp = hour }),
        ];
        foreach (var token in bad)
        {
            var refused = await CheckAsync(token);
            Assert.True(refused is { Status: HttpStatusCode.BadRequest, Problem: "invalid-identity" }, $"{token} was answered with {refused.Status}.");
            Assert.DoesNotContain(signer.Secret, refused.Body.GetRawText());
        }

        // With a public key as the secret, as a mixed-up server might have it: nothing but our own secret counts.
        using var rsa = RSA.Create();
        Assert.Equal(HttpStatusCode.BadRequest, (await CheckAsync(signer.Sign(new { sub = "maja", exp = hour }, secret: Encoding.ASCII.GetString(rsa.ExportRSAPublicKey())))).Status);
    }

    [Fact]
    public async Task What_is_odd_in_an_identity_is_told_with_its_place_and_the_rest_holds()
    {
        var signer = await Signer.ForAsync(here.Organisation);
        var answer = (await CheckAsync(signer.Of("maja", "not an address", name: "Maja", kanal: new { value = 1e300, expertise = "wizard", orders = "many", group = "gold" }))).Expect(HttpStatusCode.OK);
        Assert.Equal("Maja", answer["name"]);
        Assert.Equal(
            ["identity.email", "identity.kanal.expertise", "identity.kanal.orders", "identity.kanal.value"],
            answer.Body.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("place").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_secret_is_shown_once_holds_a_day_beside_its_successor_and_is_kept_nowhere()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var first = await Signer.ForAsync(alone.Organisation);
        var second = await Signer.ForAsync(alone.Organisation);
        var admin = alone.Organisation.Administrator;
        Assert.NotEqual(first.Secret, second.Secret);
        Assert.DoesNotContain(second.Secret, (await admin.GetAsync($"/sites/{first.Site}/identity")).Expect(HttpStatusCode.OK).Body.GetRawText());
        foreach (var signer in new[] { first, second })
        {
            (await CheckAsync(signer.Of("maja"), alone)).Expect(HttpStatusCode.OK);
        }

        (await admin.PostAsync($"/sites/{first.Site}/identity", new { endEarlier = true })).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.BadRequest, (await CheckAsync(first.Of("maja"), alone)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CheckAsync(second.Of("maja"), alone)).Status);
        (await admin.DeleteAsync($"/sites/{first.Site}/identity")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("false", (await admin.GetAsync($"/sites/{first.Site}/identity"))["on"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await alone.Organisation.NewAgentAsync(role: "supervisor")).PostAsync($"/sites/{first.Site}/identity", new { })).Status);
    }

    static async Task<Reply> CheckAsync(string identity, Fjordrejser where) => await where.Organisation.NewVisitor().PostAsync($"/sites/{Organisation.Site}/identity", new { identity });

    Task<Reply> CheckAsync(string identity) => CheckAsync(identity, here);

    async Task<VisitorClient> BrowserAsync()
    {
        var visitor = here.Organisation.NewVisitor();
        (await visitor.MenuAsync()).Expect(HttpStatusCode.OK);
        return visitor;
    }

    async Task<string> CustomerAsync(Reply started) => (await here.Organisation.Administrator.SeeAsync(started["conversation"]!))["customer.id"]!;
}
