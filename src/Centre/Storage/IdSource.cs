namespace Kanal.Centre.Storage;

/// <summary>
/// Makes ids that grow with time: 41 bits of milliseconds since 2024, 10 bits of node, 12 bits of count.
/// Two nodes that drew the same number would meet only in the same millisecond and count; the primary key then refuses one.
/// </summary>
public sealed class IdSource(TimeProvider time)
{
    static readonly long _epoch = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    readonly long _node = System.Security.Cryptography.RandomNumberGenerator.GetInt32(1024);
    readonly GrowingNumbers _numbers = new();

    /// <summary>No id that was made at this time or later is below it.</summary>
    public static Id Earliest(DateTimeOffset at) => new((at.ToUnixTimeMilliseconds() - _epoch) << 22);

    public Id Next() => Next(time.GetUtcNow());

    public Id Next(DateTimeOffset at)
    {
        var next = _numbers.Next((at.ToUnixTimeMilliseconds() - _epoch) << 12);
        return new Id(((next >> 12) << 22) | (_node << 12) | (next & 0xFFF));
    }
}
