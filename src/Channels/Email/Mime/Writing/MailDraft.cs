namespace Kanal.Channels.Email.Mime.Writing;

/// <summary>A letter to be sent. The same draft is written as the same bytes, so that a repeat is recognised as one.</summary>
public sealed record MailDraft
{
    public required MailAddress From { get; init; }

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Not written: they only stand on the envelope.</summary>
    public IReadOnlyList<MailAddress> Bcc { get; init; } = [];

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public required string Subject { get; init; }

    /// <summary>Without angle brackets, as in <see cref="InReplyTo"/> and <see cref="References"/>.</summary>
    public required string MessageId { get; init; }

    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    public required DateTimeOffset Date { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public IReadOnlyList<MailDraftFile> Files { get; init; } = [];

    /// <summary>In this order, after the others.</summary>
    public IReadOnlyList<(string Name, string Value)> ExtraHeaders { get; init; } = [];
}

/// <param name="Name">As the reader sees it; without a folder.</param>
/// <param name="Type">Such as <c>image/png</c>.</param>
/// <param name="Open">Asked once for each writing.</param>
/// <param name="ContentId">Of a picture within the HTML, which names it as <c>cid:</c>; null for what is attached.</param>
public sealed record MailDraftFile(string Name, string Type, Func<Stream> Open, string? ContentId = null);
