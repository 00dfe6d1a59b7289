using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Kanal.Channels.Email.Mime;

/// <summary>Bytes as text by the name of their charset, with the names that programs made up, the labels that are wrong as a rule, and a guess where there is none.</summary>
static class Charsets
{
    const int FewLetters = 4;
    const int MostCounted = 64 * 1024;

    // Wide charsets that are called by the name of their narrower ancestor, and names that only mail knows.
    static readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8", ["utf_8"] = "utf-8", ["utf-8mb4"] = "utf-8", ["cp65001"] = "utf-8", ["unicode-1-1-utf-8"] = "utf-8", ["x-unicode-2-0-utf-8"] = "utf-8",
        ["iso-8859-1"] = "windows-1252", ["iso8859-1"] = "windows-1252", ["iso_8859-1"] = "windows-1252", ["iso88591"] = "windows-1252", ["latin1"] = "windows-1252", ["latin-1"] = "windows-1252",
        ["l1"] = "windows-1252", ["cp819"] = "windows-1252", ["ansi"] = "windows-1252", ["x-ansi"] = "windows-1252", ["iso-8859-9"] = "windows-1254", ["latin5"] = "windows-1254",
        ["shift_jis"] = "932", ["shift-jis"] = "932", ["sjis"] = "932", ["x-sjis"] = "932", ["ms_kanji"] = "932", ["cp932"] = "932", ["windows-31j"] = "932",
        ["iso-2022-jp"] = "50221", ["iso-2022-jp-1"] = "50221", ["iso-2022-jp-2"] = "50221", ["iso-2022-jp-ms"] = "50221", ["cp50220"] = "50221", ["csiso2022jp"] = "50221",
        ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["x-gbk"] = "gb18030", ["cp936"] = "gb18030", ["gb_2312-80"] = "gb18030", ["euc-cn"] = "gb18030", ["gb-2312"] = "gb18030",
        ["ks_c_5601-1987"] = "949", ["ks_c_5601"] = "949", ["ksc5601"] = "949", ["ks_c_5601-1989"] = "949", ["euc-kr"] = "949", ["euckr"] = "949", ["cp949"] = "949", ["uhc"] = "949", ["windows-949"] = "949",
        ["big5-hkscs"] = "950", ["big-5"] = "950", ["cp950"] = "950", ["x-big5"] = "950", ["hz-gb-2312"] = "52936", ["hz"] = "52936", ["iso-2022-kr"] = "50225",
        ["tis-620"] = "874", ["iso-8859-11"] = "874", ["windows-874"] = "874", ["dos-874"] = "874", ["mac"] = "10000", ["macroman"] = "10000", ["x-mac-roman"] = "10000", ["mac-centraleurope"] = "10029", ["x-mac-ce"] = "10029",
        ["koi8"] = "koi8-r", ["koi8-ru"] = "koi8-u", ["iso-8859-8-i"] = "28598", ["iso-8859-8-e"] = "28598", ["iso-8859-6-i"] = "28596", ["iso-8859-6-e"] = "28596", ["visual"] = "28598", ["logical"] = "28598",
        ["latin2"] = "iso-8859-2", ["latin-2"] = "iso-8859-2", ["latin9"] = "28605", ["latin-9"] = "28605", ["iso-8859-15"] = "28605", ["iso8859-15"] = "28605", ["latin7"] = "28603",
        ["ucs-2"] = "utf-16", ["ucs-2be"] = "utf-16be", ["ucs-4"] = "utf-32", ["iso-10646-ucs-2"] = "utf-16be", ["unicode"] = "utf-16", ["x-euc-jp"] = "51932", ["eucjp"] = "51932", ["euc-jp"] = "51932",
    };

    static readonly Encoding _western = Registered();

    /// <summary>The charset of that name; null where nobody knows it, and where it only says that it is not known.</summary>
    public static Encoding? Named(string? name)
    {
        var plain = Plain(name);
        if (plain.Length is 0 or > 40)
        {
            return null;
        }

        if (SingleByte.Named(plain) is { } own)
        {
            return own;
        }

        try
        {
            var known = _aliases.GetValueOrDefault(plain) ?? Numbered(plain) ?? plain;
            var encoding = int.TryParse(known, out var page) ? Encoding.GetEncoding(page) : Encoding.GetEncoding(known);
            // Ours is below, and what is called ASCII is looked at.
            return encoding.CodePage is 65000 or 20127 ? null : encoding;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static string Decode(ReadOnlySpan<byte> bytes, string? name)
    {
        if (IsUtf7(name))
        {
            return Utf7.Decode(bytes);
        }

        var encoding = Named(name);
        return encoding is null or { CodePage: 65001 } ? Guess(bytes, encoding)
            : encoding.CodePage is 1200 or 1201 or 12000 or 12001 || !bytes.ContainsAnyInRange((byte)0x80, (byte)0xff) ? encoding.GetString(bytes)
            : Mislabelled(bytes, encoding).GetString(bytes);
    }

    /// <summary>UTF-8 if it is, or for the most part; else the one given, or Western European if none is given.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes, Encoding? otherwise)
    {
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xff))
        {
            return bytes.Contains((byte)0x1b) && IsJapanese(bytes) ? Encoding.GetEncoding(50221).GetString(bytes) : Encoding.ASCII.GetString(bytes);
        }

        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        // Cut in the middle of a letter, or put together from two; or called UTF-8 without a single letter of it.
        var (letters, others) = Counted(bytes);
        return letters > 2 * others ? Encoding.UTF8.GetString(bytes)
            : otherwise is null || (otherwise.CodePage == 65001 && letters == 0) ? _western.GetString(bytes)
            : otherwise.GetString(bytes);
    }

    // Text of another charset is hardly ever UTF-8 by accident, unless it is very little.
    static Encoding Mislabelled(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        !Utf8.IsValid(bytes) ? encoding
        : Counted(bytes).Letters >= FewLetters ? Encoding.UTF8
        : encoding.CodePage == 1252 ? Encoding.Latin1
        : encoding;

    public static bool IsUtf7(string? name) => Plain(name) is var plain && plain.EndsWith("utf-7", StringComparison.OrdinalIgnoreCase);

    static bool IsJapanese(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0;

    static (int Letters, int Others) Counted(ReadOnlySpan<byte> bytes)
    {
        var (letters, others) = (0, 0);
        var rest = bytes[..Math.Min(bytes.Length, MostCounted)];
        while (rest.IndexOfAnyInRange((byte)0x80, (byte)0xff) is >= 0 and var at)
        {
            rest = rest[at..];
            var isLetter = Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done;
            (letters, others) = isLetter ? (letters + 1, others) : (letters, others + 1);
            rest = rest[length..];
        }

        return (letters, others);
    }

    // RFC 2231 allows a language behind a star in encoded words; some write quotes or a comment.
    static string Plain(string? name)
    {
        var plain = (name ?? "").Trim(' ', '\t', '"', '\'', ';', '<', '>');
        var end = plain.AsSpan().IndexOfAny('*', ' ', '(');
        return end < 0 ? plain : plain[..end];
    }

    static string? Numbered(string name)
    {
        var digits = name.AsSpan();
        foreach (var prefix in (ReadOnlySpan<string>)["windows-", "windows", "x-cp", "cp-", "cp", "ibm-", "ibm", "ms"])
        {
            if (digits.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && int.TryParse(digits[prefix.Length..], out _))
            {
                return digits[prefix.Length..].ToString();
            }
        }

        return digits.StartsWith("iso8859", StringComparison.OrdinalIgnoreCase) || digits.StartsWith("iso_8859", StringComparison.OrdinalIgnoreCase)
            ? $"iso-8859-{digits[(digits.IndexOf("8859") + 4)..].Trim("-_")}"
            : null;
    }

    static Encoding Registered()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }
}
