namespace Kanal.Channels.Email.Mime;

/// <summary>The text of a part.</summary>
static class BodyText
{
    /// <summary>Of a longer text the beginning is read; the message itself is kept whole.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    public static string Of(MailPart part)
    {
        var text = Charsets.Decode(Bytes(part, MostBytes), part.Charset);
        text = text.StartsWith('\ufeff') ? text[1..] : text;
        return text.Contains('\r', StringComparison.Ordinal) ? Plain(text) : text;
    }

    public static byte[] Bytes(MailPart part, int most)
    {
        using var content = part.Open();
        // Nothing is longer decoded than it was.
        var buffer = new byte[(int)Math.Clamp(part.End - part.Start, 0, most)];
        var read = content.ReadAtLeast(buffer, buffer.Length, false);
        return read == buffer.Length ? buffer : buffer[..read];
    }

    // A carriage return with a line feed is a line end, and so is one alone.
    static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
