using Kanal.Decisions.Strategy;

namespace Kanal.Decisions.Menus;

/// <summary>A menu while it is made: what comes in, what stays out, in which order. Used once.</summary>
sealed class MenuDraft(MenuQuestion question, LiveState live, StrategyRule rule)
{
    const int Most = 3;

    // A site always has its help centre.
    static readonly ChannelState _lastResort = new("help", ChannelPace.SelfService) { TakesWhenClosed = true };

    readonly List<Candidate> _in = [];
    readonly List<Withheld> _out = [];

    bool IsSameView => question.Before?.PageView == question.PageView;

    /// <summary>What the site shows without a strategy: whatever can be had, in its order.</summary>
    public MenuDecision Plain(MenuArm arm)
    {
        foreach (var state in rule.Offer.Count == 0 ? live.Channels : rule.Offer.Select(live.Of).OfType<ChannelState>())
        {
            Take(Possible.Hinders(state, rule, question.Facts), new Candidate(state, EntryBy.Plain, null, null));
        }

        KeepWhatWasShown();
        Limit();
        return Decision(arm, null, null, InvitationDecision.No(InvitationStanding.NotInThisArm));
    }

    /// <summary>What the rule offers, as far as it can be had, is worth it and can be promised.</summary>
    public MenuDecision Offer(Weighing weighing)
    {
        foreach (var channel in rule.Offer)
        {
            Consider(channel, weighing);
        }

        LiveBeforeReplacements();
        KeepWhatWasShown();
        Limit();
        return Decision(MenuArm.Treated, rule, weighing, InvitationDecision.No(InvitationStanding.NoSignal));
    }

    void Consider(string channel, Weighing weighing)
    {
        if (Has(channel))
        {
            return;
        }

        if (live.Of(channel) is not { } state)
        {
            _out.Add(new Withheld(channel, WithheldFor.NotConfigured));
            return;
        }

        var (gain, by) = ((Gain?)null, EntryBy.Rule);
        var against = Possible.Hinders(state, rule, question.Facts) ?? (state.Pace == ChannelPace.Live ? weighing.Against(state, out gain, out by) : null);
        Take(against, new Candidate(state, by, null, gain));
        if (against is not null && state.Pace == ChannelPace.Live)
        {
            Replace(channel);
        }
    }

    void Take(Withheld? against, Candidate candidate)
    {
        if (against is null)
        {
            _in.Add(candidate);
        }
        else
        {
            _out.Add(against);
        }
    }

    void Replace(string channel)
    {
        foreach (var other in rule.Otherwise)
        {
            if (!Has(other) && !rule.Offer.Contains(other) && live.Of(other) is { } state && Possible.Hinders(state, rule, question.Facts) is null && state.Pace != ChannelPace.Live)
            {
                _in.Add(new Candidate(state, EntryBy.Replacement, channel, null));
                return;
            }
        }
    }

    // Somebody who can be had comes before what stands in for somebody who can't.
    void LiveBeforeReplacements()
    {
        if (!_in.Exists(its => its.By == EntryBy.Replacement))
        {
            return;
        }

        var last = _in.FindLastIndex(its => its.State.Pace == ChannelPace.Live);
        Candidate[] early = [.. _in.Take(last).Where(its => its.By == EntryBy.Replacement)];
        if (early.Length > 0)
        {
            _in.RemoveAll(early.Contains);
            _in.InsertRange(last + 1 - early.Length, early);
        }
    }

    void KeepWhatWasShown()
    {
        if (!IsSameView)
        {
            return;
        }

        var place = 0;
        foreach (var (channel, _) in question.Before?.Shown ?? [])
        {
            var at = PlaceOf(channel);
            if (at >= 0)
            {
                var its = _in[at];
                _in.RemoveAt(at);
                _in.Insert(place++, its);
            }
            else if (live.Of(channel) is { } state && Possible.Hinders(state, rule, question.Facts) is null)
            {
                _in.Insert(place++, new Candidate(state, EntryBy.Calm, null, TakeBack(channel)));
            }
        }
    }

