using System.Text;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Mime;

[OnOneEngine]
public sealed class PartTests
{
    [Fact]
    public void Text_html_pictures_and_files_are_told_apart()
    {
        var mail = Letter.Read("""
            Content-Type: multipart/mixed; boundary="outer"

            This is for programs that do not know MIME.
            --outer
            Content-Type: multipart/related; boundary="inner"

            --inner
            Content-Type: multipart/alternative; boundary="inner most"

            --inner most
            Content-Type: text/plain

            Plain
            --inner most
            Content-Type: text/html

            <p>Rich</p>
            --inner most--
            --inner
            Content-Type: image/png
            Content-ID: <logo@a>
            Content-Disposition: inline; filename=logo.png

            png
            --inner--
            --outer
            Content-Type: text/plain; name=notes.txt

            Notes
            --outer--
            And this too.
            """);
        Assert.Equal(("Plain", "<p>Rich</p>"), (mail.Text, mail.Html));
        Assert.Equal([("logo.png", "image/png", 3L, true, "logo@a"), ("notes.txt", "text/plain", 5L, false, null)], mail.Files.Select(file => (file.Name, file.Type, file.Size, file.Inline, file.ContentId)));
    }

    [Theory]
    [InlineData("--b\n\none\n--b\nContent-Type: text/html\n\ntwo\n--b--\n", "one", "two")]
    [InlineData("--b\n\none\n--b\nContent-Type: text/html\n\ntwo", "one", "two")]
    [InlineData("--b \t\r\n\r\none\r\n--b\r\nContent-Type: text/html\r\n\r\ntwo\r\n--b--  ", "one", "two")]
    [InlineData("--b\n\none\n--bc\n--b\nContent-Type: text/html\n\ntwo\n--b--\n--b\n\nthree", "one\n--bc", "two")]
    [InlineData("--b\n--b\n\none\n--b--", "one", null)]
    [InlineData("--b\nContent-Type: text/html\n--b\n\none\n--b--", "one", "")]
    [InlineData("--b\n\n--b\n\nnot empty", "", null)]
    public void Boundaries_hold_whatever_is_missing(string body, string? text, string? html)
    {
        var mail = Letter.Read($"Content-Type: multipart/mixed; boundary=b\n\n{body}");
        Assert.Equal((text, html), (mail.Text, mail.Html));
    }

    [Fact]
    public void A_message_that_names_no_boundary_still_shows_its_text()
    {
        var mail = Letter.Read("Content-Type: multipart/alternative\n\nBlah blah");
        Assert.Null(mail.Text);
        Assert.Equal("Blah blah", ReadMail.Of(mail).VisibleText);
    }

    [Fact]
    public void A_message_within_a_message_is_a_file_and_can_be_read()
    {
        var mail = Letter.Read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below\n--b\nContent-Type: message/rfc822\n\nSubject: Inside\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nHello\n--c--\n--b--\n");
        Assert.Equal("See below", mail.Text);
        using var content = mail.Files.Single(file => file.Type == "message/rfc822").Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        var inside = Mail.Read(copy);
        Assert.Equal(("Inside", "Hello"), (inside.Subject, inside.Text));
    }

    [Fact]
    public void Winmail_is_kept_as_a_file() =>
        Assert.Equal("winmail.dat", Letter.Read("Content-Type: application/ms-tnef; name=\"winmail.dat\"\nContent-Transfer-Encoding: base64\n\neJ8+\n").Files.Single().Name);

    [Fact]
    public void A_report_tells_who_was_not_reached_and_about_what()
    {
        var report = Letter.Read("""
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.com

            Final-Recipient: rfc822; ghost@example.com
            Action: Failed
            Status: 5.1.1 (no such user)
            Diagnostic-Code: smtp; 550 5.1.1 User unknown

            Final-Recipient: rfc822; slow@example.com
            Action: delayed
            Status: 4.4.1
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <ours@example.com>
            --b--
            """).Report!;
        Assert.Equal("ours@example.com", report.About);
        Assert.Equal([new("ghost@example.com", "failed", "5.1.1", "550 5.1.1 User unknown"), new MailDelivery("slow@example.com", "delayed", "4.4.1", null)], report.Deliveries);
    }

    [Fact]
    public void A_server_that_knows_no_reports_names_them_in_a_header() =>
        Assert.Equal("ghost@example.com", Letter.Headed("From: Mail Delivery System <Mailer-Daemon@example.com>\r\nX-Failed-Recipients: ghost@example.com").Report?.Deliveries.Single().Address);

    public static TheoryData<string, string> Bombs => new()
    {
        { "deep", Nested(5_000) },
        { "many parts", "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\n", 70_000)) },
        { "many boundaries and little else", "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n", 100_000)) },
        { "many headers", string.Concat(Enumerable.Repeat("a: b\n", 100_000)) + "\nHello" },
        { "a long header", "Subject: " + new string('x', 2_000_000) + "\n\nHello" },
        { "a folded header", "Subject: x\n" + string.Concat(Enumerable.Repeat(" x\n", 150_000)) },
        { "open comments", "To: " + new string('(', 250_000) + "\n\n" },
        { "colons", "To: a@" + new string(':', 250_000) + "\n\n" },
        { "open words", "Subject: " + string.Concat(Enumerable.Repeat("=?a?q?", 40_000)) + "\nTo: " + string.Concat(Enumerable.Repeat("=?a?q?x", 20_000)) + "\n\n" },
        { "parameters", "Content-Type: text/plain; " + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"a*{i}=b;")) + "\n\nHello" },
        { "deep html", "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<div>", 100_000)) },
        { "open tags", "Content-Type: text/html\n\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<font size={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 40_000)) },
        { "attributes", "Content-Type: text/html\n\n<p " + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"a{i}=b ")) + ">" },
        { "tables", "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<table><tr><td>", 40_000)) },
        { "entities", "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("&amp", 150_000)) },
        { "lesser thans", "Content-Type: text/html\n\n" + new string('<', 1_000_000) },
        { "open comment", "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<!--", 100_000)) },
        { "quotes", "\n\n" + string.Concat(Enumerable.Repeat("On 1 Jan 2024 10:11, a <a@b.example> wrote:\n> x\ny\n", 15_000)) },
        { "almost attributions", "\n\n" + string.Concat(Enumerable.Repeat("On 1 Jan 2024 10:11 wrote\n", 80_000)) },
        { "colon lines", "\n\n" + string.Concat(Enumerable.Repeat("1:\n", 200_000)) },
        { "almost headers", "\n\n" + string.Concat(Enumerable.Repeat("From: x\n\n", 70_000)) },
        { "rules", "\n\nx\n" + string.Concat(Enumerable.Repeat("---\n", 130_000)) },
        { "one line", "\n\n" + new string('>', 3_000_000) },
        { "styles", "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<p style=\"" + string.Concat(Enumerable.Repeat("a:b;", 400)) + "\">x", 1_500)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void No_message_takes_long(string name, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        Quickly.Within(TimeSpan.FromSeconds(2), name, () =>
        {
            var mail = Mail.Read(new MemoryStream(bytes));
            _ = ReadMail.Of(mail);
            _ = (mail.Subject, mail.From, mail.To, mail.Cc, mail.References, mail.Date, mail.Report, mail.Files.Sum(file => file.Size));
        });
    }

    static string Nested(int depth)
    {
        var message = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            message.Append("Content-Type: multipart/mixed; boundary=").Append('b').Append(i).Append("\n\n--b").Append(i).Append('\n');
        }

        return message.Append("\nHello").ToString();
    }
}
