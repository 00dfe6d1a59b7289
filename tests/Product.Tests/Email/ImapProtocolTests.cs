using System.Globalization;
using System.Text;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Servers;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>What real mail servers do seldom, and strangers may do at any time.</summary>
[OnOneEngine]
public sealed class ImapProtocolTests
{
    const string Selected = "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 44] ok\r\n";

    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_may_come_one_at_a_time_and_news_anywhere()
    {
        await using var peer = ScriptedPeer.Imap("IDLE", async peer =>
        {
            var tag = (await peer.HearAsync("K")).Split(' ')[0];
            foreach (var one in $"* 3 FETCH (FLAGS (\\Seen))\r\n* 4 EXISTS\r\n* 2 FETCH (FLAGS () UID 42 BODY[] {{9}}\r\nline\r\n)\r\n)\r\n* OK still here\r\n* 1 EXPUNGE\r\n{tag} OK done\r\n")
            {
                await peer.SayAsync(one.ToString());
            }
        });
        await using var mailbox = await OpenAsync(peer);
        using var message = new MemoryStream();
        Assert.Equal(9, await mailbox.FetchToAsync(42, message, _ct));
        Assert.Equal("line\r\n)\r\n", Encoding.UTF8.GetString(message.ToArray()));
    }

    [Theory]
    [InlineData("* 2 FETCH (BODY[] \"short \\\"one\\\"\" UID 42)", "short \"one\"")]
    [InlineData("* 2 FETCH (BODY[] ~{3}\r\nabc UID 42)", "abc")]
    [InlineData("* 2 FETCH (UID 42 BODY[] {0}\r\n)", "")]
    [InlineData("* 2 FETCH (UID 42 BODY[] NIL)", null)]
    [InlineData("* 2 FETCH (UID 41 FLAGS ())", null)]
    [InlineData("* 2 FETCH (UID 42 X-GM-LABELS (\"a (b\" {3}\r\n)\"( NIL) BODY[] {2}\r\nok)", "ok")]
    public async Task A_letter_may_come_in_any_form_that_the_rules_allow(string said, string? text)
    {
        await using var peer = ScriptedPeer.Imap("", peer => peer.AnswerAsync("UID FETCH 42 (UID BODY.PEEK[])", "OK done\r\n", said + "\r\n"));
        await using var mailbox = await OpenAsync(peer);
        using var message = new MemoryStream();
        Assert.Equal(text?.Length, await mailbox.FetchToAsync(42, message, _ct));
        Assert.Equal(text ?? "", Encoding.UTF8.GetString(message.ToArray()));
    }

    [Theory]
    [InlineData("K99 OK somebody else's\r\n", MailFaultKind.Protocol)]
    [InlineData("+ go on\r\n", MailFaultKind.Protocol)]
    [InlineData("* BYE too many of you\r\n", MailFaultKind.Closed)]
    [InlineData("* 1 FETCH (UID 42 BODY[] {100}\r\nhalf of it", MailFaultKind.Closed)]
    [InlineData("* 1 FETCH (UID 42 BODY[] {99999999999}\r\n", MailFaultKind.TooLarge)]
    [InlineData("* 1 FETCH (UID 42 BODY[] {-1}\r\n", MailFaultKind.Protocol)]
    [InlineData("* 1 FETCH (UID {2000000}\r\n", MailFaultKind.TooLarge)]
    [InlineData("* 1 FETCH (UID 42 FLAGS (\r\n", MailFaultKind.Protocol)]
    [InlineData("* 1 FETCH ((((((((((((((((((((((((((((((((((((((((((((1\r\n", MailFaultKind.Protocol)]
    [InlineData("* 1 FETCH (\"open\r\n", MailFaultKind.Protocol)]
    [InlineData("* OK [UIDVALIDITY 8] made anew\r\n", MailFaultKind.Closed)]
    [InlineData("\r\n", MailFaultKind.Protocol)]
    [InlineData("", MailFaultKind.Closed)]
    public async Task What_makes_no_sense_ends_the_connection_and_is_said(string said, MailFaultKind kind)
    {
        await using var peer = ScriptedPeer.Imap("", async peer =>
        {
            await peer.AnswerAsync("SELECT", "OK [READ-WRITE] in\r\n", Selected);
            await peer.HearAsync("K");
            await peer.SayAsync(said);
            await peer.HangUpAsync();
        });
        await using var mailbox = await OpenAsync(peer);
        Assert.Equal(new FolderState(7, 44, 3, false), await mailbox.SelectAsync("INBOX", readOnly: false, _ct));
        var fault = await Assert.ThrowsAsync<MailFault>(() => mailbox.FetchToAsync(42, Stream.Null, _ct));
        Assert.Equal(kind, fault.Kind);
        Assert.False(mailbox.IsOpen);
        await Assert.ThrowsAsync<MailFault>(() => mailbox.UidsAfterAsync(0, _ct));
    }

