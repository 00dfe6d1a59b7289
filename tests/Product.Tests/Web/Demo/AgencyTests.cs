using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Web.Demo;

[OnOneEngine]
public sealed class AgencyTests(DemoHost demo) : IClassFixture<DemoHost>
{
    static readonly string[] Languages = ["da", "pl", "ro", "en"];

    static readonly string[] Pages =
    [
        "", "/trips", "/trips/lofoten", "/trips/sognefjord", "/trips/coast", "/trips/tromso", "/trips/ringroad", "/trips/westfjords", "/trips/faroes", "/trips/disko",
        "/trips/southgreenland", "/booking/travellers?trip=coast", "/booking/rooms?trip=coast&adults=2&children=1", "/booking/contact?trip=coast&room=single",
        "/booking/summary?trip=coast&extra=bag&extra=insurance&extra=meals&extra=transfer", "/booking/done?trip=coast", "/terms", "/hours", "/contact",
    ];

    public static TheoryData<string, string> Everywhere => new(
        from language in Languages
        from page in Pages
        select (language, page));

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Every_page_speaks_its_language_and_lacks_no_word(string language, string page)
    {
        using var answer = await demo.Client.GetAsync($"/demo/{language}{page}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains("data-site=\"fjordrejser\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("⟦", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/demo/da/trips/atlantis")]
    [InlineData("/demo/ro/nowhere")]
    [InlineData("/demo/pl/booking/dessert?trip=coast")]
    public async Task What_is_not_there_says_so_in_the_agencys_own_words(string page)
    {
        using var answer = await demo.Client.GetAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/demo/assets/fjordrejser.css", "text/css")]
    [InlineData("/demo/assets/fjordrejser.js", "text/javascript")]
    [InlineData("/demo/assets/icon.svg", "image/svg+xml")]
    public async Task The_pages_bring_their_own_style_script_and_picture(string asset, string type)
    {
        using var answer = await demo.Client.GetAsync(asset);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_basket_adds_up()
    {
        var html = await demo.Client.GetStringAsync("/demo/en/booking/summary?trip=coast&adults=2&children=1&room=single&extra=bag");
        // 2 × 19,800 + 0.75 × 19,800 + 2 × 5,200 + 3 × 450
        Assert.Contains("DKK 66,200", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_speaks_the_readers_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo");
        request.Headers.AcceptLanguage.ParseAdd("de, pl;q=0.8, en;q=0.5");
        using var answer = await demo.Client.SendAsync(request);
        Assert.Contains("<html lang=\"pl\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_start_page()
    {
        using var answer = await demo.Client.GetAsync("/");
        Assert.Equal("/demo", answer.Headers.Location?.ToString());
    }
}
