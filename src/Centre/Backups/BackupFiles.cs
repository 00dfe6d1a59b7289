using System.Text.RegularExpressions;

namespace Kanal.Centre.Backups;

/// <summary>What the data folder holds beside SQLite's own file: attachments, letters as they came, the key that seals passwords.</summary>
static partial class BackupFiles
{
    const string Root = "data/";

    static readonly string[] _kept = ["files", "letters"];

    static readonly string[] _single = ["secrets.key"];

    /// <summary>Places in the zip; what is still being written is left out.</summary>
    public static IEnumerable<string> In(DataFolder data)
    {
        var folders = _kept.Select(folder => Path.Combine(data.Folder, folder)).Where(Directory.Exists);
        var found = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(_single.Select(file => Path.Combine(data.Folder, file)).Where(File.Exists));
        return found.Select(path => Root + Path.GetRelativePath(data.Folder, path).Replace('\\', '/')).Where(place => Place().IsMatch(place)).Order(StringComparer.Ordinal);
    }

    /// <summary>Where it stands on disk. A place that leads anywhere else than these folders is refused.</summary>
    public static string PathOf(DataFolder data, string entry) => Place().IsMatch(entry)
        ? Path.Combine(data.Folder, entry[Root.Length..])
        : throw new BackupDamagedException($"\"{entry}\" is no place for a file of Kanal's.");

    [GeneratedRegex(@"^data/(secrets\.key|(files|letters)/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+(\.eml)?)\z")]
    private static partial Regex Place();
}
