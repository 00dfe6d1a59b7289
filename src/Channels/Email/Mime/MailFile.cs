namespace Kanal.Channels.Email.Mime;

/// <summary>What a message carries beside its text: files, pictures, other messages (message/rfc822, to be read by <see cref="Mail.Read"/>), further texts.</summary>
public sealed class MailFile
{
    readonly MailPart _part;

    internal MailFile(MailPart part) => _part = part;

    /// <summary>As the sender wrote it, which may hold anything; null where there is none.</summary>
    public string? Name => _part.Name;

    /// <summary>The media type in small letters, such as application/pdf. Said by the sender.</summary>
    public string Type => _part.Type;

    /// <summary>Bytes when decoded. Counted when it is asked for first, which reads the part once.</summary>
    public long Size => _part.Size;

    /// <summary>Meant to be shown within the text.</summary>
    public bool Inline => _part.IsInline;

    /// <summary>What HTML names it by (cid:), without angle brackets.</summary>
    public string? ContentId => _part.ContentId;

    /// <summary>The decoded content, read from the message's stream while it is read.</summary>
    public Stream Open() => _part.Open();
}
