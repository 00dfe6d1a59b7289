using System.Buffers.Binary;
using System.Text;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>Puts one thing after another into bytes.</summary>
ref struct Packing(byte[] into)
{
    const int Longest = 10;

    public byte[] Bytes { get; private set; } = into;

    public int Length { get; private set; }

    /// <summary>Seven bits to a byte, as most are small.</summary>
    public void Put(long number)
    {
        MakeRoom(Longest);
        var left = (ulong)number;
        for (; left > 0x7f; left >>= 7)
        {
            Bytes[Length++] = (byte)(left | 0x80);
        }

        Bytes[Length++] = (byte)left;
    }

    public void Put(Instant? time)
    {
        MakeRoom(1 + sizeof(long));
        Bytes[Length++] = (byte)(time is null ? 0 : 1);
        if (time is { } at)
        {
            BinaryPrimitives.WriteInt64LittleEndian(Bytes.AsSpan(Length), at.ToUnixTimeTicks());
            Length += sizeof(long);
        }
    }

    public void Put(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        MakeRoom(Longest + length);
        Put(length);
        Length += Encoding.UTF8.GetBytes(text, Bytes.AsSpan(Length));
    }

    void MakeRoom(int length)
    {
        if (Length + length > Bytes.Length)
        {
            var larger = new byte[Math.Max(2 * Bytes.Length, Length + length)];
            Bytes.AsSpan(0, Length).CopyTo(larger);
            Bytes = larger;
        }
    }
}

/// <summary>Takes them out again, in the same order.</summary>
ref struct Unpacking(ReadOnlySpan<byte> packed)
{
    ReadOnlySpan<byte> _left = packed;

    public long Number()
    {
        var (number, at) = (0ul, 0);
        for (; _left[at] > 0x7f; at++)
        {
            number |= (ulong)(_left[at] & 0x7f) << (7 * at);
        }

        number |= (ulong)_left[at] << (7 * at);
        _left = _left[(at + 1)..];
        return (long)number;
    }

    public Instant? Time()
    {
        var known = Take(1)[0] == 1;
        return known ? Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)))) : null;
    }

    public string Text() => Encoding.UTF8.GetString(Take((int)Number()));

    public string[] Texts()
    {
        var texts = new string[Number()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    ReadOnlySpan<byte> Take(int length)
    {
        var taken = _left[..length];
        _left = _left[length..];
        return taken;
    }
}
