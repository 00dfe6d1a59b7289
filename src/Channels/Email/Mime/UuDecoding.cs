namespace Kanal.Channels.Email.Mime;

/// <summary>Uuencode as POSIX describes it: lines between <c>begin</c> and <c>end</c> that start with their length.</summary>
sealed class UuDecoding : TransferDecoding
{
    // A line holds 45 bytes in 61 letters; a longer one than this is none of them.
    readonly byte[] _line = new byte[96];
    int _length;
    bool _isInside;

    public override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isLast)
    {
        var written = 0;
        foreach (var letter in input)
        {
            if (letter == '\n')
            {
                written += EndLine(output[written..]);
            }
            else if (_length < _line.Length)
            {
                _line[_length++] = letter;
            }
        }

        return isLast ? written + EndLine(output[written..]) : written;
    }

    int EndLine(Span<byte> output)
    {
        var line = _line.AsSpan(0, _length).TrimEnd((byte)'\r');
        _length = 0;
        if (!_isInside)
        {
            _isInside = line.StartsWith("begin "u8);
            return 0;
        }

        if (line.SequenceEqual("end"u8))
        {
            _isInside = false;
            return 0;
        }

        var count = line.Length == 0 ? 0 : Math.Min(Value(line, 0), (line.Length - 1) * 3 / 4);
        for (var i = 0; i < count; i++)
        {
            var (from, within) = (1 + i / 3 * 4, i % 3);
            output[i] = (byte)(within switch
            {
                0 => Value(line, from) << 2 | Value(line, from + 1) >> 4,
                1 => Value(line, from + 1) << 4 | Value(line, from + 2) >> 2,
                _ => Value(line, from + 2) << 6 | Value(line, from + 3),
            });
        }

        return count;
    }

    static int Value(ReadOnlySpan<byte> line, int at) => at < line.Length ? line[at] - 32 & 63 : 0;
}
