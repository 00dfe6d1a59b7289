using System.Net;
using System.Text.Json;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.HelpCentre;

public sealed class ArticlePageTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IDisposable
{
    readonly Reader _reader = new(here.Kanal);

    [Fact]
    public async Task An_article_is_a_page_with_one_address_in_the_world()
    {
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Whales off Andenes", "Sperm whales, *all year*.");
        var page = (await _reader.HelpAsync("/en/articles/whales-off-andenes")).Expect(HttpStatusCode.OK);
        page.Says("<html lang=\"en\">", "<h1>Whales off Andenes</h1>", "<p>Sperm whales, <em>all year</em>.</p>", "Last changed", "name=\"q\"");
        page.Says($"<link rel=\"canonical\" href=\"{here.Kanal.Address}help/fjordrejser/en/articles/whales-off-andenes\"", "property=\"og:title\" content=\"Whales off Andenes\"", "content=\"Sperm whales, all year.\"");
        page.DoesNotSay("hreflang=\"x-default\"");
    }

    [Fact]
    public async Task An_article_leads_to_the_languages_it_can_be_read_in()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Reindeer on the road"))["id"]!;
        await editor.SaveAsync(id, "da", "Rensdyr på vejen");
        await editor.PublishAsync(id, "da");
        var page = await _reader.HelpAsync("/en/articles/reindeer-on-the-road");
        page.Says("hreflang=\"da\" href=\"" + here.Kanal.Address + "help/fjordrejser/da/articles/rensdyr-paa-vejen\"", "hreflang=\"x-default\"", ">Dansk</a>");
        // Its name in one language leads to it in another.
        var other = await _reader.HelpAsync("/da/articles/reindeer-on-the-road");
        Assert.Equal((HttpStatusCode.Redirect, "/help/fjordrejser/da/articles/rensdyr-paa-vejen"), (other.Status, other["Location"]));
    }

    [Fact]
    public async Task An_article_that_was_renamed_is_found_by_its_old_address()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Old harbour"))["id"]!;
        var edition = (await editor.TextAsync(id, "en"))["edition"]!;
        (await editor.Agent.PutAsync($"/articles/{id}/texts/en", new { content = Editor.Content("New harbour"), slug = "new-harbour", edition = int.Parse(edition, System.Globalization.CultureInfo.InvariantCulture) })).Expect(HttpStatusCode.OK);
        await editor.PublishAsync(id, "en");
        var old = await _reader.HelpAsync("/en/articles/old-harbour");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/help/fjordrejser/en/articles/new-harbour"), (old.Status, old["Location"]));
    }

    [Fact]
    public async Task What_strangers_may_not_read_is_a_page_that_helps_to_search()
    {
        var editor = await Editor.OfAsync(here);
        await editor.DraftAsync("Only a draft");
        await editor.PublishedAsync("Goodwill for the angry", audience: "agents");
        var taken = (await editor.PublishedAsync("Taken back"))["id"]!;
        (await editor.Agent.PostAsync($"/articles/{taken}/texts/en/unpublish", Editor.Nothing)).Expect(HttpStatusCode.OK);
        foreach (var slug in (string[])["only-a-draft", "goodwill-for-the-angry", "taken-back", "nothing-ever"])
        {
            (await _reader.HelpAsync($"/en/articles/{slug}")).Expect(HttpStatusCode.NotFound).Says("<h1>There is nothing at this address</h1>", "role=\"search\"", "noindex");
        }

        foreach (var path in (string[])["/en", "/en/search?q=goodwill", "/sitemap.xml"])
        {
            (await _reader.HelpAsync(path)).Expect(HttpStatusCode.OK).DoesNotSay("Goodwill for the angry", "goodwill-for-the-angry");
        }
    }

    [Fact]
    public async Task A_guide_tells_its_steps_to_people_and_to_search_engines()
    {
        var editor = await Editor.OfAsync(here);
        var steps = new[] { new { title = "Find the pier", body = "It is **red**." }, new { title = "Wait", body = "" } };
        var id = (await editor.Agent.PostAsync("/articles", new { kind = "guide", site = await editor.SiteAsync(), language = "en", content = new { title = "Take the boat", body = "Quick.", steps } })).Expect(HttpStatusCode.Created)["id"]!;
        await editor.PublishAsync(id, "en");
        var page = await _reader.HelpAsync("/en/articles/take-the-boat");
        page.Says("<li id=\"step-1\"><h2>Find the pier</h2>", "<p>It is <strong>red</strong>.</p>");
        var data = LinkedData(page);
        Assert.Equal(["BreadcrumbList", "HowTo"], data.Select(part => part.GetProperty("@type").GetString()));
        Assert.Equal("It is red.", data[1].GetProperty("step")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("</script><script>alert(1)</script>", "<img src=x onerror=alert(1)> \" onload=\"x"))["id"]!;
        var slug = (await editor.TextAsync(id, "en"))["slug"];
        using var answer = await here.Kanal.Client.GetAsync($"{Reader.Home}/en/articles/{slug}");
        var source = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["BreadcrumbList", "FAQPage"], LinkedData(new ReadPage(answer.StatusCode, source, 0, new Dictionary<string, string>())).Select(part => part.GetProperty("@type").GetString()));
    }

    public void Dispose() => _reader.Dispose();

    static JsonElement[] LinkedData(ReadPage page)
    {
        var text = page.Text[(page.Text.IndexOf("ld+json\">", StringComparison.Ordinal) + "ld+json\">".Length)..];
        return [.. JsonDocument.Parse(text[..text.IndexOf("</script>", StringComparison.Ordinal)]).RootElement.GetProperty("@graph").EnumerateArray()];
    }
}
