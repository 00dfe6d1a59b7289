using System.Net;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Web;

[OnOneEngine]
public sealed partial class ApiPageTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    [Fact]
    public async Task The_page_of_the_api_is_all_our_own_and_may_ask_nobody_else()
    {
        using var page = (await kanal.Client.GetAsync("/api")).EnsureSuccessStatusCode();
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("eval", policy, StringComparison.Ordinal);
        var text = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("//", CommentsAside().Replace(text, ""), StringComparison.Ordinal);
        foreach (Match part in Parts().Matches(text))
        {
            using var answer = await kanal.Client.GetAsync($"/api/{part.Groups[1].Value.TrimStart('.', '/')}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(7, Parts().Count(text));
        Assert.Contains("/openapi/v1.json", await kanal.Client.GetStringAsync("/api/index.js"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/conversations", "401 sign-in-needed")]
    [InlineData("/api/v1/index.html", "404 not-found")]
    [InlineData("/api/nothing", "404 not-found")]
    public async Task The_calls_of_the_api_are_not_the_pages(string path, string answer) => Assert.Equal(answer, await kanal.Client.GetAsync(path).SummaryAsync());

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Parts();

    [GeneratedRegex("<!--.*?-->")]
    private static partial Regex CommentsAside();
}
