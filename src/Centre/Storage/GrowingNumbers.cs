namespace Kanal.Centre.Storage;

/// <summary>Numbers that follow a clock and are each given once: where it stands still or goes back, they go on by one.</summary>
sealed class GrowingNumbers
{
    long _last;

    /// <returns>At least <paramref name="floor"/>, and greater than any before.</returns>
    public long Next(long floor)
    {
        long seen, next;
        do
        {
            seen = Interlocked.Read(ref _last);
            next = Math.Max(floor, seen + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, seen) != seen);

        return next;
    }
}
