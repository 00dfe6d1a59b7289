using System.Text;

namespace Kanal.Channels.Email.Imap;

/// <summary>Names of folders as they go over the wire: modified UTF-7 (RFC 3501, 5.1.3).</summary>
public static class FolderName
{
    public static string Encoded(string name)
    {
        var encoded = new StringBuilder();
        var beyond = new StringBuilder();
        foreach (var letter in name)
        {
            if (letter is >= ' ' and <= '~')
            {
                Shift(encoded, beyond);
                encoded.Append(letter == '&' ? "&-" : letter);
            }
            else
            {
                beyond.Append(letter);
            }
        }

        Shift(encoded, beyond);
        return encoded.ToString();
    }

    /// <summary>What can't be decoded stays as it came, so that it can still be asked for.</summary>
    public static string Decoded(string name)
    {
        var decoded = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] != '&')
            {
                decoded.Append(name[at]);
                continue;
            }

            var end = name.IndexOf('-', at);
            if (end < 0 || Letters(name[(at + 1)..end]) is not { } letters)
            {
                return name;
            }

            decoded.Append(letters);
            at = end;
        }

        return Encoded(decoded.ToString()) == name ? decoded.ToString() : name;
    }

    static void Shift(StringBuilder encoded, StringBuilder beyond)
    {
        if (beyond.Length > 0)
        {
            encoded.Append('&').Append(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(beyond.ToString())).TrimEnd('=').Replace('/', ',')).Append('-');
            beyond.Clear();
        }
    }

    static string? Letters(string base64)
    {
        if (base64.Length == 0)
        {
            return "&";
        }

        var padded = base64.Replace(',', '/').PadRight((base64.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var count) && count % 2 == 0 ? Encoding.BigEndianUnicode.GetString(bytes, 0, count) : null;
    }
}
