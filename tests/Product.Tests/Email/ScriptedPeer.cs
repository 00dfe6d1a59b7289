using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Servers;

namespace Kanal.Product.Tests.Email;

/// <summary>A mail server on loopback that does what a test tells it, and what real ones don't.</summary>
public sealed class ScriptedPeer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly Task _play;
    readonly CancellationTokenSource _over = new();
    Stream _stream = Stream.Null;

    ScriptedPeer(Func<ScriptedPeer, Task> script)
    {
        _listener.Start();
        _play = PlayAsync(script);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What the client said, line by line.</summary>
    public List<string> Heard { get; } = [];

    public MailServerSettings Plain => new("localhost", Port, MailSecurity.None) { Timeout = TimeSpan.FromSeconds(20) };

    public MailServerSettings WithUser => Plain with { User = "support@example.test", Password = "secret1" };

    public static ScriptedPeer Play(Func<ScriptedPeer, Task> script) => new(script);

    /// <summary>Answers EHLO with these, one line each, and then does as the script says.</summary>
    public static ScriptedPeer Smtp(string offers, Func<ScriptedPeer, Task> script) => Play(async peer =>
    {
        await peer.SayAsync("220 scripted\r\n");
        await peer.HearAsync("EHLO");
        string[] lines = ["scripted", .. offers.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        await peer.SayAsync(string.Concat(lines.Select((line, index) => $"250{(index == lines.Length - 1 ? ' ' : '-')}{line}\r\n")));
        await script(peer);
    });

    /// <summary>Signs anybody in, and then does as the script says.</summary>
    public static ScriptedPeer Imap(string capabilities, Func<ScriptedPeer, Task> script) => Play(async peer =>
    {
        await peer.SayAsync($"* OK [CAPABILITY IMAP4rev1 {capabilities}] scripted\r\n");
        await peer.AnswerAsync("LOGIN", $"OK [CAPABILITY IMAP4rev1 {capabilities}] in\r\n");
        await script(peer);
    });

    public Task SayAsync(string text) => _stream.WriteAsync(Encoding.Latin1.GetBytes(text), _over.Token).AsTask();

    /// <summary>A line that begins like this, or the test fails.</summary>
    public async Task<string> HearAsync(string begins)
    {
        var line = await LineAsync() ?? throw new EndOfStreamException("The client hung up.");
        Assert.StartsWith(begins, line, StringComparison.OrdinalIgnoreCase);
        return line;
    }

    /// <summary>A command of IMAP, and its answer without the tag; what comes before the answer is said as it is.</summary>
    public async Task AnswerAsync(string command, string answer, string before = "")
    {
        var line = await LineAsync() ?? throw new EndOfStreamException("The client hung up.");
        var words = line.Split(' ', 2);
        Assert.StartsWith(command, words[1], StringComparison.OrdinalIgnoreCase);
        await SayAsync($"{before}{words[0]} {answer}");
    }

    /// <summary>Null when the client has hung up.</summary>
    public async Task<string?> LineAsync()
    {
        List<byte> line = [];
        var one = new byte[1];
        while (await _stream.ReadAsync(one, _over.Token) == 1)
        {
            line.Add(one[0]);
            if (one[0] == '\n')
            {
                Heard.Add(Encoding.UTF8.GetString([.. line]).TrimEnd('\r', '\n'));
                return Heard[^1];
            }
        }

        return null;
    }

    public async Task BeginTlsAsync(TestCertificate certificate)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate.Certificate }, _over.Token);
    }

    public async Task HangUpAsync() => await _stream.DisposeAsync();

    /// <summary>What the script itself found wrong.</summary>
    public Task PlayedAsync() => _play;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        try
        {
            await _play;
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client had what it wanted.
        }

        _over.Dispose();
    }

    async Task PlayAsync(Func<ScriptedPeer, Task> script)
    {
        using var client = await _listener.AcceptTcpClientAsync(_over.Token);
        _stream = client.GetStream();
        await using var _ = _stream;
        await script(this);
        // The client decides when it is over.
        while (await LineAsync() is { } line && line != "QUIT" && !line.EndsWith(" LOGOUT", StringComparison.Ordinal))
        {
        }
    }
}
