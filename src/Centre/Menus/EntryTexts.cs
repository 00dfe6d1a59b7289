using Kanal.Centre.Knowledge;
using Kanal.Centre.Texts;
using Kanal.Centre.Waits;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>Says a decided menu to a visitor.</summary>
static class EntryTexts
{
    /// <param name="zone">Of the reader's clock, where it is known.</param>
    public static MenuEntry Say(DecidedEntry entry, SiteNow now, string language, string? zone)
    {
        var texts = Strings.In(LanguageTag.Primary(language));
        var theirs = Differing(entry, now, zone);
        var words = now.Words.GetOrAdd((texts.Language, entry.Channel, entry.Reason, theirs?.Id), static (_, with) => WordsOf(with.entry, with.now, new Reader(with.texts, with.theirs)), (entry, now, texts, theirs));
        var (wait, low) = entry.Channel == "callback" && now is { CallsToday: true, Status.Open: true } ? (now.Chat.Seconds(), now.Chat.Low) : (entry.WaitSeconds, entry.WaitLowSeconds);
        return new MenuEntry(entry.Channel, entry.Recommended, wait, low, words.Wait, words.Reason, entry.Until?.ToDateTimeOffset())
        {
            Slots = entry.Channel == "callback" ? now.Slots : null,
            Address = entry.Channel switch
            {
                "help" => $"{HelpAddress.Root(now.Site)}/{now.Site.LanguageFor(language)}",
                WaitChannels.Letters => now.Mailbox,
                _ => null,
            },
        };
    }

    static EntryWords WordsOf(DecidedEntry entry, SiteNow now, Reader reader) => entry.Channel switch
    {
        "callback" => new(Call(entry, now, reader), reader.Texts[CallReason(entry, now)]),
        "email" => new(Letter(entry, now, reader), reader.Texts[LetterReason(entry, now)]),
        _ => new(entry.Reason == EntryReason.AtOnce ? reader.Texts["menu.help.wait"] : entry.Channel == "chat" ? reader.Texts.Say(now.Chat) : Wait(entry, now, reader), reader.Texts[Reason(entry)]),
    };

    static string Call(DecidedEntry entry, SiteNow now, Reader reader) => entry.DueBy is { } first ? reader.Texts.Say("menu.callback.from", ("time", Said(first, now, reader))) : reader.Texts["menu.callback.now"];

    static string CallReason(DecidedEntry entry, SiteNow now) =>
        entry.DueBy is null ? now.Chat.Seconds() is 0 ? "menu.callback.wishReason" : "menu.callback.nowReason"
        : entry.Reason == EntryReason.LaterAsNobodyNow && !now.Status.Open ? "menu.callback.closedReason" : "menu.callback.fromReason";

    static string Letter(DecidedEntry entry, SiteNow now, Reader reader) => entry.DueBy is { } due ? reader.Texts.Say("menu.email.by", ("time", Said(due, now, reader)))
        : now.Status.Open || now.Status.OpensAt is not { } opens ? reader.Texts["menu.email.today"]
        : reader.Texts.Say("menu.email.afterOpening", ("time", Said(Instant.FromDateTimeOffset(opens), now, reader)));

    static string LetterReason(DecidedEntry entry, SiteNow now) => entry.Reason != EntryReason.LaterAsNobodyNow ? "menu.email.openReason"
        : !now.Status.Open ? "menu.email.closedReason"
        : now.Chat.Kind == WaitKind.ClosedForToday ? "menu.email.fullReason" : "menu.email.nobodyReason";

    static string Reason(DecidedEntry entry) => entry.Reason switch
    {
        EntryReason.AtOnce => "menu.help.reason",
        EntryReason.FreeNow => "menu.chat.nowReason",
        EntryReason.Quickest => "menu.chat.soonReason",
        EntryReason.AfterWait => "menu.live.afterWait",
        EntryReason.LaterAsNobodyNow => "menu.later.asNobodyNow",
        _ => "menu.later.reason",
    };

    // Of a channel that has no words of its own here.
    static string Wait(DecidedEntry entry, SiteNow now, Reader reader) => entry.Wait is not { } kind
        ? entry.DueBy is { } due ? reader.Texts.Say("menu.email.by", ("time", Said(due, now, reader))) : reader.Texts["menu.email.today"]
        : reader.Texts.Say(new ShownWait(kind, entry.WaitLowSeconds, entry.WaitSeconds, null));

    static string Said(Instant at, SiteNow now, Reader reader)
    {
        var zone = reader.Zone ?? now.Site.Calendar.Zone;
        var said = reader.Texts.DayAndTime(at.InZone(zone).LocalDateTime, now.At.InZone(zone).LocalDateTime);
        return reader.Zone is null ? said : reader.Texts.Say("menu.yourTime", ("time", said));
    }

    // Only where the reader's clock shows another time than the site's must it be said whose time is meant.
    static DateTimeZone? Differing(DecidedEntry entry, SiteNow now, string? zone) =>
        zone is not null && zone != now.Site.Calendar.Zone.Id && TimeIn(entry, now) is { } at && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } theirs
        && theirs.GetUtcOffset(at) != now.Site.Calendar.Zone.GetUtcOffset(at) ? theirs : null;

    static Instant? TimeIn(DecidedEntry entry, SiteNow now) =>
        entry.DueBy ?? (entry.Channel == "email" && !now.Status.Open && now.Status.OpensAt is { } opens ? Instant.FromDateTimeOffset(opens) : null);

    /// <param name="Zone">Null for the site's own clock.</param>
    readonly record struct Reader(Strings Texts, DateTimeZone? Zone);
}
