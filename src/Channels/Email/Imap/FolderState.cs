namespace Kanal.Channels.Email.Imap;

/// <summary>A folder as it was when it was chosen.</summary>
/// <param name="UidValidity">While it stays the same, a UID means the same message; when it has changed, all UIDs are to be forgotten.</param>
/// <param name="UidNext">What the next message will have at least; null where the server does not say.</param>
/// <param name="Exists">Messages in it.</param>
public sealed record FolderState(uint UidValidity, uint? UidNext, long Exists, bool IsReadOnly);

/// <param name="Name">As people read it.</param>
/// <param name="Separator">Between the parts of its name; null where there are no folders in folders.</param>
/// <param name="Attributes">As the server says them, such as <c>\Junk</c> or <c>\Noselect</c>.</param>
public sealed record ImapFolder(string Name, char? Separator, IReadOnlyList<string> Attributes)
{
    public bool CanBeChosen => !Is("\\Noselect") && !Is("\\NonExistent");

    public bool Is(string attribute) => Attributes.Contains(attribute, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What is known of a message without reading it.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Received">When it came into the mailbox; null where the server does not say.</param>
public sealed record ImapMessage(uint Uid, long Size, DateTimeOffset? Received, IReadOnlyList<string> Flags)
{
    public bool IsSeen => Flags.Contains("\\Seen", StringComparer.OrdinalIgnoreCase);
}
