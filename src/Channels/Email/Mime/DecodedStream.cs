namespace Kanal.Channels.Email.Mime;

/// <summary>What a part contains, decoded while it is read.</summary>
sealed class DecodedStream(Stream source, TransferDecoding decoding) : Stream
{
    const int Block = 16 * 1024;

    readonly byte[] _input = new byte[(int)Math.Clamp(source.Length, 1, Block)];
    readonly byte[] _output = new byte[(int)Math.Clamp(source.Length, 1, Block) + TransferDecoding.Slack];
    int _from;
    int _to;
    bool _isAtEnd;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_from == _to && !_isAtEnd)
        {
            var read = source.Read(_input);
            _isAtEnd = read == 0;
            (_from, _to) = (0, decoding.Decode(_input.AsSpan(0, read), _output, _isAtEnd));
        }

        var count = Math.Min(buffer.Length, _to - _from);
        _output.AsSpan(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
