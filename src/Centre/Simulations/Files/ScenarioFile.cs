using Kanal.Decisions.Simulation;

namespace Kanal.Centre.Simulations.Files;

/// <summary>A scenario in a file: YAML, or JSON where its name says so.</summary>
public static class ScenarioFile
{
    const string Like = "like";
    const int DeepestLike = 5;

    /// <exception cref="ScenarioException">It can't be played: the sentence says where and why.</exception>
    public static Scenario Read(string path)
    {
        return new ScenarioReader(FolderOf(path)).Read(PartOf(path, 0));
    }

    // What is said of another file is as it is there, but for what is said here.
    static Part PartOf(string path, int depth)
    {
        var text = TextOf(path);
        var name = Path.GetFileName(path);
        var part = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonParts.Read(name, text) : new YamlParts(name).Read(text);
        if (part.Members.FirstOrDefault(member => member.Key == Like).Value is not { } like)
        {
            return part;
        }

        if (depth == DeepestLike)
        {
            throw like.Fault("One file is like another, which is like another: too many of them.");
        }

        var other = PartOf(Path.Combine(FolderOf(path), Value.Text(like)), depth + 1);
        var own = part.Members.Where(member => member.Key != Like).ToList();
        return part with { Members = [.. own, .. other.Members.Where(member => own.TrueForAll(mine => mine.Key != member.Key))] };
    }

    static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";

    internal static string TextOf(string path)
    {
        try
        {
            return Directory.Exists(path) ? throw new ScenarioException($"{path} is a folder; a scenario is a file.")
                : !File.Exists(path) ? throw new ScenarioException($"There is no file {path}.")
                : new FileInfo(path).Length > PartLimits.Largest ? throw new ScenarioException($"{path} is too large; 20 megabytes is the most.")
                : File.ReadAllText(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException($"{path} can't be read: {trouble.Message}");
        }
    }
}
