using System.Reflection;
using System.Security.Cryptography;

namespace Kanal.Web.HelpCentre;

/// <summary>The style and the script of the help centre, under names that tell their content.</summary>
static class HelpAssets
{
    // One request for all of them; what comes later wins.
    static readonly string[] _styles = ["page.css", "search.css", "lists.css", "article.css", "contact.css", "paper.css"];
    static readonly Asset[] _all = [Make("help.css", "text/css; charset=utf-8", _styles), Make("help.js", "text/javascript; charset=utf-8", ["help.js"])];

    public static string Style => _all[0].Link;

    public static string Script => _all[1].Link;

    public static IResult Get(string name, HttpContext context)
    {
        if (Array.Find(_all, asset => asset.Name == name) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(asset.Content, asset.Type);
    }

    static Asset Make(string name, string type, string[] parts)
    {
        using var content = new MemoryStream();
        foreach (var part in parts)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"help/{part}") ?? throw new InvalidOperationException($"The help centre lacks {part}.");
            stream.CopyTo(content);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..8];
        return new Asset($"{Path.GetFileNameWithoutExtension(name)}-{hash}{Path.GetExtension(name)}", type, content.ToArray());
    }

    sealed record Asset(string Name, string Type, byte[] Content)
    {
        public string Link => $"/help-assets/{Name}";
    }
}