    [Fact]
    public async Task A_line_without_an_end_is_not_read_to_its_end()
    {
        await using var peer = ScriptedPeer.Imap("", async peer =>
        {
            await peer.HearAsync("K");
            var much = new string('1', 1_000_000);
            while (true)
            {
                await peer.SayAsync(much);
            }
        });
        await using var mailbox = await OpenAsync(peer);
        Assert.Equal(MailFaultKind.Protocol, (await Assert.ThrowsAsync<MailFault>(() => mailbox.UidsAfterAsync(0, _ct))).Kind);
    }

    [Fact]
    public async Task The_last_message_is_not_taken_for_a_new_one()
    {
        await using var peer = ScriptedPeer.Imap("", peer => peer.AnswerAsync("UID SEARCH UID 43:*", "OK done\r\n", "* SEARCH 42 50 44\r\n* SEARCH (MODSEQ 9)\r\n"));
        await using var mailbox = await OpenAsync(peer);
        Assert.Equal([44u, 50u], await mailbox.UidsAfterAsync(42, _ct));
    }

    [Fact]
    public async Task Waiting_begins_again_before_half_an_hour_has_passed()
    {
        await using var peer = ScriptedPeer.Imap("IDLE", async peer =>
        {
            await peer.AnswerAsync("EXAMINE", "OK in\r\n", Selected);
            var tag = (await peer.HearAsync("K")).Split(' ')[0];
            await peer.SayAsync("+ idling\r\n* OK still here\r\n");
            await peer.HearAsync("DONE");
            await peer.SayAsync($"{tag} OK done\r\n");
            tag = (await peer.HearAsync("K")).Split(' ')[0];
            await peer.SayAsync("+ idling\r\n* 4 EXISTS\r\n");
            await peer.HearAsync("DONE");
            await peer.SayAsync($"{tag} OK done\r\n");
        });
        var clock = new SignallingClock(TimeSpan.FromMinutes(28));
        await using var mailbox = await OpenAsync(peer, clock);
        await mailbox.SelectAsync("INBOX", readOnly: true, _ct);
        var waiting = mailbox.IdleAsync(_ct);
        await clock.PassAsync(_ct);
        await waiting;
    }

    [Theory]
    [InlineData("")]
    [InlineData("IDLE")]
    public async Task Where_the_server_cannot_tell_it_is_asked_every_minute(string capabilities)
    {
        await using var peer = ScriptedPeer.Imap(capabilities, async peer =>
        {
            await peer.AnswerAsync("EXAMINE", "OK in\r\n", Selected);
            if (capabilities.Length > 0)
            {
                await peer.AnswerAsync("IDLE", "BAD not today\r\n");
            }

            await peer.AnswerAsync("NOOP", "OK nothing\r\n");
            await peer.AnswerAsync("NOOP", "OK\r\n", "* 4 EXISTS\r\n");
        });
        var clock = new SignallingClock(TimeSpan.FromMinutes(1));
        await using var mailbox = await OpenAsync(peer, clock);
        await mailbox.SelectAsync("INBOX", readOnly: true, _ct);
        var waiting = mailbox.IdleAsync(_ct);
        await clock.PassAsync(_ct);
        await clock.PassAsync(_ct);
        await waiting;
    }

    [Fact]
    public async Task A_password_beyond_ASCII_waits_until_it_is_asked_for()
    {
        await using var peer = ScriptedPeer.Play(async peer =>
        {
            await peer.SayAsync("* OK hello\r\n");
            await peer.AnswerAsync("CAPABILITY", "OK\r\n", "* CAPABILITY IMAP4rev1\r\n");
            var tag = (await peer.HearAsync("K")).Split(' ')[0];
            await peer.SayAsync("* OK one moment\r\n+ go on\r\n");
            await peer.HearAsync("zażółć");
            await peer.SayAsync($"{tag} OK [CAPABILITY IMAP4rev1 MOVE] in\r\n");
        });
        await using var mailbox = await ImapConnection.OpenAsync(peer.WithUser with { User = "a\"b\\c", Password = "zażółć" }, TimeProvider.System, _ct);
        Assert.Contains("MOVE", mailbox.Capabilities);
        Assert.Equal("K2 LOGIN \"a\\\"b\\\\c\" {10}", peer.Heard[1]);
    }

