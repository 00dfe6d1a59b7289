using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Mime;

[OnOneEngine]
public sealed class HeaderTests
{
    [Theory]
    [InlineData("Grødgrød", "=?utf-8?Q?Gr=C3=B8dgr=C3=B8d?=")]
    [InlineData("Zażółć gęślą jaźń", "=?UTF-8?B?WmHFvMOzxYLEhyBnxJnFm2zEhSBqYcW6xYQ=?=")]
    [InlineData("Zażółć gęślą", "=?iso-8859-2?Q?Za=BF=F3=B3=E6_g=EA=B6l=B1?=")]
    [InlineData("știință", "=?iso-8859-16?Q?=BAtiin=FE=E3?=")]
    [InlineData("ab", "=?us-ascii?Q?a?= =?us-ascii?Q?b?=")]
    [InlineData("ab", "=?us-ascii?Q?a?=\r\n\t=?us-ascii?Q?b?=")]
    [InlineData("a b", "=?us-ascii?Q?a?= b")]
    [InlineData("a b", "=?us-ascii*en?Q?a_b?=")]
    [InlineData("ø", "=?utf-8?Q?=C3?= =?utf-8?Q?=B8?=")]
    [InlineData("Så er det", "=?utf-8?Q?S=C3=A5 er det?=")]
    [InlineData("Cut off", "Cut =?utf-8?Q?off")]
    [InlineData("=?nonsense", "=?nonsense")]
    [InlineData("a?b", "=?utf-8?q?a=3Fb?=")]
    [InlineData("Blåbær", "Bl\\xe5b\\xe6r")]
    [InlineData("Blåbær", "Blåbær")]
    [InlineData("first second", "first\r\n second")]
    public void A_subject_reads_as_it_was_meant(string wanted, string written) => Assert.Equal(wanted, Letter.Headed($"Subject: {written}").Subject);

    [Fact]
    public void Letters_beyond_ascii_are_read_in_the_charset_that_the_message_names()
    {
        var mail = Letter.Headed("Subject: \\xf0\\xd2\\xc9\\xd7\\xc5\\xd4\r\nContent-Type: text/plain; charset=koi8-r");
        Assert.Equal("Привет", mail.Subject);
    }

    [Fact]
    public void Fields_keep_their_order_and_are_found_without_regard_to_case()
    {
        var headers = Letter.Headed("Received: one\r\nSubject: x\r\nreceived: two").Headers;
        Assert.Equal(["one", "two"], headers.All("RECEIVED"));
        Assert.Equal(["Received", "Subject", "received"], headers.Fields.Select(field => field.Name));
        Assert.Null(headers["X-Missing"]);
    }

    [Fact]
    public void A_damaged_line_costs_only_itself()
    {
        var mail = Letter.Headed("Subject: x\r\nthis is no field\r\nFrom: a@example.com");
        Assert.Equal("a@example.com", mail.From.Single().Address);
        Assert.Equal("Hello\n", mail.Text);
    }

    [Fact]
    public void A_header_without_a_blank_line_below_loses_no_text() =>
        Assert.Equal("Dear all,\nhello\n", Letter.Read("Subject: x\nDear all,\nhello\n").Text);

    [Theory]
    [InlineData("From somebody Mon Jan  1 00:00:00 2024\nSubject: x\n\nHello")]
    [InlineData("\n\nSubject: x\n\nHello")]
    [InlineData("\ufeffSubject: x\n\nHello")]
    [InlineData("Subject : x\n\nHello")]
    [InlineData("Subject: x\r\rHello")]
    public void What_programs_put_in_front_or_between_does_no_harm(string message)
    {
        var mail = Letter.Read(message);
        Assert.Equal(("x", "Hello"), (mail.Subject, mail.Text));
    }

    [Theory]
    [InlineData("<a@b>", "a@b")]
    [InlineData("  <a@b> (comment)", "a@b")]
    [InlineData("a@b", "a@b")]
    [InlineData("12223", "12223")]
    public void An_identifier_is_without_its_brackets(string written, string wanted) => Assert.Equal(wanted, Letter.Headed($"Message-ID: {written}").MessageId);

    [Fact]
    public void References_are_all_there_in_their_order()
    {
        var mail = Letter.Headed("References: <1@a>\r\n <2@a><3@a>, <4@a>\r\nIn-Reply-To: Your message of Monday <4@a>");
        Assert.Equal(["1@a", "2@a", "3@a", "4@a"], mail.References);
        Assert.Equal(["4@a"], mail.InReplyTo);
    }
}
