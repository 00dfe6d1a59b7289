using System.Net.Http.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Access;

public sealed class CrossSiteTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task A_cookie_alone_changes_nothing()
    {
        using var desk = await installation.NewAgentAtDeskAsync();
        desk.DefaultRequestHeaders.Remove("X-Kanal-Desk");
        Assert.Equal("403 cross-site", await PreferAsync(desk));
        Assert.Equal("200", await desk.GetAsync("/api/v1/session").SummaryAsync());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", "403 cross-site")]
    [InlineData("Origin", "null", "403 cross-site")]
    [InlineData("Origin", null, "204")]
    [InlineData("Sec-Fetch-Site", "cross-site", "403 cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site", "403 cross-site")]
    [InlineData("Sec-Fetch-Site", "same-origin", "204")]
    public async Task Only_our_own_pages_change_something(string header, string? value, string outcome)
    {
        using var desk = await installation.NewAgentAtDeskAsync();
        desk.DefaultRequestHeaders.Add(header, value ?? installation.Kanal.Address.ToString().TrimEnd('/'));
        Assert.Equal(outcome, await PreferAsync(desk));
    }

    [Fact]
    public async Task Another_website_can_sign_nobody_in()
    {
        using var desk = installation.NewDesk();
        desk.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal("403 cross-site", await desk.PostAsJsonAsync("/api/v1/session", new { email = Installation.AdministratorEmail, password = Installation.Password }).SummaryAsync());
    }

    static Task<string> PreferAsync(HttpClient desk) => desk.PutAsJsonAsync("/api/v1/session/preferences", new { theme = "dark" }).SummaryAsync();
}
