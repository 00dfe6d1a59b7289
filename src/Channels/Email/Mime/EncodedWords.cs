using System.Text;

namespace Kanal.Channels.Email.Mime;

/// <summary>
/// Encoded words (RFC 2047) in the text of a header. Letters split between neighbours come together again; words with blanks inside, without an
/// end or stuck to others are read as they were meant.
/// </summary>
static class EncodedWords
{
    const int LongestCharset = 64;
    const int LongestUsual = 400;

    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var held = new Held();
        var (at, hasEnds) = (0, true);
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
            {
                break;
            }

            if (WordAt(text, start, ref hasEnds) is not { } word)
            {
                held.Release(result);
                result.Append(text, at, start + 2 - at);
                at = start + 2;
                continue;
            }

            // Only blanks between two encoded words are not part of the text.
            if (!held.IsEmpty && !text.AsSpan(at, start - at).ContainsAnyExcept(" \t\r\n"))
            {
                at = start;
            }

            if (at < start)
            {
                held.Release(result);
                result.Append(text, at, start - at);
            }

            held.Add(word, result);
            at = word.End;
        }

        held.Release(result);
        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Where the encoded word that starts here ends; -1 if none of a usual length does.</summary>
    public static int EndOf(string text, int start)
    {
        if (start + 1 >= text.Length || text[start + 1] != '?')
        {
            return -1;
        }

        var piece = text.Substring(start, Math.Min(LongestUsual, text.Length - start));
        var hasEnds = true;
        return WordAt(piece, 0, ref hasEnds) is { } word && hasEnds ? start + word.End : -1;
    }

    static Word? WordAt(string text, int start, ref bool hasEnds)
    {
        var charsetEnd = text.AsSpan(start + 2, Math.Min(LongestCharset, text.Length - start - 2)).IndexOf('?') + start + 2;
        if (charsetEnd <= start + 2 || charsetEnd + 2 >= text.Length || text[charsetEnd + 2] != '?' || text[charsetEnd + 1] is not ('Q' or 'q' or 'B' or 'b'))
        {
            return null;
        }

        var from = charsetEnd + 3;
        var end = hasEnds ? text.IndexOf("?=", from, StringComparison.Ordinal) : -1;
        hasEnds = end >= 0;
        var next = end;
        if (end < 0)
        {
            // It was cut off; what is there up to the next blank was meant.
            var blank = text.AsSpan(from).IndexOfAny(' ', '\t', '?');
            end = blank < 0 ? text.Length : from + blank;
            next = end - 2;
        }

        return new Word(text[(start + 2)..charsetEnd], text[charsetEnd + 1] is 'B' or 'b', text[from..end], next + 2);
    }

    sealed record Word(string Charset, bool IsBase64, string Content, int End);

    /// <summary>The bytes of neighbours that share a charset: a letter may begin in one and end in the next.</summary>
    sealed class Held
    {
        readonly List<byte> _bytes = [];
        string? _charset;

        public bool IsEmpty => _charset is null;

        public void Add(Word word, StringBuilder result)
        {
            if (_charset is not null && !_charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase))
            {
                Release(result);
            }

            // Letters beyond a byte stand in a word only if somebody wrote the text itself where its bytes belong.
            if (word.Content.AsSpan().ContainsAnyExceptInRange('\0', '\u00ff'))
            {
                Release(result);
                result.Append(word.Content.Replace('_', ' '));
                return;
            }

            _charset = word.Charset;
            if (word.IsBase64)
            {
                AddBase64(word.Content);
            }
            else
            {
                AddQuoted(word.Content);
            }
        }

        public void Release(StringBuilder result)
        {
            if (_charset is not null)
            {
                result.Append(Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes), _charset));
                _bytes.Clear();
                _charset = null;
            }
        }

        void AddBase64(string content)
        {
            var output = new byte[content.Length + TransferDecoding.Slack];
            var count = new Base64Decoding().Decode(Encoding.Latin1.GetBytes(content), output, true);
            _bytes.AddRange(output.AsSpan(0, count));
        }

        void AddQuoted(string content)
        {
            for (var i = 0; i < content.Length; i++)
            {
                if (content[i] == '=' && i + 2 < content.Length && char.IsAsciiHexDigit(content[i + 1]) && char.IsAsciiHexDigit(content[i + 2]))
                {
                    _bytes.Add(Convert.ToByte(content.Substring(i + 1, 2), 16));
                    i += 2;
                }
                else
                {
                    _bytes.Add((byte)(content[i] == '_' ? ' ' : content[i]));
                }
            }
        }
    }
}
