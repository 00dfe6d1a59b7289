using System.Text.Json;
using System.Text.Json.Serialization;
using Kanal.Centre.Storage;

namespace Kanal.Web.Hosting;

/// <summary>JSON at the edge: as it stands in rows and streams, and strict about what comes in.</summary>
static class HttpJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = Json.Options.Encoder;
        options.DefaultIgnoreCondition = Json.Options.DefaultIgnoreCondition;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new SpokenSentence());
        foreach (var converter in Json.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }
}
