using System.Reflection;
using System.Text.Json;
using Kanal.Centre.Storage;

namespace Kanal.Web.Demo;

/// <summary>The files of this folder that the program carries with it, by their path here.</summary>
static class Content
{
    static readonly JsonSerializerOptions _strict = new(Json.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static Stream? Open(string path) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo/{path}");

    public static T Read<T>(string path)
    {
        using var stream = Open(path) ?? throw new InvalidOperationException($"The demo lacks {path}.");
        return JsonSerializer.Deserialize<T>(stream, _strict) ?? throw new InvalidOperationException($"The demo's {path} is empty.");
    }
}
