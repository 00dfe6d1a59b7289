using System.Text;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Servers;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>Mailboxes, with a real Dovecot.</summary>
[OnOneEngine]
public sealed class ImapTests(MailServers servers) : IClassFixture<MailServers>
{
    const string User = "sales@example.test";
    const string Password = "secret2";

    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task News_arrives_while_we_wait()
    {
        await using var mailbox = await OpenAsync(servers.Imap());
        var state = await mailbox.SelectAsync("INBOX", readOnly: false, _ct);
        var last = await mailbox.UidsAfterAsync(0, _ct) is [.., var newest] ? newest : 0;
        var waiting = mailbox.IdleAsync(_ct);
        Assert.False(waiting.IsCompleted);

        await servers.DeliverAsync("support@example.test", "Subject: news\n\nHej\n");
        await waiting;
        var uid = Assert.Single(await mailbox.UidsAfterAsync(last, _ct));
        Assert.True(uid >= state.UidNext);
    }

    [Fact]
    public async Task What_came_before_we_began_to_wait_is_not_waited_for()
    {
        await using var mailbox = await OpenAsync(servers.Imap("agent@example.test", "secret3"));
        await mailbox.SelectAsync("INBOX", readOnly: false, _ct);
        var known = await mailbox.UidsAfterAsync(0, _ct);
        await servers.DeliverAsync("agent@example.test", "Subject: between\n\nHej\n");
        await mailbox.IdleAsync(_ct);
        Assert.Single((await mailbox.UidsAfterAsync(0, _ct)).Except(known));
    }

