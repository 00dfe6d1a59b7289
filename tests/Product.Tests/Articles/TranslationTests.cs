using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

public sealed class TranslationTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task A_list_names_articles_in_the_readers_language_where_there_is_a_text_in_it()
    {
        var editor = await Editor.OfAsync(here);
        var both = (await editor.PublishedAsync("Sledge rides for readers"))["id"]!;
        await editor.SaveAsync(both, "da", "Slædeture for læsere");
        await editor.PublishedAsync("Sledge rides for guests");
        async Task<string[]> TitlesAsync(string with) => [.. (await editor.Agent.GetAsync($"/articles?limit=200{with}")).Expect(HttpStatusCode.OK).Each("title").Where(title => title.StartsWith("Sl", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(["Sledge rides for guests", "Slædeture for læsere"], await TitlesAsync("&reader=da"));
        Assert.Equal(["Sledge rides for guests", "Sledge rides for readers"], await TitlesAsync(""));
        Assert.Equal(["Sledge rides for guests", "Sledge rides for readers"], await TitlesAsync("&language=en&reader=da"));
    }

    [Fact]
    public async Task A_translation_knows_that_its_original_has_changed_until_it_is_made_anew()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Sæler", language: "da"))["id"]!;
        (await editor.SaveAsync(id, "en", "Seals")).Expect(HttpStatusCode.OK);
        Assert.Equal("false", (await editor.PublishAsync(id, "en"))["stale"]);

        await editor.SaveAsync(id, "da", "Sæler og hvaler", (await editor.TextAsync(id, "da"))["edition"]);
        Assert.Equal("false", (await editor.TextAsync(id, "en"))["stale"]);
        await editor.PublishAsync(id, "da");
        Assert.Equal("true", (await editor.TextAsync(id, "en"))["stale"]);
        Assert.Contains(id, (await editor.Agent.GetAsync("/articles?stale=true&language=en")).Each("id"));

        await editor.SaveAsync(id, "en", "Seals and whales", (await editor.TextAsync(id, "en"))["edition"], translatedFrom: 2);
        Assert.Equal("false", (await editor.PublishAsync(id, "en"))["stale"]);
        Assert.DoesNotContain(id, (await editor.Agent.GetAsync("/articles?stale=true&language=en")).Each("id"));
    }

    [Fact]
    public async Task What_is_published_together_belongs_together()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("Tidevand", language: "da"))["id"]!;
        await editor.SaveAsync(id, "en", "Tide");
        (await editor.Agent.PostAsync($"/articles/{id}/publish", Editor.Nothing)).Expect(HttpStatusCode.OK);
        Assert.Equal(("published", "false"), ((await editor.TextAsync(id, "en"))["state"], (await editor.TextAsync(id, "en"))["stale"]));
    }

    [Fact]
    public async Task Where_an_article_is_missing_in_a_language_it_is_read_in_another()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Kun dansk", language: "da"))["id"]!;
        Assert.Equal("da", (await editor.ReadAsync($"/articles/{id}?language=en"))["language"]);
        await editor.SaveAsync(id, "en", "English too");
        await editor.PublishAsync(id, "en");
        // The name of one language leads to the other, where that is asked for.
        Assert.Equal("English too", (await editor.ReadAsync("/articles/kun-dansk?language=en"))["title"]);
    }

    [Fact]
    public async Task The_original_stays_and_a_language_the_site_does_not_speak_is_refused()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("Original", language: "da"))["id"]!;
        Assert.Equal((HttpStatusCode.Conflict, "original"), ((await editor.Agent.DeleteAsync($"/articles/{id}/texts/da")).Status, (await editor.Agent.DeleteAsync($"/articles/{id}/texts/da")).Problem));
        Assert.Single((await editor.SaveAsync(id, "sv", "Svenska")).Errors("language"));
    }
}
