namespace Kanal.Channels.Email.Mime;

/// <summary>A part of a seekable stream, without a copy of it. Several may be read in turns.</summary>
sealed class RangeStream(Stream source, long start, long end) : Stream
{
    long _at;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => end - start;

    public override long Position { get => _at; set => _at = Math.Clamp(value, 0, Length); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Length - _at);
        if (count == 0)
        {
            return 0;
        }

        source.Position = start + _at;
        var read = source.Read(buffer[..count]);
        _at += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _at + offset, _ => Length + offset };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
