using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kanal.Centre.Texts;

namespace Kanal.Web.Hosting;

/// <summary>A sentence in an answer: a text in the language of whoever asked.</summary>
sealed class SpokenSentence : JsonConverter<Sentence>
{
    public override Sentence? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Sentence.Verbatim(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) => writer.WriteStringValue(value.In(CultureInfo.CurrentUICulture.Name));
}
