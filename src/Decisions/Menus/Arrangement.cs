using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Menus;

/// <summary>Says of each entry why a visitor should take it.</summary>
static class Arrangement
{
    /// <param name="recommended">The place of the one to be recommended.</param>
    public static DecidedEntry[] Of(List<Candidate> candidates, int recommended)
    {
        var quickest = Quickest(candidates);
        var entries = new DecidedEntry[candidates.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var (state, by, insteadOf, gain) = candidates[i];
            var live = state.Pace == ChannelPace.Live;
            entries[i] = new DecidedEntry(state.Channel, i == recommended, Reason(state, i == quickest, quickest >= 0, i == recommended), by, insteadOf, gain)
            {
                Wait = live ? state.Wait : null,
                WaitSeconds = live ? state.WaitSeconds : null,
                WaitLowSeconds = live ? state.WaitLowSeconds : null,
                DueBy = live ? null : state.DueBy,
                Until = state.Until,
            };
        }

        return entries;
    }

    static EntryReason Reason(ChannelState its, bool quickest, bool somebody, bool recommended) => its.Pace switch
    {
        ChannelPace.SelfService => EntryReason.AtOnce,
        ChannelPace.Later => somebody || !recommended ? EntryReason.Later : EntryReason.LaterAsNobodyNow,
        _ => its.Wait == WaitKind.Now ? EntryReason.FreeNow : quickest ? EntryReason.Quickest : EntryReason.AfterWait,
    };

    // Of the live ones, the one with the shortest wait; -1 where there is none.
    static int Quickest(List<Candidate> candidates)
    {
        var (best, wait) = (-1, double.PositiveInfinity);
        for (var i = 0; i < candidates.Count; i++)
        {
            var its = candidates[i].State;
            var seconds = its.Wait == WaitKind.Now ? 0 : its.PredictedWaitSeconds ?? its.WaitSeconds ?? double.MaxValue;
            if (its.Pace == ChannelPace.Live && seconds < wait)
            {
                (best, wait) = (i, seconds);
            }
        }

        return best;
    }
}
