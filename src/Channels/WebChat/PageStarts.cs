using Kanal.Centre.Identities;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Channels.WebChat;

/// <summary>The same door for pages of our own that send a form without a script.</summary>
public static class PageStarts
{
    /// <exception cref="Centre.RefusedException">What was written can't be taken.</exception>
    public static async Task<Started> StartAsync(HttpContext context, Site site, StartRequest request, CancellationToken ct)
    {
        var services = context.RequestServices;
        var started = await WebChatReceiver.StartAsync(
            site.Key, request, services.GetRequiredService<WebChatReceiver>(), services.GetRequiredService<CallbackStarts>(), services.GetRequiredService<SiteDirectory>(),
            services.GetRequiredService<SignedIdentities>(), services.GetRequiredService<KeptMenus>(), services.GetRequiredService<Counting>(), context, ct);
        return ((started.Result as Created<Started>)?.Value ?? (started.Result as Ok<Started>)?.Value) ?? throw new InvalidOperationException("A conversation that was started has no answer.");
    }
}
