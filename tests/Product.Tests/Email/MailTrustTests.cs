using Kanal.Centre.Letters;
using Kanal.Channels.Email.Servers;
using Kanal.Channels.Email.Smtp;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>Whom we talk to, and what somebody is told who set up a mailbox wrongly.</summary>
[OnOneEngine]
public sealed class MailTrustTests
{
    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_certificate_for_another_name_is_said_with_both_names()
    {
        await using var peer = Tls(TestCertificate.For("mail.example.test", "imap.example.test"));
        Assert.Equal("The certificate of localhost is for mail.example.test, imap.example.test, not for localhost.", await RefusedAsync(peer.Plain));
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_said_with_the_day()
    {
        await using var peer = Tls(TestCertificate.Expired("localhost"));
        Assert.Equal("The certificate of localhost expired on 2021-01-01.", await RefusedAsync(peer.Plain));
    }

    [Fact]
    public async Task An_authority_of_ones_own_is_trusted_for_its_servers_and_their_names_only()
    {
        var folder = Directory.CreateTempSubdirectory("kanal-trust-");
        try
        {
            var authority = TestCertificate.For("Our authority");
            authority.Write(folder.FullName);
            var file = Path.Combine(folder.FullName, "tls.crt");

            await using var ours = Tls(authority.Signs("localhost"));
            await using (await SmtpConnection.OpenAsync(ours.Plain with { Security = MailSecurity.Implicit, TrustedAuthorities = file }, TimeProvider.System, _ct))
            {
            }

            await using var unknown = Tls(authority.Signs("localhost"));
            Assert.StartsWith("The certificate of localhost was issued by Our authority, whom nobody here knows.", await RefusedAsync(unknown.Plain), StringComparison.Ordinal);
            await using var other = Tls(TestCertificate.For("Another").Signs("localhost"));
            Assert.StartsWith("The certificate of localhost was issued by Another", await RefusedAsync(other.Plain with { TrustedAuthorities = file }), StringComparison.Ordinal);
            await using var elsewhere = Tls(authority.Signs("mail.example.test"));
            Assert.StartsWith("The certificate of localhost is for mail.example.test", await RefusedAsync(elsewhere.Plain with { TrustedAuthorities = file }), StringComparison.Ordinal);
            await using var missing = Tls(authority.Signs("localhost"));
            Assert.EndsWith("gone.crt of trusted certificates can't be read.", await RefusedAsync(missing.Plain with { TrustedAuthorities = Path.Combine(folder.FullName, "gone.crt") }), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_name_that_is_none_and_a_port_where_nobody_is_are_said()
    {
        var unknown = await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(new("no such name", 25, MailSecurity.None), TimeProvider.System, _ct));
        Assert.Equal(MailFaultKind.UnknownHost, unknown.Kind);
        Assert.Equal("There is no server called no such name: its name can't be found.", unknown.Message);

        var nobody = await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(new("127.0.0.1", FreePorts.Next(), MailSecurity.None), TimeProvider.System, _ct));
        Assert.Equal(MailFaultKind.CannotConnect, nobody.Kind);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for_for_ever()
    {
        await using var peer = ScriptedPeer.Play(_ => Task.CompletedTask);
        var fault = await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(peer.Plain with { Timeout = TimeSpan.FromMilliseconds(200) }, TimeProvider.System, _ct));
        Assert.Equal(MailFaultKind.TimedOut, fault.Kind);
        Assert.True(fault.Passing);
    }

    [Fact]
    public void Settings_show_no_secret()
    {
        var settings = new MailServerSettings("mail.example.test", 993, MailSecurity.Implicit, "support@example.test") { Password = "hush", AccessToken = "hush" };
        Assert.DoesNotContain("hush", settings.ToString(), StringComparison.Ordinal);
    }

    static ScriptedPeer Tls(TestCertificate certificate) => ScriptedPeer.Play(async peer =>
    {
        await peer.BeginTlsAsync(certificate);
        await peer.SayAsync("220 hello\r\n");
        await peer.HearAsync("EHLO");
        await peer.SayAsync("250 hello\r\n");
    });

    static async Task<string> RefusedAsync(MailServerSettings settings)
    {
        var fault = await Assert.ThrowsAsync<MailFault>(() => SmtpConnection.OpenAsync(settings with { Security = MailSecurity.Implicit }, TimeProvider.System, _ct));
        Assert.Equal(MailFaultKind.BadCertificate, fault.Kind);
        return fault.Message;
    }
}
