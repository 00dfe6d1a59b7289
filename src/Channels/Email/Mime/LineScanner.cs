namespace Kanal.Channels.Email.Mime;

/// <summary>
/// The lines of a stream with their places, read once from front to back. Of a line only its beginning is kept, so that fifty megabytes
/// without a line end cost no more than others.
/// </summary>
sealed class LineScanner
{
    public const int MostKept = 32 * 1024;

    readonly Stream _stream;
    readonly byte[] _block;
    readonly byte _lineEnd;
    byte[] _kept = [];
    int _at;
    int _filled;
    long _blockStart;
    int _lineFrom;
    int _lineLength;
    bool _isInBlock;

    public LineScanner(Stream stream)
    {
        _stream = stream;
        stream.Position = 0;
        _block = new byte[(int)Math.Clamp(stream.Length, 1, 64 * 1024)];
        _filled = stream.ReadAtLeast(_block, _block.Length, false);
        // An old Macintosh ends its lines with a carriage return alone.
        var seen = _block.AsSpan(0, _filled);
        _lineEnd = !seen.Contains((byte)'\n') && seen.Contains((byte)'\r') ? (byte)'\r' : (byte)'\n';
    }

    /// <summary>Where the line starts.</summary>
    public long Start { get; private set; }

    /// <summary>Where its content ends, before the line end.</summary>
    public long ContentEnd { get; private set; }

    /// <summary>Where the next line starts.</summary>
    public long End { get; private set; }

    /// <summary>The line without its end; of a very long one the beginning.</summary>
    public ReadOnlySpan<byte> Line => _isInBlock ? _block.AsSpan(_lineFrom, _lineLength) : _kept.AsSpan(0, _lineLength);

    public bool Next()
    {
        if (_at == _filled && !Refill())
        {
            return false;
        }

        Start = _blockStart + _at;
        _isInBlock = true;
        (_lineFrom, _lineLength) = (_at, 0);
        while (true)
        {
            var rest = _block.AsSpan(_at, _filled - _at);
            var length = rest.IndexOf(_lineEnd);
            var piece = length < 0 ? rest : rest[..length];
            if (_isInBlock)
            {
                _lineLength = piece.Length;
            }
            else
            {
                Keep(piece);
            }

            _at += length < 0 ? rest.Length : length + 1;
            if (length >= 0)
            {
                return Ended(_blockStart + _at - 1, _blockStart + _at, piece);
            }

            if (_isInBlock)
            {
                // The block is about to be overwritten.
                _isInBlock = false;
                _lineLength = 0;
                Keep(piece);
            }

            var end = _blockStart + _filled;
            if (!Refill())
            {
                return Ended(end, end, []);
            }
        }
    }

    bool Ended(long contentEnd, long end, ReadOnlySpan<byte> last)
    {
        // The carriage return may have come at the end of the block before; then it is the last that was kept.
        var line = Line;
        if (end > contentEnd && _lineEnd == '\n' && (last.Length > 0 ? last[^1] : line.Length > 0 ? line[^1] : 0) == '\r')
        {
            contentEnd--;
            if (line[^1] == '\r')
            {
                _lineLength--;
            }
        }

        (ContentEnd, End) = (contentEnd, end);
        return true;
    }

    bool Refill()
    {
        _blockStart += _filled;
        _at = 0;
        _stream.Position = _blockStart;
        _filled = _stream.Read(_block);
        return _filled > 0;
    }

    void Keep(ReadOnlySpan<byte> piece)
    {
        var room = Math.Min(piece.Length, MostKept - _lineLength);
        if (room <= 0)
        {
            return;
        }

        if (_kept.Length == 0)
        {
            _kept = new byte[MostKept];
        }

        piece[..room].CopyTo(_kept.AsSpan(_lineLength));
        _lineLength += room;
    }
}
