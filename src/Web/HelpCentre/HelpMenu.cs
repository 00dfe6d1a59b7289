using System.Text.Json;
using Kanal.Centre.Menus;
using Kanal.Channels.Http;
using Kanal.Decisions.Facts;

namespace Kanal.Web.HelpCentre;

/// <summary>The ways of contact for a reader of the help centre, who has no token: the browser tells readers apart for as long as the server runs.</summary>
static class HelpMenu
{
    public static async ValueTask<ChannelMenu> AskAsync(ChannelMenus menus, HelpView view, HttpContext context, CancellationToken ct) => (await menus.AskAsync(new MenuAsk(view.Site, Readers.Of(context).Trace)
    {
        Facts = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["page"] = Page(view, context), ["language"] = view.Language }),
        Language = view.Language,
        Consent = Privacy.None,
        Bot = Bots.IsOne(context.Request.Headers.UserAgent),
    }, ct)).Menu;

    // What is asked for there is nobody's to judge by, and may be long.
    static string Page(HelpView view, HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}" is { Length: <= 2_000 } page ? page : view.Canonical(view.Here());
}
