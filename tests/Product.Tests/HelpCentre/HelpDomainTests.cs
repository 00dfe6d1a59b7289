using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.HelpCentre;

public sealed class HelpDomainTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IDisposable
{
    const string Domain = "hjaelp.fjordrejser.example";

    readonly Reader _reader = new(here.Kanal);

    [Fact]
    public async Task A_help_centre_lives_at_the_root_of_its_own_host_name()
    {
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Ferries to Fugloy", "Twice a day.");
        (await SetAsync(editor, "Hjaelp.Fjordrejser.Example ")).Expect(HttpStatusCode.OK);
        var host = ("Host", Domain);
        var start = await _reader.ReadAsync("/", host, ("Accept-Language", "en"));
        Assert.Equal((HttpStatusCode.Redirect, "/en"), (start.Status, start["Location"]));
        (await _reader.ReadAsync("/en", host)).Expect(HttpStatusCode.OK).Says("href=\"/en/articles/ferries-to-fugloy\"", $"rel=\"canonical\" href=\"http://{Domain}/en\"").DoesNotSay("/help/fjordrejser");
        (await _reader.ReadAsync("/en/articles/ferries-to-fugloy", host)).Expect(HttpStatusCode.OK).Says("Twice a day.");
        (await _reader.ReadAsync("/en/wp-login.php", host)).Expect(HttpStatusCode.NotFound).Says("role=\"search\"");
        (await _reader.ReadAsync("/robots.txt", host)).Says($"Sitemap: http://{Domain}/sitemap.xml", "Disallow: /en/search");
        (await _reader.ReadAsync("/sitemap.xml", host)).Says($"<loc>http://{Domain}/en/articles/ferries-to-fugloy</loc>");
        // Everywhere else its one address in the world is that one.
        (await _reader.HelpAsync("/en")).Expect(HttpStatusCode.OK).Says($"rel=\"canonical\" href=\"https://{Domain}/en\"");
        Assert.Equal($"https://{Domain}/en/articles/ferries-to-fugloy", (await editor.ReadAsync("/answers?language=en&q=ferries")).Rows[0]["url"]);
        // And nobody has locked out the desk or the widget.
        Assert.Equal("401 sign-in-needed", await here.Kanal.Client.SendAsync(new(HttpMethod.Get, "/api/v1/sites") { Headers = { { "Host", Domain } } }).SummaryAsync());
        (await _reader.ReadAsync("/public/v1/sites/fjordrejser", host)).Expect(HttpStatusCode.OK);
        (await SetAsync(editor, "")).Expect(HttpStatusCode.OK);
        (await _reader.ReadAsync("/en", host)).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("https://help.example.com")]
    [InlineData("help.example.com/path")]
    [InlineData("help.example.com:8080")]
    [InlineData("localhost")]
    [InlineData("10.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("help..example.com")]
    [InlineData("-help.example.com")]
    [InlineData("help example.com")]
    [InlineData("*.example.com")]
    public async Task What_is_no_host_name_is_refused(string name)
    {
        var refused = (await SetAsync(await Editor.OfAsync(here), name)).Expect(HttpStatusCode.BadRequest);
        Assert.Single(refused.Errors("helpDomain"));
    }

    [Fact]
    public async Task A_name_with_other_letters_is_kept_as_browsers_send_it()
    {
        var editor = await Editor.OfAsync(here);
        Assert.Equal("xn--hjlp-woa.example.dk", (await SetAsync(editor, "hjælp.example.dk")).Expect(HttpStatusCode.OK)["helpDomain"]);
        // What is left out stays as it is.
        Assert.Equal("xn--hjlp-woa.example.dk", (await editor.Agent.PutAsync($"/sites/{await editor.SiteAsync()}", new { name = "Fjordrejser" }))["helpDomain"]);
        Assert.Null((await SetAsync(editor, ""))["helpDomain"]);
    }

    [Fact]
    public async Task Two_sites_never_share_a_host_name()
    {
        var editor = await Editor.OfAsync(here);
        (await SetAsync(editor, "taken.example.com")).Expect(HttpStatusCode.OK);
        var made = await editor.Agent.PostAsync("/sites", new { key = "second", name = "Second", timeZone = "Europe/Copenhagen", helpDomain = "taken.example.com" });
        Assert.Equal((HttpStatusCode.Conflict, "domain-taken"), (made.Status, made.Problem));
        (await SetAsync(editor, "")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public void Whatever_the_server_has_besides_is_reached_under_every_host_name()
    {
        var routes = here.Kanal.Services.GetService(typeof(Microsoft.AspNetCore.Routing.EndpointDataSource)) as Microsoft.AspNetCore.Routing.EndpointDataSource;
        var first = routes!.Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>().Select(route => route.RoutePattern.RawText?.TrimStart('/').Split('/')[0] ?? "").Distinct();
        string[] ours = ["", "help", "robots.txt"];
        Assert.Equal([], first.Except(ours).Select(part => $"/{part}").Except(Kanal.Web.HelpCentre.HelpDomains.Elsewhere));
    }

    public void Dispose() => _reader.Dispose();

    static async Task<Reply> SetAsync(Editor editor, string helpDomain) => await editor.Agent.PutAsync($"/sites/{await editor.SiteAsync()}", new { helpDomain });
}
