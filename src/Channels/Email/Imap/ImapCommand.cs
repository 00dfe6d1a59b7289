using System.Globalization;
using System.Text;

namespace Kanal.Channels.Email.Imap;

/// <summary>A command, piece by piece: words as they are, and texts as quoted strings or literals, so that none can end the line.</summary>
sealed class ImapCommand(string words)
{
    readonly List<ImapPiece> _pieces = [new(words, null, 0)];

    public IReadOnlyList<ImapPiece> Pieces => _pieces;

    public ImapCommand Words(string more) => Add(new(" " + more, null, 0));

    public ImapCommand Number(uint number) => Words(number.ToString(CultureInfo.InvariantCulture));

    public ImapCommand Text(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~'))
        {
            return Words($"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return Literal(new MemoryStream(bytes), bytes.Length);
    }

    public ImapCommand Literal(Stream content, long length) => Words("").Add(new("", content, length));

    ImapCommand Add(ImapPiece piece)
    {
        _pieces.Add(piece);
        return this;
    }
}

sealed record ImapPiece(string Words, Stream? Literal, long Length);
