using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.HelpCentre;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Upkeep;

public sealed class UpkeepTests
{
    [Fact]
    public async Task Articles_that_need_an_editor_are_found_each_for_its_reason()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        using var reader = new Reader(here.Kanal);
        var editor = await Editor.OfAsync(here);
        var (luggage, seats) = ((await editor.PublishedAsync("Luggage"))["id"]!, (await editor.PublishedAsync("Seats"))["id"]!);
        await editor.PublishedAsync("For us alone", audience: "agents");
        await editor.PublishedAsync("Links", "See [luggage](/help/fjordrejser/en/articles/luggage), [nothing](/help/fjordrejser/en/articles/nothing), ![gone](/files/gone), [theirs](https://example.com/help/else) and [here](/help/fjordrejser/en/contact).");
        await editor.SaveAsync(luggage, "da", "Bagage", translatedFrom: 1);
        await editor.PublishAsync(luggage, "da");
        await editor.SaveAsync(luggage, "en", "Luggage", (await editor.TextAsync(luggage, "en"))["edition"], body: "New.");
        await editor.PublishAsync(luggage, "en");
        await editor.PublishAsync((await editor.DraftAsync("Easter"))["id"]!, "en", new { until = clock.GetUtcNow().AddDays(10) });
        foreach (var yes in (bool[])[false, false, false, true])
        {
            await SayAsync(here, seats, yes, yes ? null : "Which side has the view?");
        }

        await SayAsync(here, luggage, false, null);
        await SayAsync(here, luggage, true, null);

        var early = await ReportAsync(here);
        Assert.Equal(("4", "2", "0"), (early["published"], early["answered"], early["read"]));
        Assert.Equal([seats, luggage], Rows(early, "saidNo").Select(row => row["id"]));
        var disputed = Rows(early, "saidNo")[0];
        Assert.Equal(("3", "1", "0.3006"), (disputed["no"], disputed["yes"], disputed["atLeast"]));
        Assert.Equal(3, disputed.Body.GetProperty("comments").GetArrayLength());
        Assert.Equal("Easter", Assert.Single(Rows(early, "expiring"))["title"]);
        Assert.Equal(["/help/fjordrejser/en/articles/nothing", "/files/gone"], Assert.Single(Rows(early, "lostLinks")).Body.GetProperty("links").EnumerateArray().Select(link => link.GetString()));
        Assert.Empty(Rows(early, "unused"));
        Assert.Equal(("Bagage", "en"), (Assert.Single(Rows(await ReportAsync(here, "da"), "stale"))["title"], Rows(await ReportAsync(here, "da"), "stale")[0]["original"]));

        // Who has mended it begins anew.
        await editor.SaveAsync(seats, "en", "Seats", (await editor.TextAsync(seats, "en"))["edition"], body: "The view is on the left.");
        await editor.PublishAsync(seats, "en");
        Assert.Equal([luggage], Rows(await ReportAsync(here), "saidNo").Select(row => row["id"]));

        // Easter is over by then.
        clock.Advance(TimeSpan.FromDays(366));
        (await reader.HelpAsync("/en/articles/luggage")).Expect(HttpStatusCode.OK);
        var late = await Asking.UntilAsync(() => ReportAsync(here), report => (report["published"], report["read"]) == ("3", "1"));
        Assert.Equal(["Links", "Seats"], Rows(late, "unused").Select(row => row["title"]!).Order());
        Assert.Equal(["Luggage"], Rows(late, "old").Select(row => row["title"]));
    }

    static async Task<Reply> ReportAsync(Fjordrejser here, string language = "en")
    {
        var editor = await Editor.OfAsync(here);
        return (await editor.Agent.GetAsync($"/articles/upkeep?site={await editor.SiteAsync()}&language={language}")).Expect(HttpStatusCode.OK);
    }

    static Reply[] Rows(Reply report, string list) => [.. report.Body.GetProperty(list).EnumerateArray().Select(row => new Reply(HttpStatusCode.OK, row))];

    static async Task SayAsync(Fjordrejser here, string article, bool yes, string? comment)
    {
        var visitor = here.Organisation.NewVisitor();
        (await visitor.PostAsync($"/sites/{Organisation.Site}/articles/{article}/helped", new { yes, comment, language = "en" })).Expect(HttpStatusCode.NoContent);
    }
}
