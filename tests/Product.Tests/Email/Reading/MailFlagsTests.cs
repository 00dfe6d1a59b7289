using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Reading;

[OnOneEngine]
public sealed class MailFlagsTests
{
    [Theory]
    [InlineData("From: a@example.com", "")]
    [InlineData("Auto-Submitted: no", "")]
    [InlineData("Auto-Submitted: auto-replied", "autoReply suppress")]
    [InlineData("Auto-Submitted: auto-generated (nightly)", "autoReply suppress")]
    [InlineData("Precedence: bulk", "list suppress")]
    [InlineData("Precedence: list", "list suppress")]
    [InlineData("Precedence: junk", "suppress")]
    [InlineData("Precedence: auto_reply", "autoReply suppress")]
    [InlineData("X-Autoreply: yes", "autoReply suppress")]
    [InlineData("List-Id: <news.example.com>", "list suppress")]
    [InlineData("List-Unsubscribe: <https://example.com>", "list suppress")]
    [InlineData("X-Auto-Response-Suppress: All", "suppress")]
    [InlineData("X-Auto-Response-Suppress: DR, RN", "")]
    [InlineData("Return-Path: <>", "suppress")]
    [InlineData("Return-Path: <a@example.com>", "")]
    [InlineData("From: MAILER-DAEMON@example.com (Mail Delivery System)", "suppress")]
    [InlineData("From: postmaster@example.com", "suppress")]
    [InlineData("Return-Path: <>\r\nFrom: MAILER-DAEMON@example.com\r\nSubject: failure notice", "bounce suppress")]
    [InlineData("Return-Path: <>\r\nFrom: System <system@example.com>\r\nSubject: Undeliverable: Hello", "bounce suppress")]
    [InlineData("Subject: Undeliverable: my parcel", "")]
    [InlineData("X-Failed-Recipients: a@example.com\r\nFrom: Mailer-Daemon@example.com", "bounce suppress")]
    [InlineData("X-Kanal-Loop: 1", "loop suppress")]
    [InlineData("Delivered-To: a@example.com\r\nDelivered-To: A@example.com", "loop suppress")]
    [InlineData("Delivered-To: a@example.com\r\nDelivered-To: b@example.com", "")]
    public void A_sender_is_known_for_what_it_is(string headers, string wanted)
    {
        var flags = Letter.Understood($"{headers}\r\n\r\nHello").Flags;
        (bool Is, string Name)[] known = [(flags.AutoReply, "autoReply"), (flags.Bounce, "bounce"), (flags.List, "list"), (flags.Loop, "loop"), (flags.SuppressAutoReply, "suppress")];
        Assert.Equal(wanted, string.Join(' ', known.Where(flag => flag.Is).Select(flag => flag.Name)));
    }

    [Fact]
    public void A_letter_that_went_round_and_round_is_a_loop() =>
        Assert.True(Letter.Understood(string.Concat(Enumerable.Repeat("Received: from a by b\r\n", 60)) + "\r\nHello").Flags.Loop);
}
