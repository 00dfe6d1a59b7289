using Kanal.Centre.Sites;
using Kanal.Centre.Waits;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Strategy;

/// <summary>How a site's channels stand now, for those who try a strategy.</summary>
public sealed class LiveLook(SiteChannels channels, WaitBoard waits, TimeProvider time)
{
    public async Task<LiveState> OfAsync(Site site, CancellationToken ct)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var states = new List<ChannelState>();
        foreach (var channel in await channels.OfAsync(site, ct))
        {
            var state = new ChannelState(channel.Channel, channel.Pace) { TakesWhenClosed = channel.Pace != ChannelPace.Live }.At(site.Calendar, now);
            states.Add(channel.Pace == ChannelPace.Live ? await WaitedAsync(site, state, ct) : state);
        }

        return new LiveState(states);
    }

    async Task<ChannelState> WaitedAsync(Site site, ChannelState state, CancellationToken ct)
    {
        var (shown, mean, _) = await waits.ForNextAsync(site, state.Channel, ct);
        return state with
        {
            Wait = shown.Kind,
            MeanWaitSeconds = mean,
            PredictedWaitSeconds = shown.Kind == WaitKind.Now ? 0 : shown.Point,
            WaitSeconds = shown.Seconds(),
            WaitLowSeconds = shown.Low,
        };
    }
}
