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
    public static MenuEntry Say(DecidedEntry entry, SiteNow now, string language)
    {
        var texts = Strings.In(LanguageTag.Primary(language));
        var words = now.Words.GetOrAdd((texts.Language, entry.Channel, entry.Reason), static (_, with) => WordsOf(with.entry, with.now, with.texts), (entry, now, texts));
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

    static EntryWords WordsOf(DecidedEntry entry, SiteNow now, Strings texts) => entry.Channel switch
    {
        "callback" => new(Call(entry, now, texts), texts[CallReason(entry, now)]),
        "email" => new(Letter(entry, now, texts), texts[LetterReason(entry, now)]),
        _ => new(entry.Reason == EntryReason.AtOnce ? texts["menu.help.wait"] : entry.Channel == "chat" ? texts.Say(now.Chat) : Wait(entry, now, texts), texts[Reason(entry)]),
    };

    static string Call(DecidedEntry entry, SiteNow now, Strings texts) => entry.DueBy is { } first ? texts.Say("menu.callback.from", ("time", Said(first, now, texts))) : texts["menu.callback.now"];

    static string CallReason(DecidedEntry entry, SiteNow now) =>
        entry.DueBy is null ? now.Chat.Seconds() is 0 ? "menu.callback.wishReason" : "menu.callback.nowReason"
        : entry.Reason == EntryReason.LaterAsNobodyNow && !now.Status.Open ? "menu.callback.closedReason" : "menu.callback.fromReason";

    static string Letter(DecidedEntry entry, SiteNow now, Strings texts) => entry.DueBy is { } due ? texts.Say("menu.email.by", ("time", Said(due, now, texts)))
        : now.Status.Open || now.Status.OpensAt is not { } opens ? texts["menu.email.today"]
        : texts.Say("menu.email.afterOpening", ("time", Said(Instant.FromDateTimeOffset(opens), now, texts)));

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
    static string Wait(DecidedEntry entry, SiteNow now, Strings texts) => entry.Wait is not { } kind
        ? entry.DueBy is { } due ? texts.Say("menu.email.by", ("time", Said(due, now, texts))) : texts["menu.email.today"]
        : texts.Say(new ShownWait(kind, entry.WaitLowSeconds, entry.WaitSeconds, null));

    static string Said(Instant at, SiteNow now, Strings texts) => texts.DayAndTime(at.InZone(now.Site.Calendar.Zone).LocalDateTime, now.At.InZone(now.Site.Calendar.Zone).LocalDateTime);
}
