using System.Net;
using Kanal.Product.Tests.Api;

namespace Kanal.Product.Tests.Sites;

static class NewSite
{
    static readonly string[] _languages = ["da", "en"];
    static int _made;

    /// <summary>A site with a key of its own, made through the API.</summary>
    public static async Task<Reply> MakeAsync(ApiClient client, string timeZone = "Europe/Copenhagen")
    {
        var made = await client.PostAsync("/sites", new { key = $"site-{Interlocked.Increment(ref _made)}", name = "Fjordrejser", timeZone, languages = _languages });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return made;
    }
}
