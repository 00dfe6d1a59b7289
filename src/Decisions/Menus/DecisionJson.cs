using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>How decisions are written: enums as camel-case words, instants as milliseconds since 1970, nothing that is null.</summary>
public static class DecisionJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new InstantConverter() },
    };

    /// <summary>A decision as text, by which two are compared.</summary>
    public static string Write(MenuDecision decision) => JsonSerializer.Serialize(decision, Options);

    sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Instant.FromUnixTimeMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
    }
}