    [Theory]
    [InlineData("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hello\r\n", MailSecurity.None, MailFaultKind.NoLogin)]
    [InlineData("* OK [CAPABILITY IMAP4rev1] hello\r\n", MailSecurity.StartTls, MailFaultKind.NoTls)]
    [InlineData("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hello\r\n", MailSecurity.StartTls, MailFaultKind.NoTls)]
    [InlineData("* BYE go away\r\n", MailSecurity.None, MailFaultKind.Closed)]
    [InlineData("220 mail ESMTP\r\n", MailSecurity.None, MailFaultKind.Protocol)]
    public async Task No_password_goes_where_it_should_not(string greeting, MailSecurity security, MailFaultKind kind)
    {
        await using var peer = ScriptedPeer.Play(peer => peer.SayAsync(greeting));
        var fault = await Assert.ThrowsAsync<MailFault>(() => ImapConnection.OpenAsync(peer.WithUser with { Security = security }, TimeProvider.System, _ct));
        Assert.Equal(kind, fault.Kind);
        Assert.Empty(peer.Heard);
    }

    [Fact]
    public async Task What_was_offered_before_TLS_is_forgotten()
    {
        var certificate = TestCertificate.For("localhost");
        await using var peer = ScriptedPeer.Play(async peer =>
        {
            await peer.SayAsync("* OK [CAPABILITY IMAP4rev1 STARTTLS MOVE] hello\r\n");
            await peer.AnswerAsync("STARTTLS", "OK go on\r\n");
            await peer.BeginTlsAsync(certificate);
            await peer.AnswerAsync("CAPABILITY", "OK\r\n", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n");
            await peer.HearAsync("K3 AUTHENTICATE PLAIN");
            await peer.SayAsync("+ \r\n");
            await peer.HearAsync(Convert.ToBase64String("\0support@example.test\0secret1"u8));
            await peer.SayAsync("K3 OK in\r\n");
            await peer.AnswerAsync("CAPABILITY", "OK\r\n", "* CAPABILITY IMAP4rev1 IDLE\r\n");
        });
        await using var mailbox = await ImapConnection.OpenAsync(peer.WithUser with { Security = MailSecurity.StartTls, TrustedFingerprint = certificate.Fingerprint }, TimeProvider.System, _ct);
        Assert.Equal(["IDLE", "IMAP4REV1"], mailbox.Capabilities.Order());
    }

    [Fact]
    public async Task What_was_smuggled_in_before_TLS_is_refused()
    {
        await using var peer = ScriptedPeer.Play(async peer =>
        {
            await peer.SayAsync("* OK [CAPABILITY IMAP4rev1 STARTTLS] hello\r\n");
            await peer.AnswerAsync("STARTTLS", "OK go on\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n");
        });
        var fault = await Assert.ThrowsAsync<MailFault>(() => ImapConnection.OpenAsync(peer.WithUser with { Security = MailSecurity.StartTls }, TimeProvider.System, _ct));
        Assert.Equal(MailFaultKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task Whatever_a_server_says_ends_in_an_answer_or_a_fault()
    {
        const string Sense = "* 2 FETCH (UID 42 FLAGS (\\Seen) BODY[HEADER.FIELDS (A)] {3}\r\nabc ENVELOPE (NIL \"q\\\"\" ((NIL))) BODY[] {5}\r\nhello)\r\n* 9 EXISTS\r\n+ x\r\n* SEARCH 1 2\r\n* OK [UIDNEXT 4] t\r\n* LIST (\\A) \"/\" {1}\r\nx\r\nK2 OK done\r\n";
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            await using var peer = ScriptedPeer.Imap("", async peer =>
            {
                await peer.HearAsync("K");
                await peer.SayAsync(Mangled(Sense, random));
                await peer.HangUpAsync();
            });
            await using var mailbox = await OpenAsync(peer);
            try
            {
                await mailbox.FetchToAsync(42, Stream.Null, _ct);
            }
            catch (MailFault)
            {
                Assert.True(true, string.Create(CultureInfo.InvariantCulture, $"{seed}"));
            }
        }
    }

    static string Mangled(string text, Random random)
    {
        var mangled = new StringBuilder(text);
        for (var times = random.Next(1, 12); times > 0 && mangled.Length > 10; times--)
        {
            var at = random.Next(mangled.Length - 5);
            _ = random.Next(4) switch
            {
                0 => mangled.Remove(at, random.Next(1, 5)),
                1 => mangled.Insert(at, (char)random.Next(256)),
                2 => mangled.Insert(at, "(){}[]\"\\\r\n *+~0"[random.Next(15)]),
                _ => mangled.Insert(at, mangled.ToString(at, 5)),
            };
        }

        return mangled.ToString();
    }

    static Task<ImapConnection> OpenAsync(ScriptedPeer peer, TimeProvider? time = null) => ImapConnection.OpenAsync(peer.WithUser, time ?? TimeProvider.System, _ct);
}
