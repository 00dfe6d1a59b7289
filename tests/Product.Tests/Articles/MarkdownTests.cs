using Kanal.Centre.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

[OnOneEngine]
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](http://tracker.example/pixel.png)")]
    [InlineData("![x](//tracker.example/pixel.png)")]
    [InlineData("![x](/api/v1/session)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](https://a.example \"\\\" onmouseover=alert(1)\")")]
    [InlineData("# x {onclick=alert(1)}")]
    [InlineData("```\" onload=alert(1)\nx\n```")]
    public void Nothing_that_runs_or_calls_elsewhere_gets_onto_a_page(string hostile)
    {
        var html = ArticleHtml.Of(hostile);
        using var document = System.Xml.XmlReader.Create(new StringReader($"<html>{html}</html>"));
        while (document.Read())
        {
            Assert.DoesNotContain(document.Name, (string[])["script", "img", "iframe", "style"]);
            for (var i = 0; i < document.AttributeCount; i++)
            {
                document.MoveToAttribute(i);
                Assert.Contains(document.Name, (string[])["href", "rel", "title", "class", "id"]);
                Assert.False(document.Name == "href" && !document.Value.StartsWith("https://", StringComparison.Ordinal), document.Value);
            }
        }
    }

    [Fact]
    public void Links_do_not_recommend_and_pictures_are_ours_or_travel_safely()
    {
        Assert.Equal("<p><a href=\"https://a.example\" rel=\"nofollow noopener\">x</a></p>\n", ArticleHtml.Of("[x](https://a.example)"));
        Assert.Equal("<p><img src=\"https://help.example/files/abc\" loading=\"lazy\" referrerpolicy=\"no-referrer\" alt=\"x\" /></p>\n", ArticleHtml.Of("![x](/files/abc)", "https://help.example"));
        Assert.Equal("<h2>x</h2>\n", ArticleHtml.Of("# x"));
    }

    [Fact]
    public void Plain_text_keeps_the_order_and_the_addresses()
    {
        const string Markdown = "# Move\n\nYou *can*:\n\n1. open\n2. [choose](https://a.example)\n   - a\n   - b\n\n| a | b |\n| - | - |\n| 1 | 2 |\n";
        Assert.Equal("Move\n\nYou can:\n\n1. open\n2. choose (https://a.example)\n  – a\n  – b\n\na | b\n1 | 2", ArticlePlain.Of(Markdown));
        Assert.DoesNotContain("a.example", ArticlePlain.Of(Markdown, links: false));
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*")]
    [InlineData("`")]
    [InlineData("<")]
    [InlineData("- ")]
    [InlineData("a|")]
    [InlineData("[a](")]
    [InlineData("_a ")]
    [InlineData("1. a\n")]
    public async Task Text_made_to_be_slow_is_refused_or_read_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 30_000 / piece.Length));
        var reading = Task.Run(() => ArticleMarkdown.IsReadable(text) ? ArticleHtml.Of(text) + ArticlePlain.Of(text) : null);

        // Long enough for the slowest machine: what grows without bounds would take hours.
        var read = await reading.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.True(read is null or ['<', ..], read);
    }
}
