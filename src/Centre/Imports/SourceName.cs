using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Names of files as they stand in a zip: anything can stand there.</summary>
static class SourceName
{
    /// <summary>What systems leave behind.</summary>
    public static bool IsNoise(string path) =>
        path.Split('/') is var parts && (parts.Contains("__MACOSX") || (parts[^1].StartsWith('.') && parts[^1] is not (".." or ".")) || parts[^1] is "Thumbs.db" or "desktop.ini");

    /// <summary>Null where nothing is wrong.</summary>
    public static Sentence? Fault(string path) =>
        path.StartsWith('/') || (path.Length > 1 && path[1] == ':') || path.Split('/').Any(part => part is ".." or "." or "") ? Sentence.Of("This name leads out of the zip.")
        : path.Length > ImportLimits.LongestPath ? Sentence.Of($"This name is too long: at most {ImportLimits.LongestPath} letters.")
        : path.Contains('\uFFFD') ? Sentence.Of("The letters of this name can't be read. Make the zip with names in UTF-8.")
        : path.Any(char.IsControl) ? Sentence.Of("There is something invisible in this name.")
        : null;

    public static string Shown(string path) =>
        new([.. path.Take(ImportLimits.LongestPath).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\uFFFD' : letter)]);
}
