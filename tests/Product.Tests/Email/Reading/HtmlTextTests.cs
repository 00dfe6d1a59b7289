using Kanal.Channels.Email.Reading;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Reading;

[OnOneEngine]
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("One<br>Two<br><br>Three", "One\nTwo\n\nThree")]
    [InlineData("<div>One</div><div>Two</div><div><br></div><div>Three</div>", "One\nTwo\n\nThree")]
    [InlineData("<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two</p>", "One\n \nTwo")]
    [InlineData("  a \n b\t<b> c</b>", "a b c")]
    [InlineData("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c")]
    [InlineData("<ol start=3><li>a<li>b</ol>", "3. a\n4. b")]
    [InlineData("<table><tr><th>Item</th><th>Price</th></tr><tr><td>Tent</td><td>100</td></tr></table>", "Item\tPrice\nTent\t100")]
    [InlineData("<blockquote>a<br>b</blockquote>c", "> a\n> b\nc")]
    [InlineData("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n> > b")]
    [InlineData("<a href='https://example.com/x'>here</a>.", "here <https://example.com/x>.")]
    [InlineData("<a href='https://example.com/'>example.com</a>", "example.com")]
    [InlineData("<a href='mailto:a@b.example'>a@b.example</a>", "a@b.example")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("<div style='display: none'>preheader</div>Hello", "Hello")]
    [InlineData("<span style='font-size:0'>preheader</span>Hello", "Hello")]
    [InlineData("<td style='font-size:0px'><div style='font-size:14px'>shown</div></td>", "shown")]
    [InlineData("<div style='max-height:0;overflow:hidden'>preheader&zwnj;&nbsp;</div>Hello", "Hello")]
    [InlineData("<script>x</script><style>y</style><title>z</title>Hello", "Hello")]
    [InlineData("R&oslash;dgr&oslash;d &amp; fl&oslash;de", "Rødgrød & fløde")]
    [InlineData("1 < 2", "1 < 2")]
    public void Html_reads_as_text(string html, string wanted) => Assert.Equal(wanted, HtmlText.Of(html));

    [Fact]
    public void Links_are_left_out_where_only_words_are_wanted() => Assert.Equal("here", HtmlText.Of("<a href='https://example.com/x'>here</a>", hasLinks: false));
}
