using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.HelpCentre;

public sealed partial class HelpPagesTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IDisposable
{
    readonly Reader _reader = new(here.Kanal);

    [Theory]
    [InlineData("da", "da")]
    [InlineData("en-GB,en;q=0.9,da;q=0.8", "en")]
    [InlineData("de, da;q=0.5, en;q=0.4", "da")]
    [InlineData("fr", "da")]
    [InlineData("", "da")]
    public async Task The_bare_address_leads_to_a_language_that_the_visitor_reads(string wanted, string language)
    {
        var answer = await _reader.HelpAsync("", ("Accept-Language", wanted));
        Assert.Equal((HttpStatusCode.Redirect, $"/help/fjordrejser/{language}", "Accept-Language"), (answer.Status, answer["Location"], answer["Vary"]));
    }

    [Fact]
    public async Task An_empty_help_centre_still_leads_to_people() =>
        (await _reader.HelpAsync("/da")).Expect(HttpStatusCode.OK).Says("<html lang=\"da\">", "role=\"search\"", "href=\"/help/fjordrejser/da/contact\"");

    [Fact]
    public async Task Sections_have_a_card_on_the_front_and_a_page_of_their_own()
    {
        var editor = await Editor.OfAsync(here);
        var site = await editor.SiteAsync();
        var section = (await editor.Agent.PostAsync("/sections", new { site, texts = new { en = new { name = "Huts and cabins", description = "Where to sleep." }, da = new { name = "Hytter" } } })).Expect(HttpStatusCode.Created)["id"]!;
        var id = (await editor.Agent.PostAsync("/articles", new { kind = "article", site, section, audience = "expert", specialists = "https://huts.example/forum", language = "en", content = Editor.Content("Waffles in the hut", "With brown cheese.") })).Expect(HttpStatusCode.Created)["id"]!;
        await editor.PublishAsync(id, "en");
        (await _reader.HelpAsync("/en")).Says(">Huts and cabins</a>", "Where to sleep.", ">Waffles in the hut</a>", "For those who know their way", "https://huts.example/forum");
        (await _reader.HelpAsync("/en/sections/huts-and-cabins")).Expect(HttpStatusCode.OK).Says("<h1>Huts and cabins</h1>", "With brown cheese.", "BreadcrumbList").DoesNotSay("hreflang=\"da\" href=\"http");
        (await _reader.HelpAsync("/en/articles/waffles-in-the-hut")).Says("href=\"/help/fjordrejser/en/sections/huts-and-cabins\"", "Specialists find more at huts.example");
        (await _reader.HelpAsync("/da")).DoesNotSay("Hytter");
        (await _reader.HelpAsync("/da/sections/hytter")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_that_a_browser_has_already_is_not_sent_again()
    {
        // What readers looked for comes onto the front a moment after they did.
        var (first, again) = await Asking.UntilAsync(TwiceAsync, twice => twice.First["ETag"] == twice.Again["ETag"]);
        Assert.Equal((HttpStatusCode.NotModified, 0, first["ETag"]), (again.Status, again.Bytes, again["ETag"]));
        Assert.Equal("public, max-age=60", again["Cache-Control"]);
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Something new on the front");
        (await _reader.HelpAsync("/en", ("If-None-Match", first["ETag"]!))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_asks_for_the_head_alone_gets_it()
    {
        var head = await _reader.SendAsync(HttpMethod.Head, $"{Reader.Home}/en", null);
        Assert.Equal((HttpStatusCode.OK, 0), (head.Status, head.Bytes));
        Assert.NotNull(head["ETag"]);
    }

    [Theory]
    [InlineData("/en", HttpStatusCode.OK)]
    [InlineData("/en/search?q=boat", HttpStatusCode.OK)]
    [InlineData("/en/contact", HttpStatusCode.OK)]
    [InlineData("/en/nowhere/at/all", HttpStatusCode.NotFound)]
    public async Task Nothing_runs_on_a_page_but_our_own_files(string path, HttpStatusCode status)
    {
        var page = (await _reader.HelpAsync(path)).Expect(status);
        var policy = page["Content-Security-Policy"]!;
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page["X-Content-Type-Options"]);
        page.DoesNotSay(" style=", " onclick=", "<script>", "src=\"http");
        var style = Style().Match(page.Text).Groups[1].Value;
        Assert.Contains($"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Style_and_script_last_forever_under_their_names()
    {
        foreach (Match asset in Asset().Matches((await _reader.HelpAsync("/en")).Text))
        {
            Assert.Equal("public, max-age=31536000, immutable", (await _reader.ReadAsync(asset.Groups[1].Value)).Expect(HttpStatusCode.OK)["Cache-Control"]);
        }

        (await _reader.ReadAsync("/help-assets/help.css")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Search_engines_are_told_of_every_page_in_every_language()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Mapped lighthouse"))["id"]!;
        await editor.SaveAsync(id, "da", "Fyrtårn på kortet");
        await editor.PublishAsync(id, "da");
        var map = XDocument.Parse((await _reader.HelpAsync("/sitemap.xml")).Expect(HttpStatusCode.OK).Text);
        var root = $"{here.Kanal.Address}help/fjordrejser";
        var places = map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value).ToList();
        Assert.All((string[])["/da", "/en", "/en/articles/mapped-lighthouse", "/da/articles/fyrtaarn-paa-kortet"], path => Assert.Contains(root + path, places));
        Assert.Equal(places.Count, places.Distinct().Count());
        (await _reader.ReadAsync("/robots.txt")).Expect(HttpStatusCode.OK).Says($"Sitemap: {root}/sitemap.xml", "Disallow: /desk/", "Disallow: /help/fjordrejser/en/search");
    }

    [Theory]
    [InlineData("/help/nobody/da")]
    [InlineData("/help/nobody")]
    [InlineData("/help/nobody/sitemap.xml")]
    public async Task A_site_that_is_not_there_has_no_help_centre(string path) => (await _reader.ReadAsync(path)).Expect(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_language_that_the_site_does_not_speak_has_no_pages() => (await _reader.HelpAsync("/de")).Expect(HttpStatusCode.NotFound).Says("<html lang=\"da\">");

    async Task<(ReadPage First, ReadPage Again)> TwiceAsync()
    {
        var first = await _reader.HelpAsync("/en");
        return (first, await _reader.HelpAsync("/en", ("If-None-Match", first["ETag"]!)));
    }

    public void Dispose() => _reader.Dispose();

    [GeneratedRegex("<style>(.*?)</style>")]
    private static partial Regex Style();

    [GeneratedRegex("\"(/help-assets/[^\"]+)\"")]
    private static partial Regex Asset();
}
