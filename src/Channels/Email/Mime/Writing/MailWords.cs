using System.Globalization;
using System.Text;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Mime.Writing;

/// <summary>Texts, names and addresses as they may stand in a header: RFC 5322, 2047 and 2231.</summary>
static class MailWords
{
    const string Begin = "=?utf-8?";
    const string End = "?=";
    const int LongestEncoded = 75;
    const int LongestName = 60;
    const int LongestWord = 70;

    static readonly IdnMapping _idn = new() { UseStd3AsciiRules = true };

    /// <summary>Free text, with spaces where it may be folded.</summary>
    /// <param name="before">Letters that stand before it in its line.</param>
    public static string Text(string text, int before)
    {
        var line = OneLine(text);
        var isPlain = line.All(letter => letter is >= ' ' and <= '~') && !line.Contains("=?", StringComparison.Ordinal)
            && !line.Contains("  ", StringComparison.Ordinal) && line == line.Trim() && line.Split(' ').All(word => word.Length <= LongestWord);
        return isPlain ? line : Encoded(line, before);
    }

    public static string Address(MailAddress address)
    {
        var where = Where(address.Address);
        var name = OneLine(address.Name ?? "").Trim();
        return name.Length == 0 ? where : $"{Phrase(name)} <{where}>";
    }

    public static string Id(string id) => id.Length is > 0 and < 900 && id.All(letter => letter is > ' ' and <= '~' and not ('<' or '>'))
        ? $"<{id}>"
        : throw new ArgumentException("This can't be the id of a message or a part.", nameof(id));

    public static string HeaderName(string name) => name.Length is > 0 and < 64 && name.All(letter => letter is > ' ' and <= '~' and not ':')
        ? name
        : throw new ArgumentException("This can't be the name of a header.", nameof(name));

    /// <summary>What is no type, and what must not be encoded as files are, becomes a file of unknown type.</summary>
    public static string Type(string type)
    {
        var parts = type.Split(';')[0].Trim().Split('/');
        var isType = parts.Length == 2 && parts.All(part => part.Length is > 0 and < 80 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '+' or '.' or '_'));
        return isType && !parts[0].Equals("multipart", StringComparison.OrdinalIgnoreCase) && !parts[0].Equals("message", StringComparison.OrdinalIgnoreCase)
            ? string.Join('/', parts).ToLowerInvariant()
            : "application/octet-stream";
    }

    /// <summary>A name with "; " before it; beyond ASCII, or where it is long, in numbered pieces (RFC 2231).</summary>
    public static string Parameter(string parameter, string name)
    {
        var line = OneLine(name).Replace('/', '_').Replace('\\', '_').Trim();
        if (line.Length <= LongestName && line.All(letter => letter is >= ' ' and <= '~' and not '"') && !line.Contains("  ", StringComparison.Ordinal))
        {
            return $"; {parameter}=\"{line}\"";
        }

        var pieces = Pieces(line, parameter.Length);
        return pieces.Count == 1
            ? $"; {parameter}*=utf-8''{pieces[0]}"
            : string.Concat(pieces.Select((piece, index) => string.Create(CultureInfo.InvariantCulture, $"; {parameter}*{index}*={(index == 0 ? "utf-8''" : "")}{piece}")));
    }

    static List<string> Pieces(string text, int parameter)
    {
        List<string> pieces = [];
        var piece = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '-' or '.' or '_')
                ? rune.ToString()
                : Escaped(rune, '%');
            if (piece.Length + letter.Length > LongestName - parameter)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(letter);
        }

        return [.. pieces, piece.ToString()];
    }

    static string Where(string address)
    {
        var at = address.LastIndexOf('@');
        var isWhole = at > 0 && at < address.Length - 1 && address.Length < 320 && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or ',' or ';');
        try
        {
            return isWhole ? $"{address[..at]}@{_idn.GetAscii(address[(at + 1)..])}" : throw MailFault.BadAddress(OneLine(address));
        }
        catch (ArgumentException)
        {
            throw MailFault.BadAddress(OneLine(address));
        }
    }

    static string Phrase(string name) =>
        !name.All(letter => letter is >= ' ' and <= '~') || name.Contains("=?", StringComparison.Ordinal) || name.Length > LongestWord ? Encoded(name, "Reply-To: ".Length)
        : name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '\'') && !name.Contains("  ", StringComparison.Ordinal) ? name
        : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // Words of at most 75 letters, each of which can be read by itself; in base64 where that is shorter.
    static string Encoded(string text, int before)
    {
        var inBase64 = text.EnumerateRunes().Sum(rune => Quoted(rune).Length) > Encoding.UTF8.GetByteCount(text) * 4 / 3;
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var most = LongestEncoded - Begin.Length - "B?".Length - End.Length - (words.Count == 0 ? before : 0);
            var length = inBase64 ? (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength + 2) / 3 * 4 : word.ToString().EnumerateRunes().Sum(one => Quoted(one).Length) + Quoted(rune).Length;
            if (length > most)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune.ToString());
        }

        words.Add(word.ToString());
        return string.Join(' ', words.Select(one => inBase64
            ? $"{Begin}B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(one))}{End}"
            : $"{Begin}Q?{string.Concat(one.EnumerateRunes().Select(Quoted))}{End}"));
    }

    // The narrowest of the sets in RFC 2047, which may stand in a name too.
    static string Quoted(Rune rune) => rune.Value == ' ' ? "_" : rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value) ? rune.ToString() : Escaped(rune, '=');

    static string Escaped(Rune rune, char sign)
    {
        Span<byte> bytes = stackalloc byte[4];
        var escaped = new StringBuilder();
        foreach (var one in bytes[..rune.EncodeToUtf8(bytes)])
        {
            escaped.Append(sign).Append(one.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    // What would begin another header becomes a space.
    static string OneLine(string text) => new([.. text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)]);
}
