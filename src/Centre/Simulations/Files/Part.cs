using System.Globalization;

namespace Kanal.Centre.Simulations.Files;

enum PartKind
{
    Nothing,

    /// <summary>A number, a text, true or false.</summary>
    Value,
    List,
    Map,
}

/// <summary>A part of a scenario file, with its place.</summary>
/// <param name="Line">In the file, from 1.</param>
/// <param name="Path">From the top, such as <c>channels.chat.patience</c>.</param>
sealed record Part(PartKind Kind, int Line, string Path, string File)
{
    /// <summary>Of a single value.</summary>
    public string Text { get; init; } = "";

    /// <summary>Written as a text, so that it is no number.</summary>
    public bool IsQuoted { get; init; }

    public IReadOnlyList<Part> Items { get; init; } = [];

    /// <summary>In the order in which they are written.</summary>
    public IReadOnlyList<(string Key, Part Value)> Members { get; init; } = [];

    public bool IsThere => Kind != PartKind.Nothing;

    public ScenarioException Fault(string sentence) =>
        new($"{File}, line {Line.ToString(CultureInfo.InvariantCulture)}{(Path.Length == 0 ? "" : $", {Path}")}: {sentence}");

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
