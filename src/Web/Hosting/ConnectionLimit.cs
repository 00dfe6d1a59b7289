using System.Globalization;

namespace Kanal.Web.Hosting;

/// <summary>
/// How many connections are taken at once, so that a crowd never uses up the handles that database, files and the program's
/// own parts need: a part that could not be loaded would be missing until the next start.
/// </summary>
static class ConnectionLimit
{
    const string Limits = "/proc/self/limits";
    const string OpenFiles = "Max open files";

    // What the program, its parts and its database connections hold at most, measured with room.
    const long Reserved = 450;
    const long Least = 50;

    /// <summary>Null where the system sets no limit that we could read.</summary>
    public static long? Read() =>
        File.Exists(Limits) && File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith(OpenFiles, StringComparison.Ordinal)) is { } line
        && long.TryParse(line[OpenFiles.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], NumberStyles.None, CultureInfo.InvariantCulture, out var handles)
            ? Math.Max(Least, handles - Reserved)
            : null;
}
