using System.Globalization;

namespace Kanal.Web.Hosting;

/// <summary>
/// How many files and connections may be open at once, and what they are for. The parts of the program come first: one that
/// could not be loaded would be missing until the next start.
/// </summary>
static class Handles
{
    const string Limits = "/proc/self/limits";
    const string Mine = "/proc/self/fd";
    const string OpenFiles = "Max open files";

    // What the program, its parts and its database connections hold at most, measured with room.
    const long Own = 450;

    // For those above the limit, so that they can be told why they are turned away.
    const long Spare = 32;

    const long FewestConnections = 30;

    public const long Needed = Own + Spare + FewestConnections;

    /// <summary>Null where the system sets no limit that we could read.</summary>
    /// <remarks>The runtime has raised the process's own limit to the highest that the system lets it have.</remarks>
    public static long? Limit()
    {
        if (!File.Exists(Limits))
        {
            return null;
        }

        foreach (var line in File.ReadAllLines(Limits))
        {
            if (line.StartsWith(OpenFiles, StringComparison.Ordinal))
            {
                var soft = line[OpenFiles.Length..].TrimStart().Split(' ')[0];
                return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var handles) ? handles : null;
            }
        }

        return null;
    }

    /// <summary>How many the process has open now; 0 where the system does not tell.</summary>
    public static long Open() => Directory.Exists(Mine) ? Directory.EnumerateFileSystemEntries(Mine).LongCount() : 0;

    /// <summary>How many connections are served at once.</summary>
    public static long? Connections() => Limit() - Own - Spare;

    /// <summary>How many are accepted at once, with those that are only told that there is no room.</summary>
    public static long? ConnectionsAndSpare() => Limit() - Own;

    /// <summary>What is wrong and what to do where too few are allowed to start at all; null where they are enough.</summary>
    public static string? Lacking() => Limit() is { } there && there < Needed
        ? string.Create(CultureInfo.InvariantCulture, $"Only {there} files and connections may be open at once, and Kanal needs {Needed}: raise the limit, in a shell with ulimit -n 65536, under systemd with LimitNOFILE=65536.")
        : null;
}
