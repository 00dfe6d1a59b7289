using System.Text;
using System.Text.RegularExpressions;

namespace Kanal.Centre.Imports;

/// <summary>Text in UTF-8, in UTF-16 with its mark, or, for a page that says so itself, in another encoding. Nothing is guessed: a wrong guess turns "ø" into "ř" and nobody sees it.</summary>
static partial class SourceEncoding
{
    static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UnreadableException">It is in none of these.</exception>
    public static string Read(byte[] bytes, string path)
    {
        var marked = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            _ => null,
        };
        if (marked is not null)
        {
            return marked;
        }

        try
        {
            return _utf8.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            return Told(bytes, path)?.GetString(bytes)
                ?? throw new UnreadableException("This is not in UTF-8. Save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\").", 1 + bytes.AsSpan(0, Math.Clamp(wrong.Index, 0, bytes.Length)).Count((byte)'\n'));
        }
    }

    static Encoding? Told(byte[] bytes, string path)
    {
        if (!SourceKind.IsHtml(path) || Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2048))) is not { Success: true } told)
        {
            return null;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(told.Groups[1].Value) ?? (told.Groups[1].Value.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null);
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-zA-Z0-9_:-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
