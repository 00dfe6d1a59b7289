using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kanal.Centre.Exports;

/// <summary>Writes YAML that people like to read: words as they are, several lines as a block, everything else in quotes. What is null or empty is left out.</summary>
static partial class YamlText
{
    static readonly HashSet<string> _meaningful = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null", "yes", "no", "on", "off", "y", "n" };

    public static string Of(JsonObject map)
    {
        var text = new StringBuilder();
        Members(text, map, 0);
        return text.ToString();
    }

    static void Members(StringBuilder text, JsonObject map, int indent)
    {
        foreach (var (key, value) in map.Where(member => !IsNothing(member.Value)))
        {
            text.Append(' ', indent).Append(Scalar(key, indent)).Append(':');
            Value(text, value, indent + 2);
        }
    }

    static void Value(StringBuilder text, JsonNode? value, int indent)
    {
        switch (value)
        {
            case JsonObject map:
                text.Append('\n');
                Members(text, map, indent);
                break;
            case JsonArray list:
                text.Append('\n');
                foreach (var item in list)
                {
                    Item(text, item, indent);
                }

                break;
            default:
                text.Append(' ').Append(Scalar(value, indent)).Append('\n');
                break;
        }
    }

    // The first member stands behind the dash, the others below it.
    static void Item(StringBuilder text, JsonNode? item, int indent)
    {
        if (item is not JsonObject map)
        {
            text.Append(' ', indent).Append("- ").Append(Scalar(item, indent + 2)).Append('\n');
            return;
        }

        var start = text.Length;
        Members(text, map, indent + 2);
        text[start + indent] = '-';
    }

    static string Scalar(JsonNode? value, int indent) =>
        value is null ? "null"
        : value.GetValueKind() == JsonValueKind.String ? Scalar(value.GetValue<string>(), indent)
        : value.ToJsonString();

    static string Scalar(string value, int indent) =>
        (Plain().IsMatch(value) && !_meaningful.Contains(value)) || Time().IsMatch(value) ? value
        : IsBlock(value) ? Block(value, indent)
        : Quoted(value);

    static bool IsBlock(string value) =>
        value.Contains('\n') && value is not [' ' or '\t' or '\n', ..] && !value.EndsWith("\n\n", StringComparison.Ordinal) && !value.Any(letter => IsHidden(letter) && letter != '\n');

    static string Block(string value, int indent)
    {
        var block = new StringBuilder(value.EndsWith('\n') ? "|" : "|-");
        foreach (var line in value.TrimEnd('\n').Split('\n'))
        {
            block.Append('\n').Append(' ', line.Length == 0 ? 0 : indent).Append(line);
        }

        return block.ToString();
    }

    static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                _ when IsHidden(letter) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    // What YAML would read as the end of a line counts as well.
    static bool IsHidden(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF';

    static bool IsNothing(JsonNode? node) => node is null or JsonObject { Count: 0 } or JsonArray { Count: 0 };

    [GeneratedRegex(@"^\p{L}(?:[\p{L}\p{N} ,.()'’!?%/&+_-]*[\p{L}\p{N}.)!?%])?\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT[\d:.+-]+Z?\z")]
    private static partial Regex Time();
}
