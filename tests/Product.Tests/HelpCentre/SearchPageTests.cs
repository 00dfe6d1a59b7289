using System.Net;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.HelpCentre;

public sealed class SearchPageTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IDisposable
{
    readonly Reader _reader = new(here.Kanal);

    [Fact]
    public async Task A_search_forgives_and_marks_what_it_found()
    {
        await (await Editor.OfAsync(here)).PublishedAsync("How much you may bring", "Your luggage may weigh 23 kg.");
        (await _reader.HelpAsync("/en/search?q=lugage")).Expect(HttpStatusCode.OK)
            .Says("<h1>Answers to “lugage”</h1>", ">How much you may bring</a>", "Your <mark>luggage</mark> may weigh 23 kg.", "We also looked for: luggage", "noindex");
    }

    [Fact]
    public async Task A_search_in_vain_leads_on()
    {
        await (await Editor.OfAsync(here)).PublishedAsync("Saunas by the fjord", "Bring a towel.");
        var page = (await _reader.HelpAsync("/en/search?q=xylophone")).Expect(HttpStatusCode.OK);
        page.Says("We found nothing for “xylophone”", "href=\"/help/fjordrejser/en/contact\"");
        page.DoesNotSay("Perhaps one of these?");
        (await _reader.HelpAsync("/en/search?q=xylophone%20sauna")).Says(">Saunas by the fjord</a>");
    }

    [Fact]
    public async Task What_is_written_in_another_language_only_is_a_near_miss()
    {
        await (await Editor.OfAsync(here)).PublishedAsync("Narwhals", "In Greenland.");
        (await _reader.HelpAsync("/da/search?q=narwhals")).Says("lang=\"en\">Narwhals</a>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%20")]
    public async Task Who_has_written_nothing_is_asked_to(string query) => (await _reader.HelpAsync($"/en/search{query}")).Expect(HttpStatusCode.OK).Says("Write what you are looking for.");

    [Fact]
    public async Task Hostile_and_endless_searches_are_only_words()
    {
        (await _reader.HelpAsync($"/en/search?q={new string('x', 6000)}")).Expect(HttpStatusCode.OK);
        using var answer = await here.Kanal.Client.GetAsync($"{Reader.Home}/en/search?q={Uri.EscapeDataString("\"><script>alert(1)</script>")}");
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _reader.Dispose();
}
