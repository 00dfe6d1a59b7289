using System.Globalization;
using System.Text;

namespace Kanal.Channels.Email.Mime.Writing;

/// <summary>How a text goes over the wire: as it is, quoted-printable, or base64 where most of it is beyond ASCII.</summary>
sealed record TextEncoding(string Name, IEnumerable<string> Lines)
{
    const int LongestLine = 76;

    /// <param name="text">With \n for line ends.</param>
    public static TextEncoding Of(string text)
    {
        // The end of a part's last line belongs to the boundary after it.
        var lines = (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        if (lines.All(IsPlain))
        {
            return new("7bit", lines);
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        var high = bytes - text.Count(char.IsAscii);
        return high * 3 > bytes ? new("base64", Base64(text)) : new("quoted-printable", lines.SelectMany(Quoted));
    }

    // What mail programs on the way are known to change is not left plain: "From " at the start of a line, spaces at its end, a lone dot.
    static bool IsPlain(string line) => line.Length <= LongestLine && line.All(letter => letter is >= ' ' and <= '~') && !line.EndsWith(' ')
        && !line.StartsWith("From ", StringComparison.Ordinal) && line != "." && !line.Contains("=_", StringComparison.Ordinal);

    static IEnumerable<string> Quoted(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var quoted = new StringBuilder(LongestLine);
        for (var i = 0; i < bytes.Length; i++)
        {
            var one = bytes[i];
            var isLast = i == bytes.Length - 1;
            var startsHarmfully = quoted.Length == 0 && (one == '.' || (one == 'F' && bytes.AsSpan(i).StartsWith("From "u8)));
            var isPlain = one is >= (byte)' ' and <= (byte)'~' && one != '=' && !(one == ' ' && isLast) && !startsHarmfully;
            if (quoted.Length + (isPlain ? 1 : 3) > LongestLine - (isLast ? 0 : 1))
            {
                yield return quoted.Append('=').ToString();
                quoted.Clear();
                startsHarmfully = one == '.' || (one == 'F' && bytes.AsSpan(i).StartsWith("From "u8));
                isPlain &= !startsHarmfully;
            }

            _ = isPlain ? quoted.Append((char)one) : quoted.Append(CultureInfo.InvariantCulture, $"={one:X2}");
        }

        yield return quoted.ToString();
    }

    static IEnumerable<string> Base64(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
        for (var at = 0; at < bytes.Length; at += 57)
        {
            yield return Convert.ToBase64String(bytes, at, Math.Min(57, bytes.Length - at));
        }
    }
}
