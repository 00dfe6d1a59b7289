using Kanal.Channels.Email.Reading;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Reading;

[OnOneEngine]
public sealed class SafeHtmlTests
{
    [Theory]
    [InlineData("<p>Hi <b>you</b></p>", "<p>Hi <b>you</b></p>")]
    [InlineData("<html><head><title>x</title><style>p{}</style></head><body><p>a</body></html>", "<p>a</p>")]
    [InlineData("a<script>alert(1)</script>b", "ab")]
    [InlineData("a<SCRIPT src=x>alert(1)</script >b", "ab")]
    [InlineData("<img src=x onerror=alert(1)>", "<img>")]
    [InlineData("<p onclick=alert(1) style='color:red'>x", "<p style=\"color: red\">x</p>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href=' java\nscript:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href='&#106;avascript:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href='data:text/html,x'>x</a>", "<a>x</a>")]
    [InlineData("<a href='https://example.com/?a=1&b=\"'>x</a>", "<a href=\"https://example.com/?a=1&amp;b=&quot;\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>")]
    [InlineData("<a href='tel:+4512345678'>x</a>", "<a href=\"tel:+4512345678\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>")]
    [InlineData("<svg><script>x</script><p>in</svg>out", "out")]
    [InlineData("<math><mi><style><img src=x onerror=alert(1)></style></mi></math>out", "out")]
    [InlineData("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>x", "<p title=\"&lt;/noscript&gt;&lt;img src=x onerror=alert(1)&gt;\">x</p>")]
    [InlineData("<iframe src=x></iframe><object data=x>y</object><embed src=x><form action=x><input name=y>z</form>", "z")]
    [InlineData("<template><img src=x></template><textarea><b></textarea>x", "x")]
    [InlineData("<o:p>Word</o:p>", "Word")]
    [InlineData("<p id=x class=y name=z>x</p>", "<p>x</p>")]
    [InlineData("<b><i>x</b>y</i>", "<b><i>x</i></b>y")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d")]
    [InlineData("</div></p>x<br/>y</br>", "x<br>y<br>")]
    [InlineData("a &lt;b&gt; &amp; c", "a &lt;b&gt; &amp; c")]
    [InlineData("<div style='display:none'>preheader</div>x", "x")]
    [InlineData("<base href=x><meta http-equiv=refresh content=x><link rel=stylesheet href=x>x", "x")]
    public void Only_what_is_listed_is_written_and_it_is_balanced(string html, string safe) => Assert.Equal(safe, SafeHtml.Of(html).Html);

    [Theory]
    [InlineData("background:url(https://x)", "")]
    [InlineData("background:\\75rl(x)", "")]
    [InlineData("background:u/**/rl(x)", "")]
    [InlineData("background-color:#fff", "background-color: #fff")]
    [InlineData("color:rgb(1, 2, 3)", "color: rgb(1, 2, 3)")]
    [InlineData("position:fixed;top:0;color:red", "color: red")]
    [InlineData("margin:-50px", "")]
    [InlineData("margin-top:-.5em", "")]
    [InlineData("width:99999px", "")]
    [InlineData("width:600px", "width: 600px")]
    [InlineData("width:expression(alert(1))", "")]
    [InlineData("color:var(--x)", "")]
    [InlineData("font-family:'Segoe UI', Arial", "font-family: 'Segoe UI', Arial")]
    [InlineData("-moz-binding:url(x)", "")]
    [InlineData("z-index:9;transform:scale(9);float:left", "")]
    [InlineData("color:red}body{display:none", "")]
    public void A_style_loads_nothing_and_covers_nothing(string style, string safe) =>
        Assert.Equal(safe.Length == 0 ? "<p>x</p>" : $"<p style=\"{safe}\">x</p>", SafeHtml.Of($"<p style=\"{style}\">x</p>").Html);

    [Theory]
    [InlineData("https://x/a.png", "<img data-remote-src=\"https://x/a.png\">", true)]
    [InlineData("//x/a.png", "<img data-remote-src=\"https://x/a.png\">", true)]
    [InlineData("cid:a@b", "<img src=\"cid:a@b\" data-cid=\"a@b\">", false)]
    [InlineData("data:image/png;base64,AAAA", "<img src=\"data:image/png;base64,AAAA\">", false)]
    [InlineData("data:image/svg+xml;base64,AAAA", "<img>", false)]
    [InlineData("file:///etc/passwd", "<img>", false)]
    [InlineData("a.png", "<img>", false)]
    public void Remote_pictures_wait_and_own_ones_stay(string source, string safe, bool waits)
    {
        var html = SafeHtml.Of($"<img src='{source}' srcset='https://x/b.png 2x'>");
        Assert.Equal((safe, waits), (html.Html, html.HasRemotePictures));
    }

    [Theory]
    [InlineData("<p>Hi</p><blockquote type=cite>old</blockquote>", "<p>Hi</p><blockquote data-quoted type=\"cite\">old</blockquote>")]
    [InlineData("<p>Hi</p><div>On 1 Jan 2024, at 10:11, Anna wrote:</div><br><blockquote type=cite>old</blockquote>", "<p>Hi</p><div data-quoted>On 1 Jan 2024, at 10:11, Anna wrote:</div><br><blockquote data-quoted type=\"cite\">old</blockquote>")]
    [InlineData("<p>Hi</p><div class='gmail_quote'><div class=gmail_attr>Anna:</div>old</div>", "<p>Hi</p><div data-quoted><div>Anna:</div>old</div>")]
    [InlineData("<div>Hi<hr><div id=divRplyFwdMsg>From: x</div><p>old</p></div>more", "<div>Hi<hr><div data-quoted>From: x</div><p data-quoted>old</p></div><span data-quoted>more</span>")]
    [InlineData("<p>Hi</p><div class='gmail_signature'>Anna</div>", "<p>Hi</p><div data-signature>Anna</div>")]
    public void What_is_quoted_is_marked_for_the_desk(string html, string safe) =>
        Assert.Equal(safe.Replace(" type=\"cite\"", "", StringComparison.Ordinal), SafeHtml.Of(html).Html.Replace(" type=\"cite\"", "", StringComparison.Ordinal));
}
