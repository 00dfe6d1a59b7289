using System.Globalization;

namespace Kanal.Centre.Live;

enum PieceKind
{
    /// <summary>A node joins.</summary>
    Came = '+',

    /// <summary>A node joins that was taken for dead; what it rang as another may be lost.</summary>
    Again = '*',

    /// <summary>A node says goodbye; everything it rang was sent.</summary>
    Left = '-',

    /// <summary>Words, whole.</summary>
    Words = '=',

    /// <summary>The beginning of a word that is too long for one piece.</summary>
    First = '<',

    /// <summary>More of it.</summary>
    Next = '~',

    /// <summary>Its end.</summary>
    Last = '>',
}

/// <summary>One notification: who sent it, its number among those of the sender, and what it carries.</summary>
readonly record struct NodePiece(PieceKind Kind, string From, long Number = 0, string Body = "")
{
    /// <summary>Bytes that stand before the body at most.</summary>
    public const int Head = 48;

    public string Text => string.Create(CultureInfo.InvariantCulture, $"{(char)Kind}{From} {Number} {Body}");

    /// <returns>Null where it is nothing that this program knows, from a later one perhaps.</returns>
    public static NodePiece? Read(string text) =>
        text.Split(' ', 3) is [{ Length: > 1 } from, var number, var body] && Enum.IsDefined((PieceKind)from[0]) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new NodePiece((PieceKind)from[0], from[1..], place, body)
            : null;
}
