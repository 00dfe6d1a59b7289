using System.Text;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Servers;
using Kanal.Channels.Email.Smtp;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>What becomes of a letter when the server does not do as it should.</summary>
[OnOneEngine]
public sealed class SmtpProtocolTests
{
    const string Small = "Subject: x\n\n.dot\r\nbare\rreturn\n..\nend";

    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_can_nothing_gets_one_command_at_a_time()
    {
        await using var peer = ScriptedPeer.Play(async peer =>
        {
            await peer.SayAsync("220 old\r\n");
            await peer.HearAsync("EHLO [127.0.0.1]");
            await peer.SayAsync("502 what?\r\n");
            await AnswersAsync(peer, ("HELO", "250 hello"), ("MAIL FROM:<a@b.test>", "250 ok"), ("RCPT TO:<c@xn--bcher-kva.test>", "250 ok"), ("RCPT TO:<d@e.test>", "452 4.5.3 later"), ("DATA", "354 go"));
            await ToDotAsync(peer);
            await peer.SayAsync("250 2.0.0 taken\r\n");
        });
        var outcome = await SendAsync(peer.Plain, ["c@bücher.test", "d@e.test"]);
        Assert.Equal([("c@bücher.test", SmtpResult.Accepted), ("d@e.test", SmtpResult.Temporary)], outcome.Recipients.Select(recipient => (recipient.Address, recipient.Result)));
        Assert.Equal("452 4.5.3 later", outcome.Recipients[1].Reply!.ToString());
        // Every line has its end, and dots are doubled where they begin one.
        Assert.Equal(["Subject: x", "", "..dot", "bare", "return", "...", "end", "."], peer.Heard.SkipWhile(line => line != "Subject: x").TakeWhile(line => line != "QUIT"));
    }

    [Fact]
    public async Task A_connection_lost_after_the_last_dot_leaves_the_result_unknown()
    {
        await using var peer = ScriptedPeer.Smtp("PIPELINING", async peer =>
        {
            await EnvelopeAsync(peer);
            await ToDotAsync(peer);
            await peer.HangUpAsync();
        });
        var outcome = await SendAsync(peer.Plain, ["c@d.test"]);
        Assert.True(outcome.IsUnknown);
        Assert.Equal(SmtpResult.Unknown, Assert.Single(outcome.Recipients).Result);
        Assert.Equal(MailFaultKind.Closed, outcome.Lost!.Kind);
    }

