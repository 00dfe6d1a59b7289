using System.Text.Json;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Architecture;

namespace Kanal.Product.Tests.Email;

/// <summary>Real messages with what several other parsers make of them. They lie beside the project, not in it; without them these tests are skipped.</summary>
static partial class MailReference
{
    static readonly string _folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "reference", "mail"));

    public static JsonElement[] Messages => Read("expectations.json");

    public static JsonElement[] Replies => Read("replies.json");

    public static string At(string file) => Path.Combine(_folder, file);

    /// <summary>As the expectations are written: blanks run together, at most 3,000 letters.</summary>
    public static string? Normal(string? text)
    {
        var plain = text is null ? null : Blanks().Replace(text, " ").Trim();
        return plain?.Length > 3_000 ? plain[..3_000] : plain;
    }

    static JsonElement[] Read(string file)
    {
        Assert.SkipUnless(Directory.Exists(_folder), $"The reference messages are not at {_folder}.");
        return [.. JsonElement.Parse(File.ReadAllText(At(file))).EnumerateArray()];
    }

    [GeneratedRegex(@"[\s\x1c-\x1f]+")]
    private static partial Regex Blanks();
}
