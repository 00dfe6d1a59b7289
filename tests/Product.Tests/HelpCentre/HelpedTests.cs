using System.Net;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.HelpCentre;

public sealed class HelpedTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IDisposable
{
    readonly Reader _reader = new(here.Kanal);

    [Fact]
    public async Task Who_says_yes_is_thanked_and_counted()
    {
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Good article");
        (await _reader.HelpAsync("/en/articles/good-article")).Says("Did this help?");
        var sent = await _reader.PostAsync("/en/articles/good-article/helped", new() { ["answer"] = "yes" });
        Assert.Equal((HttpStatusCode.SeeOther, "/help/fjordrejser/en/articles/good-article?helped=yes#helped"), (sent.Status, sent["Location"]));
        (await _reader.ReadAsync(sent["Location"]!)).Says("Thank you.").DoesNotSay("Did this help?");
        Assert.Equal(("1", "0"), await CountAsync(editor, "Good article"));
    }

    [Fact]
    public async Task Who_says_no_is_asked_what_was_missing_and_shown_the_way_to_people()
    {
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Bad article");
        var sent = await _reader.PostAsync("/en/articles/bad-article/helped", new() { ["answer"] = "no" });
        var asked = (await _reader.ReadAsync(sent.Expect(HttpStatusCode.SeeOther)["Location"]!)).Says("What was missing?", "href=\"/help/fjordrejser/en/contact?way=email#email\"");
        Assert.Equal("no-store", asked["Cache-Control"]);
        var vote = sent["Location"]!.Split("vote=")[1].Split('#')[0];
        var said = await _reader.PostAsync("/en/articles/bad-article/helped", new() { ["vote"] = vote, ["comment"] = "The price of dogs" });
        (await _reader.ReadAsync(said["Location"]!)).Says("Our editors will read it.");
        // One reader is one no, and the first word stands.
        await _reader.PostAsync("/en/articles/bad-article/helped", new() { ["vote"] = vote, ["comment"] = "Something else" });
        Assert.Equal(("0", "1"), await CountAsync(editor, "Bad article"));
        var comments = await here.Database.ReadAsync(sql => sql.QueryAsync<string>("select comment from article_helped where comment is not null"), CancellationToken.None);
        Assert.Equal(["The price of dogs"], comments);
    }

    [Fact]
    public async Task What_is_read_comes_to_the_front_and_what_is_sought_in_vain_to_the_editors()
    {
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Read by somebody");
        (await _reader.HelpAsync("/en/articles/read-by-somebody")).Expect(HttpStatusCode.OK);
        (await _reader.HelpAsync("/en/search?q=zeppelins")).Expect(HttpStatusCode.OK);
        // Neither machines that say so nor browsers that look ahead are people.
        (await _reader.HelpAsync("/en/search?q=submarines", ("User-Agent", "Examplebot/1.0"))).Expect(HttpStatusCode.OK);
        (await _reader.HelpAsync("/en/search?q=tractors", ("Sec-Purpose", "prefetch"))).Expect(HttpStatusCode.OK);
        var sought = $"/articles/sought?site={await editor.SiteAsync()}&language=en";
        var counts = await Asking.UntilAsync(async () => (await editor.Agent.GetAsync(sought)).Expect(HttpStatusCode.OK), its => its["inVain"] != "[]" && its["mostSought"] != "[]");
        Assert.Equal("zeppelins", Assert.Single(counts.Body.GetProperty("inVain").EnumerateArray()).GetProperty("words").GetString());
        Assert.Contains("Read by somebody", counts.Body.GetProperty("mostSought").EnumerateArray().Select(article => article.GetProperty("title").GetString()));
        (await _reader.HelpAsync("/en")).Says("<h2>Most sought</h2>");
    }

    [Fact]
    public async Task Votes_of_other_websites_do_not_count() =>
        (await _reader.PostAsync("/en/articles/good-article/helped", new() { ["answer"] = "yes" }, ("Sec-Fetch-Site", "cross-site"))).Expect(HttpStatusCode.Forbidden);

    public void Dispose() => _reader.Dispose();

    static async Task<(string Yes, string No)> CountAsync(Editor editor, string title)
    {
        var counts = (await editor.Agent.GetAsync($"/articles/sought?site={await editor.SiteAsync()}&language=en")).Expect(HttpStatusCode.OK);
        var article = counts.Body.GetProperty("helped").EnumerateArray().Single(one => one.GetProperty("title").GetString() == title);
        return (article.GetProperty("yes").ToString(), article.GetProperty("no").ToString());
    }
}
