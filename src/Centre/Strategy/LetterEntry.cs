using Kanal.Centre.Sites;
using Kanal.Centre.Texts;
using Kanal.Centre.Waits;
using NodaTime;

namespace Kanal.Centre.Strategy;

/// <summary>The menu's "write to us", which is always there: with a time of day where recent answers allow to name one.</summary>
public sealed class LetterEntry(LetterTimes letters, TimeProvider time)
{
    public async ValueTask<MenuEntry> ForAsync(Site site, Strings texts, HoursStatus status, bool recommended)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var wait = await letters.NextDueAsync(site, now) is { } due ? texts.Say("menu.email.by", ("time", Said(due)))
            : status.Open || status.OpensAt is not { } opens ? texts["menu.email.today"]
            : texts.Say("menu.email.afterOpening", ("time", Said(Instant.FromDateTimeOffset(opens))));
        var reason = !recommended ? "menu.email.openReason" : status.Open ? "menu.email.fullReason" : "menu.email.closedReason";
        return new MenuEntry("email", recommended, null, null, wait, texts[reason], null);

        string Said(Instant at) => texts.DayAndTime(at.InZone(site.Calendar.Zone).LocalDateTime, now.InZone(site.Calendar.Zone).LocalDateTime);
    }
}
