using System.Globalization;
using System.Text;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Imap;

/// <summary>Commands, their answers, and what the server says unasked, which may come anywhere.</summary>
sealed class ImapTalk(MailWire wire, MailServerSettings settings)
{
    // What fits into the least of buffers may be sent without being asked for.
    const int LongestUnasked = 4096;

    readonly ImapReader _reader = new(wire, settings.LargestMessage);
    int _last;
    bool _leaving;

    public MailWire Wire => wire;

    /// <summary>What the server can do, in capitals; empty while that is not known.</summary>
    public IReadOnlySet<string> Can { get; set; } = new HashSet<string>();

    public ImapNews News { get; } = new();

    /// <summary>Sends a command and reads to its answer.</summary>
    /// <param name="seen">Is shown everything that comes on the way.</param>
    public async Task<ImapStatus> AskAsync(ImapCommand command, CancellationToken ct, Action<ImapResponse>? seen = null, Stream? body = null, string? answer = null)
    {
        var tag = NextTag();
        if (await SayAsync(tag, command, seen, ct) is { } early)
        {
            return early;
        }

        while (true)
        {
            switch (await NextAsync(settings.Timeout, ct, body))
            {
                case ImapStatus status when status.Tag == tag:
                    return status;
                case ImapQuestion when answer is not null:
                    await wire.WriteAsync(answer + "\r\n", ct);
                    // A second question is a refusal that waits to be seen.
                    answer = "";
                    break;
                case ImapQuestion:
                    throw Odd("a question that nobody waited for");
                case var other:
                    seen?.Invoke(other);
                    break;
            }
        }
    }

    public Task<ImapStatus> AskAsync(string command, CancellationToken ct) => AskAsync(new ImapCommand(command), ct);

    /// <summary>The first thing that the server says, of itself.</summary>
    public async Task<ImapStatus> GreetingAsync(int longest, CancellationToken ct) =>
        Noted(_reader.Greeting(await wire.GreetingAsync(longest, ct))) is ImapStatus status ? status : throw Odd("a greeting that is none");

    public string NextTag() => string.Create(CultureInfo.InvariantCulture, $"K{++_last}");

    /// <summary>The next thing that the server says, after it was taken note of.</summary>
    public async Task<ImapResponse> NextAsync(TimeSpan wait, CancellationToken ct, Stream? body = null) => Noted(await _reader.ReadAsync(wait, body, ct));

    ImapResponse Noted(ImapResponse response)
    {
        switch (response)
        {
            case ImapStatus { Tag: "*", Kind: "BYE" } bye when !_leaving:
                throw wire.Broken(MailFault.Closed(wire.Host, bye.Text));
            case ImapStatus { Tag: not "*" } status when status.Tag != $"K{_last}":
                throw Odd($"an answer to {status.Tag}, which nobody asked");
            case ImapStatus status when status.Has("CAPABILITY"):
                Can = status.Code.Skip(1).Select(word => word.ToUpperInvariant()).ToHashSet();
                break;
            case ImapStatus status when status.Has("UIDVALIDITY") && News.IsOther(status.Code):
                throw wire.Broken(MailFault.Closed(wire.Host, "UIDVALIDITY"));
            case ImapData { Name: "CAPABILITY" } data:
                Can = data.Items.Select(item => item.Text.ToUpperInvariant()).ToHashSet();
                break;
            case ImapData data:
                News.Take(data);
                break;
        }

        return response;
    }

    public async Task LeaveAsync(TimeSpan wait, CancellationToken ct)
    {
        _leaving = true;
        var tag = NextTag();
        await SayAsync(tag, new ImapCommand("LOGOUT"), null, ct);
        while (await NextAsync(wait, ct) is not ImapStatus { Tag: not "*" })
        {
        }
    }

    /// <returns>The answer, where the server did not want to hear all of it.</returns>
    public async Task<ImapStatus?> SayAsync(string tag, ImapCommand command, Action<ImapResponse>? seen, CancellationToken ct)
    {
        var said = new StringBuilder(tag).Append(' ');
        foreach (var piece in command.Pieces)
        {
            said.Append(piece.Words);
            if (piece.Literal is null)
            {
                continue;
            }

            var unasked = piece.Length <= LongestUnasked && (Can.Contains("LITERAL+") || Can.Contains("LITERAL-"));
            await wire.WriteAsync(said.Append(CultureInfo.InvariantCulture, $"{{{piece.Length}{(unasked ? "+" : "")}}}\r\n").ToString(), ct);
            said.Clear();
            if (!unasked && await MayGoOnAsync(seen, ct) is { } refused)
            {
                return refused;
            }

            await SendAsync(piece, ct);
        }

        await wire.WriteAsync(said.Append("\r\n").ToString(), ct);
        return null;
    }

    async Task<ImapStatus?> MayGoOnAsync(Action<ImapResponse>? seen, CancellationToken ct)
    {
        while (true)
        {
            switch (await NextAsync(settings.Timeout, ct))
            {
                case ImapQuestion:
                    return null;
                case ImapStatus { Tag: not "*" } status:
                    return status.IsGood ? throw Odd("a command was carried out before it was said") : status;
                case var other:
                    seen?.Invoke(other);
                    break;
            }
        }
    }

    async Task SendAsync(ImapPiece piece, CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        for (var left = piece.Length; left > 0;)
        {
            var count = await piece.Literal!.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), ct);
            if (count == 0)
            {
                throw wire.Broken(MailFault.Protocol(wire.Host, "there is less to send than was said"));
            }

            await wire.WriteAsync(buffer.AsMemory(0, count), ct);
            left -= count;
        }
    }

    MailFault Odd(string detail) => wire.Broken(MailFault.Protocol(wire.Host, detail));
}
