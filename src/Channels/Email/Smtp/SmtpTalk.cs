using System.Text;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Smtp;

/// <summary>Commands and their replies.</summary>
sealed class SmtpTalk(MailWire wire, MailServerSettings settings)
{
    public MailWire Wire => wire;

    public Task<SmtpReply> AskAsync(string command, CancellationToken ct) => AskAsync(command, settings.Timeout, ct);

    public async Task<SmtpReply> AskAsync(string command, TimeSpan wait, CancellationToken ct)
    {
        await SayAsync([command], ct);
        return await ListenAsync(wait, ct);
    }

    /// <summary>Several commands at once, for servers that take them so.</summary>
    public Task SayAsync(IEnumerable<string> commands, CancellationToken ct)
    {
        var said = new StringBuilder();
        foreach (var command in commands)
        {
            // Whoever wrote the command has looked at what is in it; this is the second look.
            said.Append(command.AsSpan().IndexOfAny('\r', '\n', '\0') < 0 ? command : throw MailFault.Protocol(wire.Host, "a command of several lines")).Append("\r\n");
        }

        return wire.WriteAsync(Encoding.UTF8.GetBytes(said.ToString()), ct);
    }

    public Task<SmtpReply> ListenAsync(CancellationToken ct) => ListenAsync(settings.Timeout, ct);

    public Task<SmtpReply> ListenAsync(TimeSpan wait, CancellationToken ct) => SmtpReplies.ReadAsync(wire, wait, ct);

    public Task<SmtpReply> GreetingAsync(CancellationToken ct) => SmtpReplies.GreetingAsync(wire, settings.Timeout, ct);
}
