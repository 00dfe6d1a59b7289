using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Kanal.Channels.Email.Dns;

/// <summary>Questions and answers as they go over the wire (RFC 1035). What does not fit is no answer.</summary>
static class DnsMessage
{
    const int Head = 12;
    const int Internet = 1;
    const int Options = 41;
    const ushort LargestPacket = 1232;
    const int LongestName = 255;
    const int MostJumps = 32;
    const int MostAliases = 8;

    static readonly IdnMapping _idn = new() { UseStd3AsciiRules = false };

    /// <returns>Null where the name can't be one.</returns>
    public static byte[]? Question(ushort id, string name, DnsType type)
    {
        var labels = Ascii(name)?.Split('.');
        if (labels is null || labels.Any(label => label.Length is 0 or > 63) || labels.Sum(label => label.Length + 1) > LongestName - 1)
        {
            return null;
        }

        using var message = new MemoryStream();
        // Recursion is desired; one question, and one line of options that says how much may come at once.
        message.Write([(byte)(id >> 8), (byte)id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
        foreach (var label in labels)
        {
            message.WriteByte((byte)label.Length);
            message.Write(Encoding.ASCII.GetBytes(label));
        }

        message.Write([0, 0, (byte)type, 0, Internet]);
        message.Write([0, 0, Options, LargestPacket >> 8, LargestPacket & 0xFF, 0, 0, 0, 0, 0, 0]);
        return message.ToArray();
    }

    /// <summary>Whether it answers just this question; anybody may send a packet.</summary>
    public static bool Answers(ReadOnlySpan<byte> message, ReadOnlySpan<byte> question)
    {
        var asked = question.Length - Head - 11;
        if (message.Length < Head + asked || !message[..2].SequenceEqual(question[..2]) || (message[2] & 0xF8) != 0x80 || message[4] != 0 || message[5] != 1)
        {
            return false;
        }

        for (var i = Head; i < Head + asked; i++)
        {
            if (Lower(message[i]) != Lower(question[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsCut(ReadOnlySpan<byte> message) => (message[2] & 2) != 0;

    /// <returns>Null where the server could not say, or said what can't be read.</returns>
    public static DnsRecords? Read(ReadOnlySpan<byte> message, int questionLength, string name, DnsType type)
    {
        const int NoSuchName = 3;
        if ((message[3] & 15) is not (0 or NoSuchName))
        {
            return null;
        }

        List<(string Owner, int Type, int At, int Length)> records = [];
        var at = Head + questionLength - Head - 11;
        for (var left = BinaryPrimitives.ReadUInt16BigEndian(message[6..]); left > 0; left--)
        {
            if (Name(message, ref at) is not { } owner || at + 10 > message.Length)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 8)..]);
            if (at + 10 + length > message.Length)
            {
                return null;
            }

            if (BinaryPrimitives.ReadUInt16BigEndian(message[(at + 2)..]) == Internet)
            {
                records.Add((owner, BinaryPrimitives.ReadUInt16BigEndian(message[at..]), at + 10, length));
            }

            at += 10 + length;
        }

        return Of(message, records, Ascii(name) ?? name, type);
    }

    // Only what belongs to the name that was asked for, or to what that is an alias of.
    static DnsRecords? Of(ReadOnlySpan<byte> message, List<(string Owner, int Type, int At, int Length)> records, string name, DnsType type)
    {
        for (var aliases = 0; aliases < MostAliases; aliases++)
        {
            var own = records.FindAll(record => record.Owner.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (own.Exists(record => record.Type == (int)type) || !own.Exists(record => record.Type == (int)DnsType.Alias))
            {
                return Of(message, own.FindAll(record => record.Type == (int)type), type);
            }

            var at = own.Find(record => record.Type == (int)DnsType.Alias).At;
            if (Name(message, ref at) is not { } next)
            {
                return null;
            }

            name = next;
        }

        return null;
    }

    static DnsRecords? Of(ReadOnlySpan<byte> message, List<(string Owner, int Type, int At, int Length)> records, DnsType type)
    {
        List<string> texts = [];
        List<(int Preference, string Name)> exchanges = [];
        foreach (var (_, _, from, length) in records)
        {
            if (type == DnsType.Text && Texts(message.Slice(from, length)) is { } text)
            {
                texts.Add(text);
            }
            else if (type == DnsType.Mx && length > 2)
            {
                var at = from + 2;
                if (Name(message, ref at) is not { } exchange)
                {
                    return null;
                }

                exchanges.Add((BinaryPrimitives.ReadUInt16BigEndian(message[from..]), exchange));
            }
        }

        return new DnsRecords(texts, [.. exchanges.OrderBy(exchange => exchange.Preference).Select(exchange => exchange.Name)], type is DnsType.A or DnsType.Aaaa && records.Count > 0);
    }

    static string? Texts(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        while (data.Length > 0)
        {
            var length = data[0];
            if (length >= data.Length)
            {
                return null;
            }

            text.Append(Encoding.UTF8.GetString(data.Slice(1, length)));
            data = data[(length + 1)..];
        }

        return text.ToString();
    }

    // A name may end in a place before it; a ring of such places must come to an end.
    static string? Name(ReadOnlySpan<byte> message, ref int at)
    {
        var name = new StringBuilder();
        var (here, after) = (at, -1);
        for (var jumps = 0; here < message.Length && name.Length <= LongestName && jumps <= MostJumps;)
        {
            var length = message[here];
            if (length == 0)
            {
                at = after < 0 ? here + 1 : after;
                return name.ToString();
            }

            if ((length & 0xC0) == 0xC0 && here + 1 < message.Length)
            {
                after = after < 0 ? here + 2 : after;
                here = ((length & 0x3F) << 8) | message[here + 1];
                jumps++;
            }
            else if (length < 64 && here + length < message.Length)
            {
                name.Append(name.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(message.Slice(here + 1, length)));
                here += length + 1;
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    static string? Ascii(string name)
    {
        try
        {
            return name.All(char.IsAscii) ? name.TrimEnd('.') : _idn.GetAscii(name.TrimEnd('.'));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static byte Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter + 32) : letter;
}
