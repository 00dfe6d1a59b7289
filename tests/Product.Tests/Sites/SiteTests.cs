using System.Net;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Sites;

public sealed class SiteTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    [Fact]
    public async Task A_new_site_has_words_hours_and_a_snippet_to_paste()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client, "Europe/Warsaw");
        Assert.Equal("Kontakt os", site["texts.da.title"]);
        Assert.Equal("Contact us", site["texts.en.title"]);
        Assert.Equal("Europe/Warsaw", site["hours.timeZone"]);
        Assert.Contains($"<script async src=\"{kanal.Address}widget/kanal.js\" data-site=\"{site["key"]}\"></script>", site["snippet"]);
    }

    [Fact]
    public async Task A_new_site_can_be_reached_by_chat_by_email_and_for_a_call()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = (await NewSite.MakeAsync(client)).Id;
        var channels = await kanal.Services.GetRequiredService<Database>().ReadAsync(sql => sql.QueryAsync<string>(
            "select p.channel from entry_points p join queues q on q.id = p.queue_id where p.site_id = @site order by p.channel", new { site }), CancellationToken.None);
        Assert.Equal(["callback", "chat", "email"], channels);
    }

    [Fact]
    public async Task All_sites_share_the_one_queue_that_the_first_brought_along()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        await NewSite.MakeAsync(client);
        await NewSite.MakeAsync(client);
        Assert.Equal(1, await kanal.Services.GetRequiredService<Database>().ReadAsync(sql => sql.FirstAsync<long>("select count(*) from queues"), CancellationToken.None));
    }

    [Theory]
    [InlineData("Fjord rejser")]
    [InlineData("-fjord")]
    [InlineData("fjord\n")]
    [InlineData("")]
    [InlineData("a-name-that-is-longer-than-forty-letters-is")]
    public async Task A_key_is_a_short_plain_word(string key)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var refused = await client.PostAsync("/sites", new { key, name = "Fjordrejser", timeZone = "Europe/Copenhagen" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(refused.Errors("key"));
    }

    [Fact]
    public async Task A_key_is_one_sites_alone()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var other = await NewSite.MakeAsync(client);
        var made = await client.PostAsync("/sites", new { key = site["key"], name = "Another", timeZone = "Europe/Copenhagen" });
        var renamed = await client.PutAsync($"/sites/{other["id"]}", new { key = site["key"] });
        Assert.Equal((HttpStatusCode.Conflict, "key-taken"), (made.Status, made.Problem));
        Assert.Equal((HttpStatusCode.Conflict, "key-taken"), (renamed.Status, renamed.Problem));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_with_its_field()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var language = "xx";
        var refused = await client.PostAsync("/sites", new { key = "?", name = " ", timeZone = "Mars", languages = (string[])[language], look = new { accent = "red" } });
        Assert.All(["key", "name", "timeZone", "texts.xx", "look.accent"], field => Assert.Single(refused.Errors(field)));
    }

    [Theory]
    [InlineData("https://shop.example", "https://shop.example")]
    [InlineData("HTTPS://Shop.Example:443/", "https://shop.example")]
    [InlineData("http://localhost:8080", "http://localhost:8080")]
    [InlineData("https://blåbær.dk", "https://xn--blbr-roah.dk")]
    [InlineData("*", "*")]
    public async Task An_origin_is_kept_as_a_browser_sends_it(string given, string kept)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var changed = await client.PutAsync($"/sites/{site["id"]}", new { allowedOrigins = (string[])[given] });
        Assert.Equal($"[\"{kept}\"]", changed["allowedOrigins"]);
    }

    [Theory]
    [InlineData("https://shop.example/path")]
    [InlineData("https://*.shop.example")]
    [InlineData("https://me@shop.example")]
    [InlineData("shop.example")]
    [InlineData("file:///etc")]
    [InlineData("https://shop.example", "*")]
    public async Task What_is_no_origin_is_refused(params string[] given)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        Assert.Single((await client.PutAsync($"/sites/{site["id"]}", new { allowedOrigins = given })).Errors("allowedOrigins"));
    }

    [Fact]
    public async Task What_a_change_leaves_out_stays_as_it_is()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var changed = await client.PutAsync($"/sites/{site["id"]}", new { look = new { accent = "#123456", theme = "dark", position = "left" } });
        Assert.Equal(("Fjordrejser", "#123456", "Kontakt os"), (changed["name"], changed["look.accent"], changed["texts.da.title"]));
        Assert.Equal(changed.Body.GetRawText(), (await client.GetAsync($"/sites/{site["id"]}")).Body.GetRawText());
    }

    [Fact]
    public async Task A_change_that_did_not_see_the_one_before_is_refused()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync($"/sites/{site["id"]}", new { name = "First", version = 1 })).Status);
        var late = await client.PutAsync($"/sites/{site["id"]}", new { name = "Second", version = 1 });
        Assert.Equal((HttpStatusCode.Conflict, "changed-meanwhile"), (late.Status, late.Problem));
        Assert.Equal("First", (await client.GetAsync($"/sites/{site["id"]}"))["name"]);
    }

    [Fact]
    public async Task Of_many_changes_at_once_that_saw_the_same_one_is_made()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => client.PutAsync($"/sites/{site["id"]}", new { name = $"Name {i}", version = 1 })));
        Assert.Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, 7)], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_member_that_a_site_does_not_have_is_refused_by_name()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var refused = await client.PutAsync($"/sites/{site["id"]}", new { nmae = "Fjord" });
        Assert.Equal((HttpStatusCode.BadRequest, "bad-request"), (refused.Status, refused.Problem));
        Assert.Contains("nmae", refused["detail"]);
    }

    [Fact]
    public async Task Who_changed_a_site_is_written_down()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        await client.PutAsync($"/sites/{site["id"]}", new { name = "Renamed" });
        await client.PutAsync($"/sites/{site["id"]}/closed-now", new { reason = "Fire drill" });
        var audit = await client.GetAsync("/audit");
        Assert.Equal(["site.closedNow", "site.changed", "site.created"], audit.Each("what").Zip(audit.Each("target")).Where(entry => entry.Second == site["id"]).Select(entry => entry.First));
    }

    [Fact]
    public async Task An_agent_reads_sites_and_changes_none()
    {
        using var administrator = await ApiClient.AdministratorAsync(kanal);
        using var agent = await ApiClient.AgentAsync(kanal);
        var site = await NewSite.MakeAsync(administrator);
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync($"/sites/{site["id"]}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PutAsync($"/sites/{site["id"]}", new { name = "Mine" })).Status);
    }

    [Theory]
    [InlineData("0000000000000")]
    [InlineData("no-id-at-all")]
    public async Task A_site_that_is_not_there_is_not_found(string id)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var missing = await client.GetAsync($"/sites/{id}");
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (missing.Status, missing.Problem));
    }
}
