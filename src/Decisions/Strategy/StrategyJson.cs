using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanal.Decisions.Strategy;

/// <summary>Strategies as JSON for people: indented, camel case, without what is left at its default null, and with no word that is not understood.</summary>
public static class StrategyJson
{
    /// <summary>The longest text that is read, in letters.</summary>
    public const int Longest = 500_000;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new FiniteNumbers(), new WholeTexts() },
    };

    public static string Write(StrategyDefinition definition) => JsonSerializer.Serialize(definition, Options);

    /// <returns>Null where it is no strategy, and then a problem with its place.</returns>
    public static StrategyDefinition? Read(string json, out StrategyProblem? problem)
    {
        problem = null;
        if (json.Length > Longest)
        {
            problem = new StrategyProblem(ProblemKind.TooLarge, "", $"This has {json.Length} letters; {Longest} is the most.");
            return null;
        }

        try
        {
            if (JsonSerializer.Deserialize<StrategyDefinition>(json, Options) is { } read)
            {
                return read;
            }

            problem = new StrategyProblem(ProblemKind.Unreadable, "", "There is no strategy here.");
        }
        catch (JsonException trouble)
        {
            problem = new StrategyProblem(ProblemKind.Unreadable, Place(trouble.Path), Sentence(trouble));
        }

        return null;
    }

    // What is too large for a number is read as infinity, and could not be written again.
    sealed class FiniteNumbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw new JsonException("This should be a number, and not an endless one.");

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    // Half of a surrogate pair is read as it is where a value can be anything, and could not be written again.
    sealed class WholeTexts : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var read = JsonElement.ParseValue(ref reader);
            return IsWhole(read) ? read : throw new JsonException("This should be a text, a number, true, false, or a list of them.");
        }

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);

        static bool IsWhole(JsonElement value)
        {
            try
            {
                return value.ValueKind switch
                {
                    JsonValueKind.Object => false,
                    JsonValueKind.Array => value.EnumerateArray().All(IsWhole),
                    JsonValueKind.String => value.GetString() is not null,
                    _ => true,
                };
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }

    static string Place(string? path) => path is null ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    // Without the path, which is told apart, and the name of our type.
    static string Sentence(JsonException trouble)
    {
        var message = trouble.Message.Split(" Path: ")[0];
        var type = message.IndexOf(" could not be mapped to any .NET member", StringComparison.Ordinal);
        return type > 0 ? $"{message[..type]} is not understood here." : message.Contains("Kanal.", StringComparison.Ordinal) || message.Contains("System.", StringComparison.Ordinal) ? "This is of the wrong kind here." : message;
    }
}
