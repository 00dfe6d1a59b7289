namespace Kanal.Channels.Email.Mime;

/// <summary>
/// A message as it was sent. Its parts are found when it is read; texts and files are decoded from the stream when they are asked for, so the
/// stream stays open as long as the message is used, and large files cost no memory. Not for several threads at once.
/// </summary>
public sealed class Mail
{
    readonly IReadOnlyList<MailPart> _parts;
    readonly MailPart? _text;
    readonly MailPart? _html;

    Mail(IReadOnlyList<MailPart> parts)
    {
        _parts = parts;
        List<MailPart> files = [];
        foreach (var part in parts.Where(part => part.Children == 0 && !(part.IsMultipart && IsBlank(part))))
        {
            var isBody = part is { IsAttachment: false, Name: null };
            if (isBody && _text is null && part.Type == "text/plain")
            {
                _text = part;
            }
            else if (isBody && _html is null && part.Type == "text/html")
            {
                _html = part;
            }
            else
            {
                files.Add(part);
            }
        }

        Files = [.. files.Select(part => new MailFile(part))];
    }

    /// <param name="seekable">Read from its beginning. Whatever it holds, there is a message in it; only reading itself can fail.</param>
    public static Mail Read(Stream seekable) => new(PartScanner.Of(seekable));

    public MailHeaders Headers => _parts[0].Headers;

    /// <summary>Empty where there is none.</summary>
    public string Subject => field ??= Headers["Subject"] ?? "";

    public IReadOnlyList<MailAddress> From => field ??= AddressList.Of(Headers.Raw("From"));

    public IReadOnlyList<MailAddress> To => field ??= Addresses("To");

    public IReadOnlyList<MailAddress> Cc => field ??= Addresses("Cc");

    public IReadOnlyList<MailAddress> ReplyTo => field ??= AddressList.Of(Headers.Raw("Reply-To"));

    /// <summary>Without angle brackets.</summary>
    public string? MessageId => MessageIds.One(Headers.Raw("Message-ID"));

    public IReadOnlyList<string> InReplyTo => field ??= MessageIds.Of(Headers.Raw("In-Reply-To"));

    public IReadOnlyList<string> References => field ??= MessageIds.Of(Headers.Raw("References"));

    public DateTimeOffset? Date => Dated?.Time;

    /// <summary>The date, and whether it said where on earth.</summary>
    public MailDate? Dated => MailDate.Of(Headers.Raw("Date"));

    /// <summary>The first part that is plain text and no file, with line feeds and whatever letters it holds; null where there is none.</summary>
    public string? Text => _text is null ? null : field ??= BodyText.Of(_text);

    /// <summary>The first part that is HTML and no file, as it was sent; null where there is none. It is large and read once, so it is not kept.</summary>
    public string? Html => _html is null ? null : BodyText.Of(_html);

    /// <summary>Whether lines of the text that end with a blank go on in the next (RFC 3676).</summary>
    public bool IsFlowed => _text?.IsFlowed == true;

    /// <summary>Whether the blank at such a line's end is no part of the text.</summary>
    public bool DropsSpaces => _text?.DropsSpaces == true;

    /// <summary>Everything that is not <see cref="Text"/> or <see cref="Html"/>, in its order.</summary>
    public IReadOnlyList<MailFile> Files { get; }

    /// <summary>Null where this is no report about an earlier message.</summary>
    public MailReport? Report => field ??= ReportReading.Of(_parts);

    /// <summary>What stands in a message whose parts could not be told apart, such as one that names no boundary; null where that is not so.</summary>
    public string? Unparted => _parts is [{ IsMultipart: true, Children: 0 } whole] ? BodyText.Of(whole) : null;

    internal string Type => _parts[0].Type;

    IReadOnlyList<MailAddress> Addresses(string name) => [.. Headers.All(name).SelectMany(AddressList.Of)];

    static bool IsBlank(MailPart part) => string.IsNullOrWhiteSpace(BodyText.Of(part));
}
