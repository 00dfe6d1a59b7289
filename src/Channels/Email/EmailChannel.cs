using Kanal.Centre.Delivery;

namespace Kanal.Channels.Email;

/// <summary>Letters: they come in from mailboxes over IMAP and go out over SMTP.</summary>
public sealed class EmailChannel : IChannel
{
    public string Kind => "email";
}
