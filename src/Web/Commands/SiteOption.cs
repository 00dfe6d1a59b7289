using Kanal.Centre;
using Kanal.Centre.Sites;

namespace Kanal.Web.Commands;

/// <summary>The site that a command is about, by its key.</summary>
static class SiteOption
{
    public static async Task<Site> FindAsync(IServiceProvider services, string key, CancellationToken ct) =>
        await services.GetRequiredService<SiteDirectory>().FindAsync(key, ct) ?? throw RefusedException.Invalid("--site", $"There is no site with the key \"{key}\".");
}
