namespace Kanal.Channels.Email.Mime.Writing;

/// <summary>A part with its own head; the head of the outermost is the message's.</summary>
abstract class MailPart
{
    public abstract Task WriteAsync(MailText mail, Stream target, CancellationToken ct);
}

sealed class SeveralParts(string kind, string boundary, IReadOnlyList<MailPart> parts) : MailPart
{
    public override async Task WriteAsync(MailText mail, Stream target, CancellationToken ct)
    {
        mail.Header("Content-Type", $"multipart/{kind}; boundary=\"{boundary}\"");
        mail.Line();
        foreach (var part in parts)
        {
            mail.Line($"--{boundary}");
            await part.WriteAsync(mail, target, ct);
        }

        mail.Line($"--{boundary}--");
    }
}

sealed class TextPart(string kind, string text) : MailPart
{
    public override Task WriteAsync(MailText mail, Stream target, CancellationToken ct)
    {
        var whole = text.ReplaceLineEndings("\n");
        var encoded = TextEncoding.Of(whole);
        mail.Header("Content-Type", $"text/{kind}; charset=utf-8");
        mail.Header("Content-Transfer-Encoding", encoded.Name);
        mail.Line();
        foreach (var line in encoded.Lines)
        {
            mail.Line(line);
        }

        return Task.CompletedTask;
    }
}

sealed class FilePart(MailDraftFile file) : MailPart
{
    const int BytesInLine = 57;
    const int Piece = BytesInLine * 512;

    public override async Task WriteAsync(MailText mail, Stream target, CancellationToken ct)
    {
        mail.Header("Content-Type", MailWords.Type(file.Type) + MailWords.Parameter("name", file.Name));
        mail.Header("Content-Transfer-Encoding", "base64");
        mail.Header("Content-Disposition", (file.ContentId is null ? "attachment" : "inline") + MailWords.Parameter("filename", file.Name));
        if (file.ContentId is { } id)
        {
            mail.Header("Content-ID", MailWords.Id(id));
        }

        mail.Line();
        await using var content = file.Open();
        var piece = new byte[Piece];
        int count;
        do
        {
            count = await content.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, ct);
            for (var at = 0; at < count; at += BytesInLine)
            {
                mail.Line(Convert.ToBase64String(piece, at, Math.Min(BytesInLine, count - at)));
            }

            if (mail.IsFull)
            {
                await mail.FlushAsync(target, ct);
            }
        }
        while (count == Piece);
    }
}
