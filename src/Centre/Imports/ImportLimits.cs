namespace Kanal.Centre.Imports;

/// <summary>How much is taken at once. What is beyond is refused before it costs memory or time.</summary>
public static class ImportLimits
{
    /// <summary>In bytes, as it comes in.</summary>
    public const long LargestUpload = 200L * 1024 * 1024;

    public const int MostEntries = 20_000;

    /// <summary>In bytes: the list of what is in a zip.</summary>
    internal const long LargestList = 8 * 1024 * 1024;

    /// <summary>In bytes, of one text file.</summary>
    internal const int LargestText = 4 * 1024 * 1024;

    /// <summary>In bytes, of all text files together.</summary>
    internal const long MostText = 150L * 1024 * 1024;

    /// <summary>How many times larger than in the zip a file over a megabyte may be.</summary>
    internal const int MostExpanded = 200;

    internal const int LongestPath = 400;
}
