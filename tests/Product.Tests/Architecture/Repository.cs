using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Kanal.Product.Tests.Architecture;

/// <summary>The repository these tests were compiled in: its tracked files, or all but the built ones outside a checkout.</summary>
static class Repository
{
    static readonly string[] Built = ["bin", "obj", "node_modules", "dist", "artifacts", "data", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. (Tracked() ?? Walk(Root)).Where(path => File.Exists(At(path))).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> With(params string[] extensions) => Files.Where(file => extensions.Contains(Path.GetExtension(file)));

    public static IEnumerable<string> Under(string folder, params string[] extensions) =>
        With(extensions).Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal));

    public static string At(string path) => Path.Combine(Root, path);

    public static string Text(string path) => File.ReadAllText(At(path));

    static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Kanal.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no Kanal.slnx above this file.");
        }

        return folder;
    }

    static List<string>? Tracked()
    {
        if (!Path.Exists(At(".git")))
        {
            return null;
        }

        // New files count before they are added, so that a test does not turn red at the commit.
        var start = new ProcessStartInfo("git", ["-C", Root, "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0 ? [.. files.Distinct()] : null;
    }

    static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Built.Contains(Path.GetFileName(inner))).SelectMany(Walk));
}