    [Fact]
    public async Task Who_gives_up_after_the_last_dot_does_not_know_either()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_ct);
        await using var peer = ScriptedPeer.Smtp("", async peer =>
        {
            await EnvelopeAsync(peer);
            await ToDotAsync(peer);
            await patience.CancelAsync();
        });
        await using var connection = await SmtpConnection.OpenAsync(peer.Plain, TimeProvider.System, _ct);
        var outcome = await connection.SendAsync("a@b.test", ["c@d.test"], Bytes(Small), patience.Token);
        Assert.True(outcome.IsUnknown);
        Assert.False(connection.IsOpen);
    }

    [Fact]
    public async Task A_connection_lost_before_the_last_dot_has_sent_nothing()
    {
        await using var peer = ScriptedPeer.Smtp("", async peer =>
        {
            await EnvelopeAsync(peer);
            await peer.LineAsync();
            await peer.HangUpAsync();
        });
        var fault = await Assert.ThrowsAsync<MailFault>(() => SendAsync(peer.Plain, ["c@d.test"], string.Concat(Enumerable.Repeat(new string('x', 998) + "\r\n", 30_000))));
        Assert.Equal(MailFaultKind.Closed, fault.Kind);
        Assert.True(fault.Passing);
    }

    [Theory]
    [InlineData("451 4.3.0 later", SmtpResult.Temporary)]
    [InlineData("554 5.7.1 spam", SmtpResult.Permanent)]
    public async Task A_letter_refused_after_it_was_read_is_refused_for_all(string reply, SmtpResult result)
    {
        await using var peer = ScriptedPeer.Smtp("PIPELINING,SIZE 1000,DSN", async peer =>
        {
            await AnswersAsync(peer, ("MAIL FROM:<a@b.test> SIZE=", "250 ok"), ("RCPT TO:<c@d.test> NOTIFY=", "250 ok"), ("RCPT TO:<e@f.test>", "550 5.1.1 nobody"), ("DATA", "354 go"));
            await ToDotAsync(peer);
            await peer.SayAsync(reply + "\r\n");
        });
        var outcome = await SendAsync(peer.Plain, ["c@d.test", "e@f.test"]);
        Assert.Equal([result, SmtpResult.Permanent], outcome.Recipients.Select(recipient => recipient.Result));
        Assert.Equal([reply, "550 5.1.1 nobody"], outcome.Recipients.Select(recipient => recipient.Reply!.ToString()));
    }

    [Theory]
    [InlineData("PIPELINING")]
    [InlineData("")]
    public async Task A_sender_who_is_refused_reaches_nobody(string offers)
    {
        await using var peer = ScriptedPeer.Smtp(offers, async peer =>
        {
            await AnswersAsync(peer, ("MAIL", "550 5.7.1 not you"));
            if (offers.Length > 0)
            {
                await AnswersAsync(peer, ("RCPT", "503 first MAIL"));
            }

            await AnswersAsync(peer, ("RSET", "250 ok"));
        });
        var outcome = await SendAsync(peer.Plain, ["c@d.test"]);
        Assert.Equal("550 5.7.1 not you", Assert.Single(outcome.Recipients).Reply!.ToString());
    }

    [Theory]
    [InlineData("a@b.test>\r\nRCPT TO:<evil@example.test")]
    [InlineData("a@b.test\nDATA")]
    [InlineData("a b@c.test")]
    [InlineData("\"a\r\n\"@b.test")]
    [InlineData("a@b.test> NOTIFY=NEVER")]
    [InlineData("a@")]
    [InlineData("")]
    public async Task An_address_cannot_say_commands(string address)
    {
        await using var peer = ScriptedPeer.Smtp("", _ => Task.CompletedTask);
        await using var connection = await SmtpConnection.OpenAsync(peer.Plain, TimeProvider.System, _ct);
        var fault = await Assert.ThrowsAsync<MailFault>(() => connection.SendAsync("a@b.test", ["c@d.test", address], Bytes(Small), _ct));
        Assert.Equal(MailFaultKind.BadAddress, fault.Kind);
        Assert.True(connection.IsOpen);
        Assert.Single(peer.Heard);
    }

    [Fact]
    public async Task Letters_beyond_ASCII_need_a_server_that_takes_them()
    {
        await using var peer = ScriptedPeer.Smtp("8BITMIME", _ => Task.CompletedTask);
        await using var connection = await SmtpConnection.OpenAsync(peer.Plain, TimeProvider.System, _ct);
        Assert.Equal(MailFaultKind.Refused, (await Assert.ThrowsAsync<MailFault>(() => connection.SendAsync("a@b.test", ["c@d.test"], Bytes("Subject: ø\r\n\r\nø"), _ct))).Kind);
        var outcome = await connection.SendAsync("a@b.test", ["zażółć@d.test"], Bytes(Small), _ct);
        Assert.Equal("5.6.7", Assert.Single(outcome.Recipients).Reply!.Status);
    }

    [Fact]
    public async Task AUTH_LOGIN_is_for_servers_that_know_nothing_else()
    {
        await using var peer = ScriptedPeer.Smtp("AUTH=LOGIN", peer => AnswersAsync(peer,
            ("AUTH LOGIN", "334 VXNlcm5hbWU6"), (Convert.ToBase64String("support@example.test"u8), "334 UGFzc3dvcmQ6"), (Convert.ToBase64String("secret1"u8), "235 2.7.0 in")));
        await using var connection = await SmtpConnection.OpenAsync(peer.WithUser, TimeProvider.System, _ct);
        Assert.True(connection.IsOpen);
    }

    [Theory]
    [InlineData("220 x\r\n", "250 nothing\r\n", MailSecurity.None, MailFaultKind.NoLogin)]
    [InlineData("220 x\r\n", "250-x\r\n250 AUTH CRAM-MD5\r\n", MailSecurity.None, MailFaultKind.NoLogin)]
    [InlineData("220 x\r\n", "250-x\r\n250 AUTH PLAIN\r\n", MailSecurity.StartTls, MailFaultKind.NoTls)]
    [InlineData("220 x\r\n", "250-x\r\n550 y\r\n", MailSecurity.None, MailFaultKind.Protocol)]
    [InlineData("220 x\r\n", "hello\r\n", MailSecurity.None, MailFaultKind.Protocol)]
    [InlineData("421 4.3.2 too busy\r\n", "", MailSecurity.None, MailFaultKind.Unavailable)]
    [InlineData("554 5.7.1 not you\r\n", "", MailSecurity.None, MailFaultKind.Refused)]
    [InlineData("* OK IMAP4rev1\r\n", "", MailSecurity.None, MailFaultKind.Protocol)]
    public async Task Nobody_is_signed_in_where_it_cannot_be_done_well(string greeting, string hello, MailSecurity security, MailFaultKind kind)
    {
        await using var peer = ScriptedPeer.Play(async peer =>
        {
            await peer.SayAsync(greeting);
            if (hello.Length > 0)
            {
                await peer.HearAsync("EHLO");
                await peer.SayAsync(hello);
            }
        });
        var fault = await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(peer.WithUser with { Security = security }, TimeProvider.System, _ct));
        Assert.Equal(kind, fault.Kind);
        Assert.DoesNotContain(peer.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_without_an_end_is_not_read_to_its_end()
    {
        await using var peer = ScriptedPeer.Play(peer => peer.SayAsync(new string('2', 100_000)));
        Assert.Equal(MailFaultKind.Protocol, (await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(peer.Plain, TimeProvider.System, _ct))).Kind);
        await using var chatty = ScriptedPeer.Play(peer => peer.SayAsync(string.Concat(Enumerable.Repeat("220-x\r\n", 1000))));
        Assert.Equal(MailFaultKind.Protocol, (await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(chatty.Plain, TimeProvider.System, _ct))).Kind);
    }

    [Fact]
    public async Task What_was_smuggled_in_before_TLS_is_refused()
    {
        await using var peer = ScriptedPeer.Smtp("STARTTLS", async peer =>
        {
            await peer.HearAsync("STARTTLS");
            await peer.SayAsync("220 go on\r\n250 AUTH PLAIN\r\n");
        });
        var fault = await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(peer.WithUser with { Security = MailSecurity.StartTls }, TimeProvider.System, _ct));
        Assert.Equal(MailFaultKind.Protocol, fault.Kind);
    }

    static async Task EnvelopeAsync(ScriptedPeer peer) => await AnswersAsync(peer, ("MAIL", "250 ok"), ("RCPT", "250 ok"), ("DATA", "354 go"));

    static async Task AnswersAsync(ScriptedPeer peer, params (string Heard, string Said)[] talk)
    {
        foreach (var (heard, said) in talk)
        {
            await peer.HearAsync(heard);
            await peer.SayAsync(said + "\r\n");
        }
    }

    static async Task ToDotAsync(ScriptedPeer peer)
    {
        while (await peer.LineAsync() is not "." and not null)
        {
        }
    }

    static MemoryStream Bytes(string letter) => new(Encoding.UTF8.GetBytes(letter));

    static async Task<SmtpOutcome> SendAsync(MailServerSettings settings, string[] to, string letter = Small)
    {
        await using var connection = await SmtpConnection.OpenAsync(settings, TimeProvider.System, _ct);
        return await connection.SendAsync("a@b.test", to, Bytes(letter), _ct);
    }
}
