using System.Text;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Servers;
using Kanal.Channels.Email.Smtp;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>Sending, with a real Postfix and Dovecot.</summary>
[OnOneEngine]
public sealed class SmtpTests(MailServers servers) : IClassFixture<MailServers>
{
    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_sent_with_STARTTLS_and_a_password_arrives_byte_for_byte()
    {
        // Dots where they end a message, and a line at the limit of what may be sent.
        var body = $".\r\n..\r\n.dot\r\n{new string('x', 990)}\r\nlast line without an end";
        var result = await SendAsync(servers.Submission(), "support@example.test", ["kunde@customer.test"], Letter("stuffed", body));
        Assert.Equal(SmtpResult.Accepted, Assert.Single(result.Recipients).Result);

        var arrived = await FirstAsync("kunde@customer.test", "secret4", "stuffed");
        Assert.EndsWith(body + "\r\n", arrived, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUBMISSIONS", MailSecurity.Implicit)]
    [InlineData("SMTP", MailSecurity.StartTls)]
    [InlineData("DOVECOT_SUBMISSION", MailSecurity.None)]
    public async Task Every_kind_of_port_takes_mail(string port, MailSecurity security)
    {
        var settings = servers.Submission() with { Port = servers.Port(port), Security = security };
        var result = await SendAsync(settings, "support@example.test", ["sales@example.test"], Letter($"by {port}", "Hej"));
        Assert.Equal(SmtpResult.Accepted, Assert.Single(result.Recipients).Result);
    }

    [Fact]
    public async Task An_access_token_signs_in()
    {
        var settings = servers.Submission("agent@example.test") with { Password = null, AccessToken = "good-one" };
        var result = await SendAsync(settings, "agent@example.test", ["sales@example.test"], Letter("by token", "Hej"));
        Assert.Equal(SmtpResult.Accepted, Assert.Single(result.Recipients).Result);

        var fault = await RefusedAsync(settings with { AccessToken = "stolen" });
        Assert.Equal(MailFaultKind.LoginRefused, fault.Kind);
        Assert.Contains("refused the access token of agent@example.test", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_nothing_is_sent()
    {
        var fault = await RefusedAsync(servers.Submission(password: "wrong"));
        Assert.Equal(MailFaultKind.LoginRefused, fault.Kind);
        Assert.Contains("refused the user name support@example.test or its password", fault.Message, StringComparison.Ordinal);
        Assert.False(fault.Passing);
    }

    [Fact]
    public async Task Of_several_recipients_each_has_a_result_of_its_own()
    {
        var settings = servers.Submission();
        var result = await SendAsync(settings, "support@example.test", ["nobody@example.test", "sales@example.test", "kunde@customer.test"], Letter("to three", "Hej"));
        Assert.Equal([SmtpResult.Permanent, SmtpResult.Accepted, SmtpResult.Accepted], result.Recipients.Select(recipient => recipient.Result));
        Assert.Equal("5.1.1", result.Recipients[0].Reply!.Status);
        Assert.False(result.IsUnknown);
    }

    [Fact]
    public async Task Where_nobody_is_known_the_next_letter_still_goes()
    {
        await using var connection = await SmtpConnection.OpenAsync(servers.Submission(), TimeProvider.System, _ct);
        var first = await connection.SendAsync("support@example.test", ["nobody@example.test"], Bytes(Letter("lost", "Hej")), _ct);
        Assert.Equal(SmtpResult.Permanent, Assert.Single(first.Recipients).Result);
        var second = await connection.SendAsync("support@example.test", ["sales@example.test"], Bytes(Letter("found", "Hej")), _ct);
        Assert.Equal(SmtpResult.Accepted, Assert.Single(second.Recipients).Result);
    }

    [Fact]
    public async Task What_cannot_be_delivered_comes_back_as_a_report()
    {
        var settings = servers.Submission("agent@example.test", "secret3");
        await SendAsync(settings, "agent@example.test", ["ghost@example.test"], Letter("to a ghost", "Boo"));

        var report = await FirstAsync("agent@example.test", "secret3", "Undelivered Mail Returned to Sender");
        var read = Mail.Read(Bytes(report)).Report!;
        Assert.Equal("to-a-ghost@example.test", read.About);
        Assert.Equal(("ghost@example.test", "failed"), (Assert.Single(read.Deliveries).Address, read.Deliveries[0].Action));
        Assert.StartsWith("5.", read.Deliveries[0].Status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_megabytes_go_and_come_back()
    {
        var letter = Letter("ten megabytes", string.Concat(Enumerable.Repeat(new string('m', 74) + "\r\n", 138_000)));
        var result = await SendAsync(servers.Submission(), "support@example.test", ["kunde@customer.test"], letter);
        Assert.Equal(SmtpResult.Accepted, Assert.Single(result.Recipients).Result);

        var arrived = await FirstAsync("kunde@customer.test", "secret4", "ten megabytes");
        Assert.True(arrived.Length > 10_000_000);
        Assert.EndsWith(letter[^1_000_000..], arrived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_is_too_large_is_not_begun()
    {
        await using var connection = await SmtpConnection.OpenAsync(servers.Submission(), TimeProvider.System, _ct);
        Assert.Equal(31_457_280, connection.Offers.LargestMessage);
        var fault = await Assert.ThrowsAsync<MailFault>(() => connection.SendAsync("support@example.test", ["sales@example.test"], new MemoryStream(new byte[31_457_281]), _ct));
        Assert.Equal(MailFaultKind.TooLarge, fault.Kind);
        Assert.True(connection.IsOpen);
    }

    [Fact]
    public async Task An_address_with_letters_beyond_ASCII_is_taken()
    {
        // Taken, but no more: Dovecot's LMTP knows none.
        var result = await SendAsync(servers.Submission(), "support@example.test", ["umlaut.müller@example.test"], Letter("til Müller", "Hej"));
        Assert.Equal(SmtpResult.Accepted, Assert.Single(result.Recipients).Result);
    }

    static string Letter(string subject, string body) =>
        $"From: <support@example.test>\r\nTo: <kunde@customer.test>\r\nSubject: {subject}\r\nMessage-ID: <{subject.Replace(' ', '-').Replace('ü', 'u')}@example.test>\r\n\r\n{body}";

    static MemoryStream Bytes(string letter) => new(Encoding.UTF8.GetBytes(letter));

    static async Task<SmtpOutcome> SendAsync(MailServerSettings settings, string from, string[] to, string letter)
    {
        await using var connection = await SmtpConnection.OpenAsync(settings, TimeProvider.System, _ct);
        return await connection.SendAsync(from, to, Bytes(letter), _ct);
    }

    static async Task<MailFault> RefusedAsync(MailServerSettings settings) =>
        await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(settings, TimeProvider.System, _ct));

    // Waits for it as the product does: told by the server.
    async Task<string> FirstAsync(string user, string password, string subject)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await using var mailbox = await ImapConnection.OpenAsync(servers.Imap(user, password), TimeProvider.System, _ct);
        await mailbox.SelectAsync("INBOX", readOnly: true, _ct);
        for (var last = 0u; ;)
        {
            foreach (var uid in await mailbox.UidsAfterAsync(last, _ct))
            {
                using var message = new MemoryStream();
                await mailbox.FetchToAsync(uid, message, _ct);
                var text = Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
                if (text.Contains($"\nSubject: {subject}", StringComparison.Ordinal))
                {
                    return text;
                }

                last = uid;
            }

            await mailbox.IdleAsync(patience.Token);
        }
    }
}
