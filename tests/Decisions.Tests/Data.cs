namespace Kanal.Decisions.Tests;

/// <summary>Real data that are not ours to copy: read where they are kept, and tests without them skip.</summary>
static class Data
{
    // KANAL_DATA_SETS, or a folder shared/data beside the project or above it.
    public static IEnumerable<string> Lines(string file)
    {
        var path = Folders().Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{file} is not here; KANAL_DATA_SETS can name its folder.");
        return File.ReadLines(path!);
    }

    static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("KANAL_DATA_SETS") is { Length: > 0 } named)
        {
            yield return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data");
        }
    }
}
