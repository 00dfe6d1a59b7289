using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.HelpCentre;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

public sealed class VainSearchTests
{
    [Fact]
    public async Task What_visitors_did_after_a_search_in_vain_is_known_and_who_they_were_is_not()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        using var reader = new Reader(here.Kanal);
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Whales off Andenes");

        // By the widget, then a chat from the same browser.
        await editor.ReadAsync("/answers?language=en&q=dogsled&done=true");
        var visitor = await here.Organisation.NewConversationAsync("Do you have tours with dogs?");
        // On pages without a script, where a browser is all that tells two readers apart.
        await SeekAsync(reader, "snowshoes", "Firefox");
        await SeekAsync(reader, "helicopter", "Safari");
        await SeekAsync(reader, "submarine", "Edge");
        await SeekAsync(reader, "unicycle", "Opera");
        await SeekAsync(reader, "unicycle rides", "Opera");
        var letter = new Dictionary<string, string> { ["id"] = "letter1", ["text"] = "Are there snowshoes?", ["address"] = "kirsten@example.com", ["name"] = "Kirsten" };
        (await reader.PostAsync("/en/contact/email", letter, Browser("Firefox"))).Expect(HttpStatusCode.SeeOther);
        await SeekAsync(reader, "whales", "Safari");
        await SeekAsync(reader, "whales", "Edge");
        (await reader.HelpAsync("/en/articles/whales-off-andenes", Browser("Edge"))).Expect(HttpStatusCode.OK);

        var early = await ReportAsync(here, report => report.Count == 6 && report["snowshoes"]["next.unknown"] == "0" && report["dogsled"]["next.unknown"] == "0");
        Assert.Equal(("chat", "email"), (Channel(early["dogsled"]), Channel(early["snowshoes"])));
        Assert.Equal(["1", "1", "1", "1"], new[] { "helicopter", "submarine", "unicycle", "unicycle rides" }.Select(words => early[words]["next.unknown"]));

        clock.Advance(TimeSpan.FromMinutes(31));
        var late = await ReportAsync(here, report => report.Values.All(row => row["next.unknown"] == "0"));
        Assert.Equal(("1", "1", "1", "1"), (late["helicopter"]["next.found"], late["submarine"]["next.read"], late["unicycle"]["next.left"], late["unicycle rides"]["next.left"]));

        // The conversations stand behind the number; a reader is nowhere.
        var followed = (await here.Organisation.Administrator.GetAsync("/conversations?sought=Dogsled")).Expect(HttpStatusCode.OK);
        Assert.Equal([visitor.Conversation], followed.Each("id"));
        Assert.Empty((await here.Organisation.Administrator.GetAsync("/conversations?sought=unicycle")).Each("id"));
    }

    static Task<ReadPage> SeekAsync(Reader reader, string words, string browser) => reader.HelpAsync($"/en/search?q={Uri.EscapeDataString(words)}", Browser(browser));

    static (string, string) Browser(string name) => ("User-Agent", name);

    static string? Channel(Reply row) => row.Body.GetProperty("next").GetProperty("contacts").EnumerateArray().Single().GetProperty("channel").GetString();

    // Counts are written a moment after they were made.
    static async Task<Dictionary<string, Reply>> ReportAsync(Fjordrejser here, Predicate<Dictionary<string, Reply>> holds)
    {
        var editor = await Editor.OfAsync(here);
        var site = await editor.SiteAsync();
        static Dictionary<string, Reply> Rows(Reply report) =>
            report.Body.GetProperty("inVain").EnumerateArray().Select(row => new Reply(HttpStatusCode.OK, row)).ToDictionary(row => row["words"]!);
        return Rows(await Asking.UntilAsync(() => editor.Agent.GetAsync($"/articles/sought?site={site}"), report => holds(Rows(report))));
    }
}
