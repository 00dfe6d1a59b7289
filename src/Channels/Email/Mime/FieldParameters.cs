using System.Text;

namespace Kanal.Channels.Email.Mime;

/// <summary>
/// A value with parameters, such as <c>text/plain; charset=utf-8</c>, with continuations and charsets (RFC 2231) and what programs write instead:
/// encoded words, values with blanks and no quotes, missing semicolons.
/// </summary>
sealed class FieldParameters
{
    const int MostParameters = 200;

    readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    FieldParameters(string value) => Value = value;

    public static FieldParameters None { get; } = new("");

    /// <summary>What stands before the parameters, in small letters.</summary>
    public string Value { get; }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public static FieldParameters Of(string? text)
    {
        var field = text ?? "";
        var at = 0;
        AddressReading.SkipBlanks(field, ref at);
        var start = at;
        while (at < field.Length && field[at] is not (';' or ' ' or '\t' or '(' or '='))
        {
            at++;
        }

        // A field that starts with a parameter has no value.
        var isParameter = at < field.Length && field[at] == '=';
        var parameters = new FieldParameters(isParameter ? "" : field[start..at].Trim('"', ',').ToLowerInvariant());
        parameters.Join(Read(field, isParameter ? start : at));
        return parameters;
    }

    static List<(string Name, string Value)> Read(string field, int at)
    {
        List<(string, string)> read = [];
        while (at < field.Length && read.Count < MostParameters)
        {
            if (field[at] is ';' or ' ' or '\t' or ',')
            {
                at++;
                continue;
            }

            if (field[at] == '(')
            {
                AddressReading.Comment(field, ref at);
                continue;
            }

            var start = at;
            while (at < field.Length && field[at] is not ('=' or ';'))
            {
                at++;
            }

            if (at == field.Length || field[at] == ';')
            {
                continue;
            }

            // Where a semicolon is missing, the name is the last word before the equals sign.
            var name = field[start..at].Trim();
            name = name[(name.LastIndexOfAny([' ', '\t']) + 1)..];
            at++;
            AddressReading.SkipBlanks(field, ref at);
            read.Add((name, at < field.Length && field[at] == '"' ? AddressReading.Quoted(field, ref at) : Bare(field, ref at)));
        }

        return read;
    }

    static string Bare(string field, ref int at)
    {
        var start = at;
        while (at < field.Length && field[at] != ';')
        {
            if (field[at] is ' ' or '\t' && StartsParameter(field, at))
            {
                return field[start..at];
            }

            if (field[at] == '(' && at > start && field[at - 1] is ' ' or '\t')
            {
                var value = field[start..at];
                AddressReading.Comment(field, ref at);
                return value.Trim();
            }

            at++;
        }

        return field[start..at].Trim();
    }

    // A blank and then a word with an equals sign: the next parameter without its semicolon.
    static bool StartsParameter(string field, int at)
    {
        var start = ++at;
        while (at < field.Length && at - start < 40 && (char.IsAsciiLetterOrDigit(field[at]) || field[at] is '-' or '*'))
        {
            at++;
        }

        return at > start && at < field.Length && field[at] == '=' && !(at + 1 < field.Length && field[at + 1] == '?');
    }

    void Join(List<(string Name, string Value)> read)
    {
        Dictionary<string, List<(int Number, bool IsEncoded, string Value)>> pieces = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in read)
        {
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0)
            {
                _values.TryAdd(name, EncodedWords.Decode(value));
                continue;
            }

            var isEncoded = name.EndsWith('*');
            var number = int.TryParse(name.AsSpan(star + 1).Trim('*'), out var given) ? given : 0;
            if (!pieces.TryGetValue(name[..star], out var its))
            {
                pieces[name[..star]] = its = [];
            }

            its.Add((number, isEncoded, value));
        }

        foreach (var (name, its) in pieces)
        {
            _values[name] = Joined([.. its.OrderBy(piece => piece.Number)]);
        }
    }

    static string Joined(List<(int Number, bool IsEncoded, string Value)> pieces)
    {
        List<byte> bytes = [];
        string? charset = null;
        foreach (var (i, piece) in pieces.Index())
        {
            var value = piece.Value;
            if (i == 0 && piece.IsEncoded && value.Split('\'', 3) is [var named, _, var rest])
            {
                (charset, value) = (named, rest);
            }

            Unescape(value, piece.IsEncoded, bytes);
        }

        var decoded = Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes), charset is "" ? null : charset);
        return charset is null ? EncodedWords.Decode(decoded) : decoded;
    }

    static void Unescape(string value, bool isEncoded, List<byte> bytes)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (isEncoded && value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2]))
            {
                bytes.Add(Convert.ToByte(value.Substring(i + 1, 2), 16));
                i += 2;
            }
            else if (value[i] < 0x80)
            {
                bytes.Add((byte)value[i]);
            }
            else
            {
                var length = i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(value, i, length));
                i += length - 1;
            }
        }
    }
}
