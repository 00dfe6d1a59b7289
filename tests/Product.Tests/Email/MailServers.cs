using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Servers;
using Kanal.Product.Tests.Architecture;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>
/// Dovecot, and with root Postfix, on loopback ports of their own. Whoever asks for what is not here is skipped, and told why.
/// Mailboxes are those of tests/engines/email/users; <c>ghost@example.test</c> bounces.
/// </summary>
public sealed class MailServers : IAsyncLifetime
{
    static readonly string[] _names = ["IMAP", "IMAPS", "LMTP", "SASL", "OAUTH", "DOVECOT_SUBMISSION", "SMTP", "SUBMISSION", "SUBMISSIONS"];
    static readonly string _script = Repository.At("tests/engines/email/servers.sh");

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kanal-mail-");
    readonly TestCertificate _certificate = TestCertificate.For("localhost", "mail.example.test", "127.0.0.1");
    Dictionary<string, int> _ports = [];
    TokenServer? _tokens;
    string? _missing;

    public string Fingerprint => _certificate.Fingerprint;

    /// <summary>The certificate as a file, which is its own authority.</summary>
    public string CertificateFile => Path.Combine(_folder.FullName, "tls.crt");

    static bool IsRoot => Environment.UserName == "root";

    public async ValueTask InitializeAsync()
    {
        _missing = (await RunAsync("packages")).Trim();
        if (_missing.Length > 0)
        {
            return;
        }

        _certificate.Write(_folder.FullName);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _ports = _names.ToDictionary(name => name, _ => FreePorts.Next());
                await StartAsync();
                _tokens = TokenServer.Start(_ports["OAUTH"]);
                return;
            }
            catch (Exception taken) when (attempt < 3 && taken is InvalidOperationException or SocketException)
            {
                // Somebody else took one of the ports in between.
                await RunAsync("stop", _folder.FullName);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_missing is "")
        {
            await RunAsync("stop", _folder.FullName);
        }

        _tokens?.Dispose();
        _folder.Delete(recursive: true);
    }

    public int Port(string name)
    {
        Assert.SkipUnless(_missing is "", $"The mail servers are not installed ({_missing}): bin/setup does it.");
        Assert.SkipWhen(name.StartsWith('S') && name != "SASL" && !IsRoot, "Postfix can only be started by root.");
        return _ports[name];
    }

    /// <summary>IMAP for somebody of the users, over TLS from the first byte.</summary>
    public MailServerSettings Imap(string user = "support@example.test", string password = "secret1") =>
        new("localhost", Port("IMAPS"), MailSecurity.Implicit, user) { Password = password, TrustedFingerprint = Fingerprint };

    /// <summary>Submission for somebody of the users, with STARTTLS.</summary>
    public MailServerSettings Submission(string user = "support@example.test", string password = "secret1") =>
        new("localhost", Port("SUBMISSION"), MailSecurity.StartTls, user) { Password = password, TrustedFingerprint = Fingerprint };

    /// <summary>Postfix as others reach it, who bring mail to our domains.</summary>
    public MailServerSettings Arrival() => new("127.0.0.1", Port("SMTP"), MailSecurity.None);

    /// <summary>Puts messages into an inbox so that they are numbered in this order, as IMAP numbers each before it answers.</summary>
    public static async Task PutInOrderAsync(MailServerSettings whose, params string[] messages)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var mailbox = await ImapConnection.OpenAsync(whose, TimeProvider.System, ct);
        foreach (var message in messages)
        {
            await mailbox.AppendAsync("INBOX", new MemoryStream(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n"))), ct);
        }
    }

    /// <summary>Puts a message into a mailbox by LMTP, which needs no Postfix. Of two that come while somebody looks, Dovecot may number either first.</summary>
    public async Task DeliverAsync(string to, string message, string from = "kunde@customer.test")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port("LMTP"));
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await HeardAsync(reader);
        foreach (var said in (string[])["LHLO tests", $"MAIL FROM:<{from}>", $"RCPT TO:<{to}>", "DATA"])
        {
            await writer.WriteLineAsync(said);
            await HeardAsync(reader);
        }

        await writer.WriteAsync(message.ReplaceLineEndings("\r\n").Replace("\r\n.", "\r\n..", StringComparison.Ordinal) + "\r\n.\r\n");
        await HeardAsync(reader);
    }

    /// <summary>Ends Dovecot at once, as a machine that loses power does.</summary>
    public void KillDovecot()
    {
        var known = Path.Combine(_folder.FullName, "run", "master.pid");
        var leader = File.ReadAllText(known).Trim();
        // Each of its processes holds the ports, and dies when the system comes to it.
        var listens = string.Join(" || ", new[] { "IMAP", "IMAPS" }.Select(name => $"(: < /dev/tcp/localhost/{_ports[name]}) 2>/dev/null"));
        using var kill = Process.Start(new ProcessStartInfo("bash", ["-c", $"kill -KILL -- -{leader}; for _ in {{1..500}}; do {listens} || break; sleep 0.01; done"]))!;
        kill.WaitForExit();
        // Where nobody collects the dead, Dovecot would take itself for alive.
        File.Delete(known);
    }

    /// <summary>On the same ports, with what was in the mailboxes.</summary>
    public Task StartAgainAsync() => StartAsync();

    /// <summary>Lets Dovecot lose what it knew of a folder but its letters, as after a backup was played back.</summary>
    public void ForgetFolder(string user, string folder)
    {
        var parts = user.Split('@');
        foreach (var known in Directory.GetFiles(Path.Combine(_folder.FullName, "mail", parts[1], parts[0], "Maildir", "." + folder), "dovecot*"))
        {
            File.Delete(known);
        }
    }

    Task<string> StartAsync() => RunAsync(["start", _folder.FullName, $"OWNER={Environment.ProcessId}",
        .. _ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"{port.Key}={port.Value}"))]);

    static async Task HeardAsync(StreamReader reader)
    {
        string line;
        do
        {
            line = await reader.ReadLineAsync() ?? throw new InvalidOperationException("The mail server hung up.");
        }
        while (line.Length > 3 && line[3] == '-');
        Assert.Matches("^[23]", line);
    }

    static async Task<string> RunAsync(params string[] arguments)
    {
        using var script = Process.Start(new ProcessStartInfo("bash", [_script, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        script.StandardInput.Close();
        var said = script.StandardOutput.ReadToEndAsync();
        var wrong = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        return script.ExitCode == 0 ? await said : throw new InvalidOperationException(await said + await wrong);
    }
}
