using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanal.Centre.Texts;

/// <summary>A sentence as it is kept: its form and what fills it, or the form alone. What was kept as a text before there were forms reads as it did.</summary>
sealed class SentenceJson : JsonConverter<Sentence>
{
    public override Sentence? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString() ?? "";
        }

        using var kept = JsonDocument.ParseValue(ref reader);
        return Kept(kept.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options)
    {
        if (value.With.Count == 0)
        {
            writer.WriteStringValue(value.ToString());
        }
        else
        {
            WriteWhole(writer, value, options);
        }
    }

    static void WriteWhole(Utf8JsonWriter writer, Sentence sentence, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("form", sentence.Form);
        writer.WriteStartArray("with");
        foreach (var part in sentence.With)
        {
            // A sentence within a sentence is never a text alone: that is a name, which nobody translates.
            if (part is Sentence inner)
            {
                WriteWhole(writer, inner, options);
            }
            else
            {
                JsonSerializer.Serialize(writer, part, part.GetType(), options);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static Sentence Kept(JsonElement kept) => Sentence.Kept(kept.GetProperty("form").GetString() ?? "", [.. kept.GetProperty("with").EnumerateArray().Select(Part)]);

    static object Part(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Number => part.TryGetInt64(out var whole) ? whole : part.GetDouble(),
        JsonValueKind.Object => Kept(part),
        _ => part.GetString() ?? "",
    };
}
