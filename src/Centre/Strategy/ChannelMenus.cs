using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Centre.Waits;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Strategy;

/// <summary>
/// Which ways of contact a visitor is shown: chat while the site is open and somebody can still be reached today, and always a
/// letter that will be answered.
/// </summary>
public sealed class ChannelMenus(WaitBoard waits, ShownMenus shown, CallbackEntry callbacks, LetterEntry letters, IdSource ids, TimeProvider time)
{
    public async Task<ChannelMenu> ForAsync(Site site, string language, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var status = site.StatusAt(now);
        var texts = Strings.In(language);
        var menu = ids.Next(now).ToString();
        List<MenuEntry> entries = [];
        var chat = status.Open ? (await waits.ForNextAsync(site, "chat", ct)).Shown : null;
        if (chat is { Kind: not WaitKind.ClosedForToday })
        {
            entries.Add(Chat(texts, chat, status.ClosesAt));
            shown.Remember(menu, chat);
        }

        if (await callbacks.ForAsync(site, texts, status, entries.FirstOrDefault(), ct) is { } callback)
        {
            entries.Add(callback);
        }

        entries.Add(await letters.ForAsync(site, texts, status, recommended: chat is null or { Kind: WaitKind.ClosedForToday }));
        return new ChannelMenu(menu, entries, status.Open ? null : status.OpensAt);
    }

    /// <summary>Whether a way of contact is still what a menu said.</summary>
    public bool Keeps(Site site, string channel) => channel != "chat" || site.StatusAt(time.GetUtcNow()).Open;

    /// <summary>A conversation was started from a menu: what that said of the wait is what we are held to.</summary>
    public void Followed(string? menu, string channel, Id conversation)
    {
        if (channel == "chat" && menu is not null)
        {
            shown.Followed(menu, conversation);
        }
    }

    static MenuEntry Chat(Strings texts, ShownWait wait, DateTimeOffset? until) =>
        new("chat", true, wait.Seconds(), wait.Low, texts.Say(wait), texts[wait.Kind == WaitKind.Now ? "menu.chat.nowReason" : "menu.chat.soonReason"], until);
}
