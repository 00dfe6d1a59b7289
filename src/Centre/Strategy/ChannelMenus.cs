using System.Globalization;
using Kanal.Centre.Routing;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using NodaTime;

namespace Kanal.Centre.Strategy;

/// <summary>Which ways of contact a visitor is shown: chat while the site is open, and always a letter that will be answered.</summary>
public sealed class ChannelMenus(RoutingBoard board, CallbackEntry callbacks, IdSource ids, TimeProvider time)
{
    public async ValueTask<ChannelMenu> ForAsync(Site site, string language, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var status = site.StatusAt(now);
        var texts = Strings.In(language);
        List<MenuEntry> entries = [];
        if (status.Open)
        {
            entries.Add(Chat(texts, status.ClosesAt));
        }

        if (await callbacks.ForAsync(site, texts, status, entries.FirstOrDefault(), ct) is { } callback)
        {
            entries.Add(callback);
        }

        entries.Add(Email(texts, site, status, now, recommended: !status.Open));
        return new ChannelMenu(ids.Next(now).ToString(), entries, status.Open ? null : status.OpensAt);
    }

    /// <summary>Whether a way of contact is still what a menu said.</summary>
    public bool Keeps(Site site, string channel) => channel != "chat" || site.StatusAt(time.GetUtcNow()).Open;

    MenuEntry Chat(Strings texts, DateTimeOffset? until) => board.AgentsWithRoom > board.Waiting
        ? new MenuEntry("chat", true, 0, texts["menu.chat.now"], texts["menu.chat.nowReason"], until)
        : new MenuEntry("chat", true, null, board.Waiting > 0 ? texts.Say("menu.chat.ahead", ("count", board.Waiting.ToString(CultureInfo.InvariantCulture))) : texts["menu.chat.soon"], texts["menu.chat.soonReason"], until);

    static MenuEntry Email(Strings texts, Site site, HoursStatus status, DateTimeOffset now, bool recommended)
    {
        var wait = status.Open || status.OpensAt is not { } opens
            ? texts["menu.email.today"]
            : texts.Say("menu.email.afterOpening", ("time", texts.DayAndTime(Local(opens, site), Local(now, site))));
        return new MenuEntry("email", recommended, null, wait, recommended ? texts["menu.email.closedReason"] : texts["menu.email.openReason"], null);
    }

    static LocalDateTime Local(DateTimeOffset at, Site site) => Instant.FromDateTimeOffset(at).InZone(site.Calendar.Zone).LocalDateTime;
}
