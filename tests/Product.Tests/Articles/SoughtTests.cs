using System.Net;
using Kanal.Centre.Knowledge;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

public sealed class SoughtTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task What_visitors_read_comes_first_and_a_reader_who_comes_back_counts_once()
    {
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Read by nobody");
        var read = (await editor.PublishedAsync("Read by somebody"))["id"]!;
        await editor.ReadAsync($"/articles/{read}?language=en&peek=true");
        await editor.ReadAsync($"/articles/{read}?language=en");
        await editor.ReadAsync($"/articles/{read}?language=en");
        var report = await ReportAsync(editor, report => report.GetProperty("mostSought").GetArrayLength() > 0);
        var most = report.GetProperty("mostSought").EnumerateArray().Single(article => article.GetProperty("id").GetString() == read);
        Assert.Equal(1, most.GetProperty("views").GetInt64());
        Assert.InRange(most.GetProperty("score").GetDouble(), 0.99, 1);
        Assert.Equal(read, (await editor.ReadAsync("/articles?language=en")).Each("id")[0]);
    }

    [Fact]
    public async Task What_is_sought_in_vain_is_kept_for_editors_without_what_tells_who_sought_it()
    {
        var editor = await Editor.OfAsync(here);
        foreach (var sought in (string[])["xylofonkursus", "xylofonk", "zzanna@example.com", "qqnummer 12345678", "zz"])
        {
            await editor.ReadAsync($"/answers?language=da&q={Uri.EscapeDataString(sought)}{(sought == "xylofonk" ? "" : "&done=true")}");
        }

        await editor.ReadAsync("/answers?language=da&done=true&q=qwertzuiop");
        var report = await ReportAsync(editor, report => report.GetProperty("inVain").GetArrayLength() > 1);
        Assert.Equal(["qwertzuiop", "xylofonkursus"], report.GetProperty("inVain").EnumerateArray().Select(search => search.GetProperty("words").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whether_an_article_helped_is_kept_with_the_readers_word()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Did this help"))["id"]!;
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(id, """{ "yes": true }"""));
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(id, """{ "yes": false, "comment": "Where is the button?", "language": "en" }"""));
        Assert.Equal(HttpStatusCode.BadRequest, await SayAsync(id, $$"""{ "yes": false, "comment": "{{new string('x', 501)}}" }"""));
        var report = await ReportAsync(editor, report => report.GetProperty("helped").GetArrayLength() > 0);
        var counted = report.GetProperty("helped").EnumerateArray().Single(article => article.GetProperty("id").GetString() == id);
        Assert.Equal((1, 1), (counted.GetProperty("yes").GetInt32(), counted.GetProperty("no").GetInt32()));
        Assert.Equal(["Where is the button?"], (await editor.Agent.GetAsync($"/articles/{id}/comments")).Each("comment"));
        (await editor.Agent.DeleteAsync($"/articles/{id}")).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public void What_was_read_two_weeks_ago_counts_half()
    {
        var now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var rank = SoughtRank.Add(SoughtRank.Add(SoughtRank.Once(now - TimeSpan.FromDays(14)), SoughtRank.Once(now)), SoughtRank.Once(now - TimeSpan.FromDays(28)));
        Assert.Equal(1.75, SoughtRank.Score(rank, now), 9);
        Assert.Equal(0.875, SoughtRank.Score(rank, now + TimeSpan.FromDays(14)), 9);
        // Never touched again, the order stays.
        Assert.True(SoughtRank.Once(now) > SoughtRank.Add(SoughtRank.Once(now - TimeSpan.FromDays(29)), SoughtRank.Once(now - TimeSpan.FromDays(29))));
    }

    async Task<HttpStatusCode> SayAsync(string article, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await here.Organisation.Http.PostAsync(new Uri($"/public/v1/sites/{Organisation.Site}/articles/{article}/helped", UriKind.Relative), content);
        return answer.StatusCode;
    }

    // Counts are written a moment after they were made.
    static async Task<System.Text.Json.JsonElement> ReportAsync(Editor editor, Predicate<System.Text.Json.JsonElement> holds)
    {
        var site = await editor.SiteAsync();
        return (await Asking.UntilAsync(async () => (await editor.Agent.GetAsync($"/articles/sought?site={site}")).Expect(HttpStatusCode.OK), report => holds(report.Body))).Body;
    }
}
