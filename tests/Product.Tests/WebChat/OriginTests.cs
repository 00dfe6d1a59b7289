using System.Net;
using System.Net.Http.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class OriginTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    const string Start = $"/public/v1/sites/{Organisation.Site}/conversations";

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://fjordrejser.example")]
    [InlineData("https://fjordrejser.example.evil.example")]
    [InlineData("https://fjordrejser.example:444")]
    [InlineData("null")]
    public async Task A_page_that_the_site_does_not_allow_is_refused_and_leaves_nothing(string origin)
    {
        var before = await here.RowsAsync();
        using var answer = await StartFromAsync(origin);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("urn:kanal:problem:origin-not-allowed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Empty((await here.RowsAsync()).Except(before));
    }

    [Fact]
    public async Task A_page_of_the_site_is_let_in_and_may_read_the_answer()
    {
        using var answer = await StartFromAsync(Organisation.Origin);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal([Organisation.Origin], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_page_of_the_site_may_read_what_was_wrong()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Start) { Content = JsonContent.Create(new { clientId = "a", channel = "chat", text = "" }), Headers = { { "Origin", Organisation.Origin } } };
        using var answer = await here.Organisation.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([Organisation.Origin], answer.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Our_own_pages_are_let_in()
    {
        using var answer = await StartFromAsync(here.Kanal.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData(Organisation.Origin, HttpStatusCode.NoContent)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    public async Task A_browser_that_asks_first_is_told(string origin, HttpStatusCode status)
    {
        var visitor = await here.Organisation.NewConversationAsync();
        foreach (var path in new[] { Start, $"/public/v1/conversations/{visitor.Conversation}/messages" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path)
            {
                Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,content-type" } },
            };
            using var answer = await here.Organisation.Http.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(status == HttpStatusCode.NoContent, answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task A_token_does_not_help_a_page_that_is_not_allowed()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/public/v1/conversations/{visitor.Conversation}/messages")
        {
            Headers = { { "Origin", "https://evil.example" }, { "Authorization", $"Bearer {visitor.Bearer}" } },
        };
        using var answer = await here.Organisation.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    async Task<HttpResponseMessage> StartFromAsync(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Start)
        {
            Content = JsonContent.Create(new { clientId = VisitorClient.NewClientId(), channel = "chat", text = "Hej" }),
            Headers = { { "Origin", origin } },
        };
        return await here.Organisation.Http.SendAsync(request);
    }
}
