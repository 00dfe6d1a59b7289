using Kanal.Centre.Callbacks;
using Kanal.Centre.Sites;
using Kanal.Centre.Texts;
using Kanal.Centre.Waits;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Strategy;

/// <summary>The menu's "we call you": where the site wishes it, and as soon as somebody is free only where that will be today.</summary>
public sealed class CallbackEntry(CallbackSlots slots, WaitBoard waits, TimeProvider time)
{
    /// <param name="site">Whose menu it is.</param>
    /// <param name="texts">In the visitor's language.</param>
    /// <param name="status">Whether the site is open.</param>
    /// <param name="live">The menu's live way; null where there is none now.</param>
    public async ValueTask<MenuEntry?> ForAsync(Site site, Strings texts, HoursStatus status, MenuEntry? live, CancellationToken ct)
    {
        if (!IsWished(site.Callback, live))
        {
            return null;
        }

        var free = await slots.FreeAsync(site, ct);
        var today = status.Open && (await waits.ForNextAsync(site, "callback", ct)).Shown.Kind != WaitKind.ClosedForToday;
        return today ? AsSoonAsFree(texts, status, live, free) : free is [var first, ..] ? AtATime(site, texts, first, free) : null;
    }

    // A wait of which nothing is known is not one that a visitor should have to sit through.
    static bool IsWished(CallbackSettings settings, MenuEntry? live) => settings.Offer switch
    {
        CallbackOffer.Always => true,
        CallbackOffer.WhenBusy => live?.WaitSeconds is not { } wait || wait > settings.WaitLimitSeconds,
        _ => false,
    };

    static MenuEntry AsSoonAsFree(Strings texts, HoursStatus status, MenuEntry? live, IReadOnlyList<DateTimeOffset> free) =>
        new("callback", false, live?.WaitSeconds, live?.WaitLowSeconds, texts["menu.callback.now"], texts[live?.WaitSeconds is 0 ? "menu.callback.wishReason" : "menu.callback.nowReason"], status.ClosesAt) { Slots = free };

    MenuEntry AtATime(Site site, Strings texts, DateTimeOffset first, IReadOnlyList<DateTimeOffset> free) =>
        new("callback", false, null, null, texts.Say("menu.callback.from", ("time", texts.DayAndTime(Local(first, site), Local(time.GetUtcNow(), site)))), texts["menu.callback.fromReason"], null) { Slots = free };

    static LocalDateTime Local(DateTimeOffset at, Site site) => Instant.FromDateTimeOffset(at).InZone(site.Calendar.Zone).LocalDateTime;
}
