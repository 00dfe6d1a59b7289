namespace Kanal.Channels.Email.Mime;

/// <summary>Base64 (RFC 2045, 6.8) that passes over what does not belong, goes on after padding and ends without it.</summary>
sealed class Base64Decoding : TransferDecoding
{
    static readonly sbyte[] _values = Values();

    int _bits;
    int _count;

    public override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isLast)
    {
        var (bits, count, written) = (_bits, _count, 0);
        foreach (var letter in input)
        {
            var value = _values[letter];
            if (value >= 0)
            {
                bits = bits << 6 | (byte)value;
                if (++count == 4)
                {
                    output[written] = (byte)(bits >> 16);
                    output[written + 1] = (byte)(bits >> 8);
                    output[written + 2] = (byte)bits;
                    written += 3;
                    (bits, count) = (0, 0);
                }
            }
            else if (letter == '=')
            {
                written += Rest(bits, count, output[written..]);
                (bits, count) = (0, 0);
            }
        }

        if (isLast)
        {
            written += Rest(bits, count, output[written..]);
            (bits, count) = (0, 0);
        }

        (_bits, _count) = (bits, count);
        return written;
    }

    // Two letters carry a byte, three carry two; one alone carries none.
    static int Rest(int bits, int count, Span<byte> output)
    {
        switch (count)
        {
            case 2:
                output[0] = (byte)(bits >> 4);
                return 1;
            case 3:
                output[0] = (byte)(bits >> 10);
                output[1] = (byte)(bits >> 2);
                return 2;
            default:
                return 0;
        }
    }

    static sbyte[] Values()
    {
        var values = new sbyte[256];
        Array.Fill(values, (sbyte)-1);
        foreach (var (value, letter) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".Index())
        {
            values[letter] = (sbyte)value;
        }

        // The alphabet for addresses of pages (RFC 4648, 5), which some programs use by mistake.
        (values['-'], values['_']) = (62, 63);
        return values;
    }
}
