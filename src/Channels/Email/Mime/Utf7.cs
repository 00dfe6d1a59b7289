using System.Text;

namespace Kanal.Channels.Email.Mime;

/// <summary>UTF-7 (RFC 2152), which .NET no longer reads. Only where a message says so itself: guessing it would let words through that filters could not see.</summary>
static class Utf7
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != '+')
            {
                text.Append((char)bytes[at]);
            }
            else if (at + 1 < bytes.Length && bytes[at + 1] == '-')
            {
                text.Append('+');
                at++;
            }
            else
            {
                at = Shifted(bytes, at + 1, text);
            }
        }

        return text.ToString();
    }

    // Sixteen bits a letter in base64 without padding, until a letter that does not belong; a hyphen only ends it.
    static int Shifted(ReadOnlySpan<byte> bytes, int at, StringBuilder text)
    {
        var (bits, count) = (0, 0);
        for (; at < bytes.Length && Value(bytes[at]) is >= 0 and var value; at++)
        {
            (bits, count) = (bits << 6 | value, count + 6);
            if (count >= 16)
            {
                count -= 16;
                text.Append((char)(bits >> count & 0xffff));
                bits &= (1 << count) - 1;
            }
        }

        return at < bytes.Length && bytes[at] == '-' ? at : at - 1;
    }

    static int Value(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
