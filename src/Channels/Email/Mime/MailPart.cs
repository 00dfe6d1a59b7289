namespace Kanal.Channels.Email.Mime;

/// <summary>A part of a message and where its body lies in the stream.</summary>
sealed class MailPart(MailPart? parent, Stream source)
{
    long? _size;
    FieldParameters _type = FieldParameters.None;
    FieldParameters _disposition = FieldParameters.None;

    public MailPart? Parent => parent;

    public MailHeaders Headers { get; private set; } = new();

    public long Start { get; set; }

    public long End { get; set; }

    public int Children { get; set; }

    /// <summary>Such as text/plain, which is also what a part is that does not say what it is.</summary>
    public string Type { get; private set; } = "text/plain";

    public string? Boundary { get; private set; }

    public string? Charset => _type["charset"];

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsAttachment => _disposition.Value == "attachment";

    public bool IsInline => _disposition.Value == "inline";

    public string? Name => (_disposition["filename"] ?? _type["name"]) is { } name && name.Trim() is { Length: > 0 } shown ? shown : null;

    public string? ContentId => MessageIds.One(Headers.Raw("Content-ID"));

    public bool IsFlowed => string.Equals(_type["format"], "flowed", StringComparison.OrdinalIgnoreCase);

    public bool DropsSpaces => string.Equals(_type["delsp"], "yes", StringComparison.OrdinalIgnoreCase);

    /// <summary>Of what <see cref="Open"/> gives, in bytes. Counted when it is asked for first.</summary>
    public long Size => _size ??= Counted();

    public void TakeHeaders(MailHeaders headers)
    {
        Headers = headers;
        _type = FieldParameters.Of(headers.Last("Content-Type"));
        _disposition = FieldParameters.Of(headers.Last("Content-Disposition"));
        Type = _type.Value.IndexOf('/', StringComparison.Ordinal) is var slash && slash > 0 && slash < _type.Value.Length - 1 ? _type.Value
            : parent?.Type == "multipart/digest" && _type.Value.Length == 0 ? "message/rfc822"
            : "text/plain";
        Boundary = IsMultipart && _type["boundary"]?.TrimEnd() is { Length: > 0 } boundary ? boundary : null;
    }

    public Stream Open()
    {
        var raw = new RangeStream(source, Start, Math.Max(Start, End));
        return Decoding() is { } decoding ? new DecodedStream(raw, decoding) : raw;
    }

    long Counted()
    {
        if (Decoding() is null)
        {
            return Math.Max(0, End - Start);
        }

        using var content = Open();
        var (buffer, size) = (new byte[16 * 1024], 0L);
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            size += read;
        }

        return size;
    }

    TransferDecoding? Decoding() =>
        IsMultipart ? null : TransferDecoding.Of(AddressReading.WithoutComments(Headers.Last("Content-Transfer-Encoding") ?? "").Trim(' ', '\t', '"', ';').ToLowerInvariant());
}
