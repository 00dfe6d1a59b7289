namespace Kanal.Channels.Email.Mime;

/// <summary>Quoted-printable (RFC 2045, 6.7). An equals sign that starts nothing stays; blanks at the end of a line were put there on the way and go.</summary>
sealed class QuotedPrintableDecoding : TransferDecoding
{
    // What was read after an equals sign, or blanks that may turn out to end a line.
    readonly byte[] _held = new byte[Slack - 8];
    int _count;

    public override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isLast)
    {
        var written = 0;
        foreach (var letter in input)
        {
            written += Take(letter, output[written..]);
        }

        if (isLast && _count > 0)
        {
            written += _held[0] == '=' ? IsBlankAfterEquals() ? 0 : Release(output[written..]) : 0;
            _count = 0;
        }

        return written;
    }

    int Take(byte letter, Span<byte> output)
    {
        if (_count == 0)
        {
            if (letter is (byte)'=' or (byte)' ' or (byte)'\t')
            {
                _held[_count++] = letter;
                return 0;
            }

            output[0] = letter;
            return 1;
        }

        return _held[0] == '=' ? AfterEquals(letter, output) : AfterBlank(letter, output);
    }

    int AfterEquals(byte letter, Span<byte> output)
    {
        if (_count == 2 && IsHex(_held[1]))
        {
            if (IsHex(letter))
            {
                _count = 0;
                output[0] = (byte)(Value(_held[1]) << 4 | Value(letter));
                return 1;
            }

            return Again(letter, output);
        }

        if (letter == '\n')
        {
            _count = 0;
            return 0;
        }

        // Only blanks and a carriage return may stand between the equals sign and the end of its line.
        if ((_count == 1 && IsHex(letter)) || (letter is (byte)' ' or (byte)'\t' or (byte)'\r' && _count < _held.Length))
        {
            _held[_count++] = letter;
            return 0;
        }

        return Again(letter, output);
    }

    int AfterBlank(byte letter, Span<byte> output)
    {
        if (letter is (byte)'\r' or (byte)'\n')
        {
            _count = 0;
            output[0] = letter;
            return 1;
        }

        if (letter is (byte)' ' or (byte)'\t' && _count < _held.Length)
        {
            _held[_count++] = letter;
            return 0;
        }

        return Again(letter, output);
    }

    int Again(byte letter, Span<byte> output)
    {
        var released = Release(output);
        return released + Take(letter, output[released..]);
    }

    int Release(Span<byte> output)
    {
        _held.AsSpan(0, _count).CopyTo(output);
        var released = _count;
        _count = 0;
        return released;
    }

    bool IsBlankAfterEquals() => !_held.AsSpan(1, _count - 1).ContainsAnyExcept(" \t\r"u8);

    static bool IsHex(byte letter) => char.IsAsciiHexDigit((char)letter);

    static int Value(byte letter) => letter <= '9' ? letter - '0' : (letter | 0x20) - 'a' + 10;
}
