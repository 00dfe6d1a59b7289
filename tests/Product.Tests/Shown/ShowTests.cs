using System.Net;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Callbacks;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Shown;

public sealed class ShowTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task A_guide_is_shown_to_the_visitor_and_the_agent_sees_how_far_they_get()
    {
        var site = await ShowingSite.OnAsync(here);
        var guide = await site.NewGuideAsync();
        await using var stream = await site.Visitor.ListenAsync();
        await using var desk = await site.Agent.ListenAsync();
        (await site.ShowAsync(guide)).Expect(HttpStatusCode.Created);
        var shown = await stream.NextAsync("show");
        Assert.Equal(("guide", guide, "Move your trip", 3L), (shown["kind"], shown["article"], shown["title"], shown.Number("steps")));
        Assert.Contains("/help/fjordrejser/en/articles/move-your-trip", shown["url"], StringComparison.Ordinal);

        (await site.TellAsync(shown["id"]!)).Expect(HttpStatusCode.NoContent);
        await desk.NextAsync("shown", told => told["shown"] == shown["id"] && told["openedAt"] is not null && told["step"] is null);
        (await site.TellAsync(shown["id"]!, step: 2)).Expect(HttpStatusCode.NoContent);
        await desk.NextAsync("shown", told => told["step"] == "2");
        Assert.Equal("2", (await site.ShownAsync())[^1]["step"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.TellAsync(shown["id"]!, step: 4)).Status);
    }

    [Fact]
    public async Task What_was_shown_stays_in_the_conversation_for_both_and_in_words()
    {
        var site = await ShowingSite.OnAsync(here);
        var guide = await site.NewGuideAsync();
        (await site.ShowAsync(guide)).Expect(HttpStatusCode.Created);
        var said = (await site.Visitor.HistoryAsync(1)).Rows[0];
        Assert.Equal(("agent", "guide"), (said["from"], said["card.shown.kind"]));
        Assert.StartsWith("Move your trip\nhttp", said["text"], StringComparison.Ordinal);
        var entries = (await site.Agent.GetAsync($"/conversations/{site.Visitor.Conversation}/timeline")).Rows;
        Assert.Equal(guide, entries.Single(entry => entry["card.shown.kind"] is not null)["card.shown.article"]);
    }

    [Fact]
    public async Task Shown_twice_under_one_name_it_is_shown_once()
    {
        var site = await ShowingSite.OnAsync(here);
        var guide = await site.NewGuideAsync();
        var first = (await site.ShowAsync(guide, "once")).Expect(HttpStatusCode.Created);
        Assert.Equal(first["sequence"], (await site.ShowAsync(guide, "once")).Expect(HttpStatusCode.OK)["sequence"]);
        Assert.Single(await site.ShownAsync());
    }

    [Fact]
    public async Task What_is_not_for_visitors_is_not_shown()
    {
        var site = await ShowingSite.OnAsync(here);
        var secret = await site.PublishedAsync("article", Editor.Content("For us"), "agents");
        Assert.Equal("not-for-visitors", (await site.ShowAsync(secret)).Expect(HttpStatusCode.Conflict).Problem);
        var draft = (await (await Editor.OfAsync(here)).DraftAsync("Not yet"))["id"]!;
        Assert.Equal("not-for-visitors", (await site.ShowAsync(draft)).Expect(HttpStatusCode.Conflict).Problem);
        foreach (var url in (string[])["javascript:alert(1)", "/terms", "https://a:b@fjordrejser.example/", "ftp://fjordrejser.example/"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await site.ShowPageAsync(url)).Status);
        }

        Assert.Empty(await site.ShownAsync());
    }

    [Fact]
    public async Task A_page_takes_the_place_of_the_visitors_only_where_the_site_says_so_and_it_is_its_own()
    {
        var site = await ShowingSite.OnAsync(here);
        await ShowsAsync($"{Organisation.Origin}/terms?a=1", "false");
        var id = await here.Organisation.SiteIdAsync();
        (await here.Organisation.Administrator.PutAsync($"/sites/{id}", new { guidesPages = true })).Expect(HttpStatusCode.OK);
        await ShowsAsync($"{Organisation.Origin}/terms?a=1", "true");
        await ShowsAsync("https://fjordrejser.example.evil.dk/terms", "false");
        (await here.Organisation.Administrator.PutAsync($"/sites/{id}", new { guidesPages = false })).Expect(HttpStatusCode.OK);

        async Task ShowsAsync(string url, string expected)
        {
            var sent = (await site.ShowPageAsync(url, "Terms")).Expect(HttpStatusCode.Created);
            var said = (await site.Visitor.HistoryAsync(sent.Number("sequence") - 1)).Rows[0];
            Assert.Equal((url, "Terms", expected), (said["card.shown.url"], said["card.shown.title"], said["card.shown.here"]));
        }
    }

    [Fact]
    public async Task Nobody_tells_of_what_was_shown_to_others()
    {
        var site = await ShowingSite.OnAsync(here);
        (await site.ShowAsync(await site.NewGuideAsync())).Expect(HttpStatusCode.Created);
        var shown = await site.LastAsync();
        var other = await ShowingSite.OnAsync(here);
        Assert.Equal(HttpStatusCode.NotFound, (await other.TellAsync(shown)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(shown, new { })).Status);
        Assert.Null((await site.ShownAsync())[0]["openedAt"]);
    }
}
