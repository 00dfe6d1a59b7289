using System.Buffers.Binary;

namespace Kanal.Centre.Imports;

/// <summary>Looks at the end of a zip before it is opened: opening reads the whole list of files, which may be made to fill the memory.</summary>
static class ZipList
{
    const int EndLength = 22;
    const int LongestComment = ushort.MaxValue;

    static ReadOnlySpan<byte> EndMark => [(byte)'P', (byte)'K', 5, 6];

    /// <exception cref="UnreadableException">It is no zip, or too much is in it.</exception>
    public static void Check(Stream zip)
    {
        var length = (int)Math.Min(zip.Length, EndLength + LongestComment);
        var tail = new byte[length];
        zip.Position = zip.Length - length;
        zip.ReadExactly(tail);
        zip.Position = 0;
        var at = tail.AsSpan(0, Math.Max(0, length - EndLength + EndMark.Length)).LastIndexOf(EndMark);
        if (at < 0)
        {
            throw new UnreadableException("This is not a zip file, or its end is missing.");
        }

        var end = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        // Where the list begins, and not how long it says it is, decides how much is read.
        if (entries > ImportLimits.MostEntries || start == uint.MaxValue || zip.Length - length + at - start > ImportLimits.LargestList)
        {
            throw new UnreadableException($"There is too much in this zip: at most {ImportLimits.MostEntries} files.");
        }
    }
}