    // What was withheld for its price only needs nothing to stand in for it.
    Gain? TakeBack(string channel)
    {
        var gain = _out.Find(withheld => withheld.Channel == channel)?.Gain;
        _out.RemoveAll(withheld => withheld.Channel == channel);
        if (gain is not null)
        {
            _in.RemoveAll(its => its.InsteadOf == channel && !WasShown(its.State.Channel));
        }

        return gain;
    }

    bool WasShown(string channel) => question.Before?.Shown.Any(shown => shown.Channel == channel) == true;

    void Limit()
    {
        var free = _in.FindIndex(its => its.State.Pace != ChannelPace.Live);
        if (free >= Most)
        {
            var its = _in[free];
            _in.RemoveAt(free);
            _in.Insert(Most - 1, its);
        }
        else if (free < 0)
        {
            _in.Insert(Math.Min(_in.Count, Most - 1), AlwaysOne());
        }

        while (_in.Count > Most)
        {
            _out.Add(new Withheld(_in[Most].State.Channel, IsSameView ? WithheldFor.Calm : WithheldFor.Enough, _in[Most].Gain));
            _in.RemoveAt(Most);
        }
    }

    Candidate AlwaysOne()
    {
        var state = FirstFree(rule.Otherwise.Select(live.Of).OfType<ChannelState>())
            ?? FirstFree(live.Channels.Where(its => !rule.Withholds(its.Channel)))
            ?? FirstFree(live.Channels)
            ?? _lastResort;
        _out.RemoveAll(withheld => withheld.Channel == state.Channel);
        return new Candidate(state, EntryBy.AlwaysOne, null, null);
    }

    ChannelState? FirstFree(IEnumerable<ChannelState> states) =>
        states.FirstOrDefault(its => its.Pace != ChannelPace.Live && Possible.Hinders(its, rule, question.Facts) is null);

    MenuDecision Decision(MenuArm arm, StrategyRule? by, Weighing? weighing, InvitationDecision invitation)
    {
        foreach (var state in live.Channels)
        {
            if (!Has(state.Channel) && !IsOut(state.Channel))
            {
                _out.Add(Possible.Hinders(state, rule, question.Facts) ?? new Withheld(state.Channel, rule.Withholds(state.Channel) ? WithheldFor.RuleWithholds : WithheldFor.RuleDoesNotOffer));
            }
        }

        var entries = Arrangement.Of(_in, Recommended(weighing));
        var shown = new ShownChannel[entries.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = new ShownChannel(entries[i].Channel, entries[i].Recommended);
        }

        var memory = new MenuMemory(question.PageView, shown, weighing?.Remembered ?? question.Before?.Withheld ?? []);
        return new MenuDecision(arm, by?.Id, entries, _out, invitation, memory) { TargetSeconds = by?.Definition.TargetSeconds, Value = by?.Definition.Value ?? 1 };
    }

    // The one that was recommended stays so, unless its promise can't be kept any more.
    int Recommended(Weighing? weighing)
    {
        if (IsSameView && question.Before?.Shown is { } shown)
        {
            for (var i = 0; i < shown.Count; i++)
            {
                var at = shown[i].Recommended ? PlaceOf(shown[i].Channel) : -1;
                if (at >= 0 && weighing?.Keeps(_in[at].State) != false)
                {
                    return at;
                }
            }
        }

        var first = _in.FindIndex(its => weighing?.Keeps(its.State) != false);
        return Math.Max(first, 0);
    }

    bool Has(string channel) => PlaceOf(channel) >= 0;

    // Menus are made all the time: plain loops, that leave nothing behind.
    int PlaceOf(string channel)
    {
        for (var i = 0; i < _in.Count; i++)
        {
            if (_in[i].State.Channel == channel)
            {
                return i;
            }
        }

        return -1;
    }

    bool IsOut(string channel)
    {
        foreach (var withheld in _out)
        {
            if (withheld.Channel == channel)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A channel that is to be in the menu.</summary>
readonly record struct Candidate(ChannelState State, EntryBy By, string? InsteadOf, Gain? Gain);
