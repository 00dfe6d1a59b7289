namespace Kanal.Channels.Email.Mime;

/// <summary>A content transfer encoding being undone piece by piece. Nothing in the input is an error: what can't be read is left out or kept as it is.</summary>
abstract class TransferDecoding
{
    /// <summary>More than this is never added to what one piece of input gives.</summary>
    public const int Slack = 128;

    /// <param name="output">Has room for the input and <see cref="Slack"/> bytes more.</param>
    /// <returns>How many bytes were written.</returns>
    public abstract int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isLast);

    /// <summary>Null where nothing is encoded.</summary>
    public static TransferDecoding? Of(string encoding) => encoding switch
    {
        "base64" => new Base64Decoding(),
        "quoted-printable" => new QuotedPrintableDecoding(),
        "x-uuencode" or "uuencode" or "x-uue" or "uue" => new UuDecoding(),
        _ => null,
    };
}
