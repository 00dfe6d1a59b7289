using Kanal.Centre.Callbacks;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Prices;
using Kanal.Centre.Sites;
using Kanal.Centre.Waits;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>Gathers how a site's channels stand now.</summary>
public sealed class SiteReading(WaitBoard waits, CallbackSlots slots, LetterTimes letters, KnowledgeBase knowledge, LivePrices prices)
{
    internal async Task<SiteNow> ReadAsync(Site site, DateTimeOffset now, CancellationToken ct)
    {
        var at = Instant.FromDateTimeOffset(now);
        var status = site.StatusAt(now);
        var lines = await waits.LinesOfAsync(site);
        var (chat, callback) = (await waits.ForNextAsync(site, lines.Of("chat"), ct), await waits.ForNextAsync(site, lines.Of("callback"), ct));
        var free = site.Callback.Offer == CallbackOffer.Never ? [] : await slots.FreeAsync(site, ct);
        var today = status.Open && callback.Shown.Kind != WaitKind.ClosedForToday;
        // A site is made with a way in for each; where none is known, it was made a moment ago.
        var isNew = lines.All.Count == 0;
        List<ChannelState> channels = [];
        if (isNew || chat.Line is not null)
        {
            channels.Add(Chat(chat, status) with { Price = chat.Line is { } line ? prices.PriceOf(line) : 0 });
        }

        if (isNew || callback.Line is not null)
        {
            channels.Add(Callback(site, status, chat, today, free));
        }

        if (isNew || lines.Of(WaitChannels.Letters) is not null)
        {
            channels.Add(new ChannelState(WaitChannels.Letters, ChannelPace.Later) { Open = status.Open, TakesWhenClosed = true, DueBy = await letters.NextDueAsync(site, at), OpensAt = At(status.OpensAt) });
        }

        if (HasHelp(await knowledge.NowAsync(ct), site))
        {
            channels.Add(new ChannelState("help", ChannelPace.SelfService) { TakesWhenClosed = true });
        }

        return new SiteNow { Site = site, IsNew = isNew, At = at, Status = status, Live = new LiveState(channels), ChatLine = chat.Line, Chat = chat.Shown, CallsToday = today, Slots = free, Load = LoadOf(chat), Mailbox = lines.Mailbox };
    }

    /// <summary>Whether strangers find anything in its help centre.</summary>
    internal static bool HasHelp(Library library, Site site) => site.Languages.Any(language => library.In(site.Id, language).Any(text => text.IsPublic && text.Site == site.Id));

    static ChannelState Chat(NextWait chat, HoursStatus status) => new("chat", ChannelPace.Live)
    {
        Open = status.Open,
        Staffed = chat.IsStaffed,
        Wait = chat.Shown.Kind,
        PredictedWaitSeconds = Finite(chat.Estimate.Quantile80),
        MeanWaitSeconds = Finite(chat.Estimate.Mean) ?? 0,
        WaitSeconds = chat.Shown.Seconds(),
        WaitLowSeconds = chat.Shown.Low,
        Until = At(status.ClosesAt),
        OpensAt = At(status.OpensAt),
    };

    static ChannelState Callback(Site site, HoursStatus status, NextWait chat, bool today, IReadOnlyList<DateTimeOffset> free) => new("callback", ChannelPace.Later)
    {
        Wished = IsWished(site.Callback, status.Open && chat.Shown.Kind != WaitKind.ClosedForToday ? chat.Shown.Seconds() : null),
        Open = today,
        TakesWhenClosed = free.Count > 0,
        DueBy = today ? null : free is [var first, ..] ? At(first) : null,
        Until = today ? At(status.ClosesAt) : null,
        OpensAt = At(status.OpensAt),
    };

    // A wait of which nothing is known is not one that a visitor should have to sit through.
    static bool IsWished(CallbackSettings settings, int? wait) => settings.Offer switch
    {
        CallbackOffer.Always => true,
        CallbackOffer.WhenBusy => wait is not { } seconds || seconds > settings.WaitLimitSeconds,
        _ => false,
    };

    static Load LoadOf(NextWait chat) => new(Math.Round(chat.Ahead), Finite(chat.Estimate.Quantile80), chat.Free);

    static double? Finite(double seconds) => double.IsFinite(seconds) ? seconds : null;

    static Instant? At(DateTimeOffset? time) => time is { } known ? Instant.FromDateTimeOffset(known) : null;
}
