using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Kanal.Product.Tests.Letters;

/// <summary>A mail server that takes every letter, unless it is told otherwise for a recipient, and shows what it took.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly Channel<SunkLetter> _taken = Channel.CreateUnbounded<SunkLetter>();
    readonly Task _serving;

    public SmtpSink()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What is answered to a recipient; 250 to all others.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new();

    /// <summary>Whether the connection is cut when a letter has come whole, without an answer.</summary>
    public bool CutsAfterDot { get; set; }

    public ConcurrentBag<SunkLetter> All { get; } = [];

    /// <summary>What was given to sign in with, by XOAUTH2.</summary>
    public ConcurrentQueue<string> Tokens { get; } = [];

    public async Task<SunkLetter> NextAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        return await _taken.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    async Task ServeAsync()
    {
        List<Task> talks = [];
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(talks);
        }
    }

    async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var open = client;
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink ESMTP");
            List<string> to = [];
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                switch (line.Split(' ')[0].ToUpperInvariant())
                {
                    case "EHLO":
                        await writer.WriteLineAsync("250-sink\r\n250-8BITMIME\r\n250-AUTH XOAUTH2\r\n250 SMTPUTF8");
                        break;
                    case "AUTH":
                        var (_, token) = Encoding.ASCII.GetString(Convert.FromBase64String(line.Split(' ')[2])).Split('\u0001') is [var user, var bearer, ..] ? (user, bearer) : ("", "");
                        Tokens.Enqueue(token["auth=Bearer ".Length..]);
                        await writer.WriteLineAsync("235 in");
                        break;
                    case "MAIL":
                        to = [];
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "RCPT":
                        var address = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                        var answer = Answers.GetValueOrDefault(address, "250 ok");
                        if (answer[0] == '2')
                        {
                            to.Add(address);
                        }

                        await writer.WriteLineAsync(answer);
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        var letter = await LetterAsync(reader, to);
                        All.Add(letter);
                        if (CutsAfterDot)
                        {
                            return;
                        }

                        await writer.WriteLineAsync("250 taken");
                        _taken.Writer.TryWrite(letter);
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // Whoever talked has died, or the test is over.
        }
    }

    static async Task<SunkLetter> LetterAsync(StreamReader reader, List<string> to)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return new SunkLetter([.. to], text.ToString());
    }
}

/// <summary>A letter as it came over the wire.</summary>
public sealed record SunkLetter(IReadOnlyList<string> To, string Raw)
{
    /// <summary>A field of its head, unfolded; null where it has none.</summary>
    public string? this[string field] => Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(field + ":", StringComparison.OrdinalIgnoreCase))?[(field.Length + 1)..].Trim();

    public string MessageId => this["Message-ID"]!.Trim('<', '>');
}
