using System.Text;

namespace Kanal.Channels.Email.Mime;

/// <summary>One header field.</summary>
/// <param name="Name">As it was written.</param>
/// <param name="Raw">Unfolded, but with its encoded words; bytes beyond ASCII are read as UTF-8 or else in the charset of the part.</param>
public sealed record MailHeader(string Name, string Raw);

/// <summary>The header of a message or a part, in its order.</summary>
public sealed class MailHeaders
{
    const int MostFields = 2_000;

    readonly List<MailHeader> _fields = [];

    public IReadOnlyList<MailHeader> Fields => _fields;

    /// <summary>The first field of that name as people read it, encoded words decoded; null where there is none.</summary>
    public string? this[string name] => Raw(name) is { } raw ? EncodedWords.Decode(raw).Trim() : null;

    /// <summary>The values of all fields of that name, undecoded.</summary>
    public IEnumerable<string> All(string name) => _fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Raw);

    public bool Has(string name) => Raw(name) is not null;

    /// <summary>The first field of that name as it stands there.</summary>
    public string? Raw(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Raw;
            }
        }

        return null;
    }

    /// <summary>Where a field that may stand only once does so twice, the last was added by whoever knew better.</summary>
    internal string? Last(string name)
    {
        for (var i = _fields.Count - 1; i >= 0; i--)
        {
            if (_fields[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return _fields[i].Raw;
            }
        }

        return null;
    }

    internal static MailHeaders Of(ReadOnlySpan<byte> block)
    {
        var headers = new MailHeaders();
        List<(string Name, Range Value)> raw = [];
        for (var at = 0; at < block.Length && raw.Count < MostFields;)
        {
            var end = EndOfField(block, at);
            var field = block[at..end];
            var colon = field.IndexOf((byte)':');
            if (colon > 0)
            {
                raw.Add((Encoding.ASCII.GetString(field[..colon]).TrimEnd(), (at + colon + 1)..end));
            }

            at = end;
        }

        Encoding? charset = null;
        if (block.ContainsAnyInRange((byte)0x80, (byte)0xff))
        {
            foreach (var (name, value) in raw.Where(field => field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
            {
                charset = Charsets.Named(FieldParameters.Of(Unfolded(Encoding.ASCII.GetString(block[value])))["charset"]);
            }
        }

        foreach (var (name, value) in raw)
        {
            headers._fields.Add(new MailHeader(name, Unfolded(Charsets.Guess(block[value], charset))));
        }

        return headers;
    }

    static int EndOfField(ReadOnlySpan<byte> block, int at)
    {
        while (true)
        {
            var length = block[at..].IndexOf((byte)'\n');
            if (length < 0)
            {
                return block.Length;
            }

            at += length + 1;
            if (at >= block.Length || block[at] is not ((byte)' ' or (byte)'\t'))
            {
                return at;
            }
        }
    }

    static string Unfolded(string value) => value.AsSpan().ContainsAny("\r\n\0")
        ? value.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal).Trim()
        : value.Trim();
}
