using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Kanal.Centre.Attachments;

/// <summary>
/// A kind of file that we take. What a file is, its content says; the name and the claimed type only choose between kinds of plain text.
/// HTML, SVG, archives, macros and programs are none of these, so they are never kept and never served.
/// </summary>
/// <param name="Type">The media type that it is served with.</param>
/// <param name="Extensions">Those its name may have; the first is given to a name that has none of them.</param>
sealed record FileKind(string Type, params string[] Extensions)
{
    const int LongestStart = 64;

    static readonly FileKind _png = new("image/png", ".png");
    static readonly FileKind _jpeg = new("image/jpeg", ".jpg", ".jpeg", ".jpe", ".jfif");
    static readonly FileKind _gif = new("image/gif", ".gif");
    static readonly FileKind _webp = new("image/webp", ".webp");
    static readonly FileKind _pdf = new("application/pdf", ".pdf");
    static readonly FileKind _text = new("text/plain", ".txt", ".log", ".md");
    static readonly FileKind _table = new("text/csv", ".csv");
    static readonly FileKind _docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    static readonly FileKind _xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    static readonly FileKind _odt = new("application/vnd.oasis.opendocument.text", ".odt");
    static readonly FileKind _ods = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");

    public static IReadOnlyList<FileKind> All { get; } = [_png, _jpeg, _gif, _webp, _pdf, _text, _table, _docx, _xlsx, _odt, _ods];

    /// <summary>The kind of a whole file, or null where it is none that we take. Leaves <paramref name="content"/> anywhere.</summary>
    public static FileKind? Of(Stream content, string name)
    {
        Span<byte> start = stackalloc byte[LongestStart];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, LongestStart, throwOnEndOfStream: false)];
        return start switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => _png,
            [0xFF, 0xD8, 0xFF, ..] => _jpeg,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => _gif,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => _webp,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => _pdf,
            [(byte)'P', (byte)'K', 3, 4, ..] => Office(content),
            _ => Text(content, start, Path.GetExtension(name)),
        };
    }

    static FileKind? Office(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            if (zip.GetEntry("mimetype") is { Length: < 100 } label)
            {
                using var reader = new StreamReader(label.Open(), Encoding.ASCII);
                var type = reader.ReadToEnd().Trim();
                return type == _odt.Type ? _odt : type == _ods.Type ? _ods : null;
            }

            return zip.GetEntry("[Content_Types].xml") is null ? null
                : zip.GetEntry("word/document.xml") is not null ? _docx
                : zip.GetEntry("xl/workbook.xml") is not null ? _xlsx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static FileKind? Text(Stream content, ReadOnlySpan<byte> start, string extension)
    {
        var kind = extension.Length == 0 ? _text : All.FirstOrDefault(kind => kind.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
        return (kind == _text || kind == _table) && content.Length <= FileShelf.Largest && !LooksLikeMarkup(start) && IsPlain(content) ? kind : null;
    }

    static bool LooksLikeMarkup(ReadOnlySpan<byte> start)
    {
        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text is ['<', var next, ..] && (char.IsAsciiLetter(next) || next is '!' or '?') && !text.Contains('@');
    }

    static bool IsPlain(Stream content)
    {
        content.Position = 0;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return Utf8.IsValid(bytes) && !bytes.AsSpan().ContainsAnyInRange((byte)0, (byte)8) && !bytes.AsSpan().ContainsAnyInRange((byte)14, (byte)31);
    }
}