    [Fact]
    public async Task A_letter_is_fetched_as_it_was_sent_and_stays_unread()
    {
        await using var mailbox = await OpenAsync(servers.Imap(User, Password));
        var folder = await FolderAsync(mailbox, "as sent");
        var sent = $"Subject: dots\r\n\r\n.\r\n..two\r\n{new string('y', 2000)}\r\nÆøå {{12}}\r\n)\r\n";
        await mailbox.AppendAsync(folder, new MemoryStream(Encoding.UTF8.GetBytes(sent)), _ct);
        await mailbox.SelectAsync(folder, readOnly: false, _ct);
        var uid = Assert.Single(await mailbox.UidsAfterAsync(0, _ct));
        Assert.Equal(sent, await TextAsync(mailbox, uid));

        var details = await mailbox.DetailsAsync(uid, _ct);
        Assert.Equal(Encoding.UTF8.GetByteCount(sent), details!.Size);
        Assert.NotNull(details.Received);
        Assert.Null(await mailbox.FetchToAsync(uid + 100, Stream.Null, _ct));
        Assert.Null(await mailbox.DetailsAsync(uid + 100, _ct));
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_marked_as_read()
    {
        await servers.DeliverAsync("orders@example.test", "Subject: first\n\n1\n");
        await servers.DeliverAsync("orders@example.test", "Subject: second\n\n2\n");
        await using var mailbox = await OpenAsync(servers.Imap("orders@example.test", "secret6"));
        await mailbox.SelectAsync("INBOX", readOnly: false, _ct);
        var uids = await mailbox.UidsAfterAsync(0, _ct);
        await TextAsync(mailbox, uids[0]);
        await TextAsync(mailbox, uids[1]);
        await mailbox.SetSeenAsync(uids[1], _ct);
        Assert.False((await mailbox.DetailsAsync(uids[0], _ct))!.IsSeen);
        Assert.True((await mailbox.DetailsAsync(uids[1], _ct))!.IsSeen);
    }

    [Theory]
    [InlineData("Kundeservice/Æbler & pærer på øen")]
    [InlineData("Zażółć gęślą jaźń")]
    [InlineData("\"quoted\" \\ (list) {12} %*")]
    [InlineData("письма 📬")]
    public async Task A_folder_may_be_called_as_people_call_it(string name)
    {
        await using var mailbox = await OpenAsync(servers.Imap(User, Password));
        // Dovecot itself allows neither of these two in names.
        var folder = await FolderAsync(mailbox, name.Replace("*", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal));
        Assert.Contains(folder, (await mailbox.ListFoldersAsync(_ct)).Select(found => found.Name));
        Assert.Equal(0, (await mailbox.SelectAsync(folder, readOnly: true, _ct)).Exists);
    }

    [Fact]
    public async Task The_folder_for_sent_mail_says_what_it_is()
    {
        await using var mailbox = await OpenAsync(servers.Imap(User, Password));
        var sent = Assert.Single(await mailbox.ListFoldersAsync(_ct), folder => folder.Is("\\sent"));
        Assert.Equal(("Sent", '/'), (sent.Name, sent.Separator));
        Assert.True(sent.CanBeChosen);
    }

    [Fact]
    public async Task A_letter_is_moved_and_copied()
    {
        await using var mailbox = await OpenAsync(servers.Imap(User, Password));
        var (from, to) = (await FolderAsync(mailbox, "from here"), await FolderAsync(mailbox, "to there"));
        await mailbox.AppendAsync(from, new MemoryStream("Message-ID: <moved@example.test>\r\n\r\nHej\r\n"u8.ToArray()), _ct);
        await mailbox.SelectAsync(from, readOnly: false, _ct);
        var uid = Assert.Single(await mailbox.UidsAfterAsync(0, _ct));
        await mailbox.CopyAsync(uid, to, _ct);
        await mailbox.MoveAsync(uid, to, _ct);
        Assert.Empty(await mailbox.UidsAfterAsync(0, _ct));

        await mailbox.SelectAsync(to, readOnly: true, _ct);
        Assert.Equal(2, (await mailbox.UidsOfAsync("moved@example.test", _ct)).Count);
        Assert.Empty(await mailbox.UidsOfAsync("other@example.test", _ct));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_named()
    {
        await using var mailbox = await OpenAsync(servers.Imap(User, Password));
        var fault = await Assert.ThrowsAsync<MailFault>(() => mailbox.SelectAsync("Fakturaer", readOnly: true, _ct));
        Assert.Equal(MailFaultKind.NoFolder, fault.Kind);
        Assert.StartsWith("There is no folder \"Fakturaer\" in the mailbox of sales@example.test", fault.Message, StringComparison.Ordinal);
        await mailbox.SelectAsync("INBOX", readOnly: true, _ct);
    }

    [Fact]
    public async Task A_folder_that_was_made_anew_has_another_validity()
    {
        await using var mailbox = await OpenAsync(servers.Imap(User, Password));
        var folder = await FolderAsync(mailbox, "made anew");
        var before = await mailbox.SelectAsync(folder, readOnly: true, _ct);
        servers.ForgetFolder(User, folder);
        await using var later = await OpenAsync(servers.Imap(User, Password));
        var after = await later.SelectAsync(folder, readOnly: true, _ct);
        Assert.NotEqual(before.UidValidity, after.UidValidity);
    }

    [Theory]
    [InlineData("IMAP", MailSecurity.StartTls)]
    [InlineData("IMAP", MailSecurity.None)]
    [InlineData("IMAPS", MailSecurity.Implicit)]
    public async Task Every_kind_of_port_opens(string port, MailSecurity security)
    {
        await using var mailbox = await OpenAsync(servers.Imap() with { Port = servers.Port(port), Security = security });
        Assert.Contains("IDLE", mailbox.Capabilities);
    }

    [Fact]
    public async Task An_access_token_signs_in()
    {
        var settings = servers.Imap("agent@example.test") with { Password = null, AccessToken = "good-one" };
        await using (var mailbox = await OpenAsync(settings))
        {
            await mailbox.SelectAsync("INBOX", readOnly: true, _ct);
        }

        var fault = await Assert.ThrowsAsync<MailFault>(() => OpenAsync(settings with { AccessToken = "stolen" }));
        Assert.Equal(MailFaultKind.LoginRefused, fault.Kind);
    }

    [Fact]
    public async Task A_wrong_password_is_said()
    {
        var fault = await Assert.ThrowsAsync<MailFault>(() => OpenAsync(servers.Imap(password: "wrong")));
        Assert.Equal(MailFaultKind.LoginRefused, fault.Kind);
        Assert.StartsWith("localhost refused the user name support@example.test or its password", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_and_can_be_trusted()
    {
        var unknown = servers.Imap() with { TrustedFingerprint = null };
        var fault = await Assert.ThrowsAsync<MailFault>(() => OpenAsync(unknown));
        Assert.Equal(MailFaultKind.BadCertificate, fault.Kind);
        Assert.Contains("has signed its certificate itself", fault.Message, StringComparison.Ordinal);

        await using var byFingerprint = await OpenAsync(unknown with { TrustedFingerprint = fault.Fingerprint });
        await using var byFile = await OpenAsync(unknown with { TrustedAuthorities = servers.CertificateFile });
        var other = await Assert.ThrowsAsync<MailFault>(() => OpenAsync(unknown with { TrustedFingerprint = new string('0', 64) }));
        Assert.Contains("has another certificate than the one that is trusted", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wrong_kind_of_TLS_for_a_port_is_said()
    {
        var early = await Assert.ThrowsAsync<MailFault>(() => OpenAsync(servers.Imap() with { Port = servers.Port("IMAP") }));
        Assert.Equal(MailFaultKind.WrongTls, early.Kind);
        Assert.Contains("does not begin with TLS", early.Message, StringComparison.Ordinal);

        // Dovecot would say nothing for minutes: this is how long we wait for a greeting, and then for TLS, which takes a busy machine a while.
        var impatient = servers.Imap() with { Security = MailSecurity.StartTls, Timeout = TimeSpan.FromSeconds(2) };
        var late = await Assert.ThrowsAsync<MailFault>(() => OpenAsync(impatient));
        Assert.Equal(MailFaultKind.WrongTls, late.Kind);
        Assert.Contains("expects TLS from the first byte", late.Message, StringComparison.Ordinal);
    }

    static Task<ImapConnection> OpenAsync(MailServerSettings settings) => ImapConnection.OpenAsync(settings, TimeProvider.System, _ct);

    static async Task<string> FolderAsync(ImapConnection mailbox, string name)
    {
        await mailbox.CreateFolderAsync(name, _ct);
        return name;
    }

    static async Task<string> TextAsync(ImapConnection mailbox, uint uid)
    {
        using var message = new MemoryStream();
        Assert.Equal(await mailbox.FetchToAsync(uid, message, _ct), message.Length);
        return Encoding.UTF8.GetString(message.ToArray());
    }
}
