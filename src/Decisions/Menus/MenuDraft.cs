using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Menus;

/// <summary>A menu while it is made: what comes in, what stays out, in which order. Used again for the next by those who keep nothing of it.</summary>
sealed class MenuDraft
{
    const int Most = 3;

    // A site always has its help centre.
    static readonly ChannelState _lastResort = new("help", ChannelPace.SelfService) { TakesWhenClosed = true };

    readonly List<Candidate> _in = [];
    readonly List<Withheld> _out = [];
    MenuQuestion _question = MenuQuestion.Nobody;
    LiveState _live = LiveState.Nothing;
    StrategyRule _rule = StrategyRule.Nothing;
    Weighing? _weighing;
    MenuArm _arm;

    /// <summary>What is in it, in order.</summary>
    public List<Candidate> Entries => _in;

    /// <summary>Which of them is recommended.</summary>
    public int Recommended { get; private set; }

    /// <summary>What is not in it and was weighed; what the rule does not name stays unsaid until <see cref="Decision"/>.</summary>
    public List<Withheld> Withheld => _out;

    /// <summary>The rule that decides; null where none does.</summary>
    public StrategyRule? By => _weighing is null ? null : _rule;

    /// <summary>A live channel in it in which somebody is free.</summary>
    public string? FreeNow
    {
        get
        {
            foreach (var its in _in)
            {
                if (its.State.Pace == ChannelPace.Live && its.State.Wait == WaitKind.Now)
                {
                    return its.State.Channel;
                }
            }

            return null;
        }
    }

    bool IsSameView => _question.Before is { } before && before.PageView == _question.PageView;

    /// <summary>What the site shows without a strategy: whatever can be had, in its order.</summary>
    public void Plain(MenuQuestion question, LiveState live, StrategyRule rule, MenuArm arm)
    {
        Begin(question, live, rule, arm, null);
        foreach (var state in rule.Offer.Count == 0 ? live.Channels : rule.Offer.Select(live.Of).OfType<ChannelState>())
        {
            Take(Possible.Hinders(state, rule, question.Facts), new Candidate(state, EntryBy.Plain, null, null));
        }

        KeepWhatWasShown();
        Limit();
        Recommend();
    }

    /// <summary>What the rule offers, as far as it can be had, is worth it and can be promised.</summary>
    public void Offer(MenuQuestion question, LiveState live, StrategyRule rule, Weighing weighing)
    {
        Begin(question, live, rule, MenuArm.Treated, weighing);
        for (var i = 0; i < rule.Offer.Count; i++)
        {
            Consider(rule.Offer[i], weighing);
        }

        LiveBeforeReplacements();
        KeepWhatWasShown();
        Limit();
        Recommend();
    }

    void Begin(MenuQuestion question, LiveState live, StrategyRule rule, MenuArm arm, Weighing? weighing)
    {
        (_question, _live, _rule, _arm, _weighing) = (question, live, rule, arm, weighing);
        _in.Clear();
        _out.Clear();
    }

    void Consider(string channel, Weighing weighing)
    {
        if (Has(channel))
        {
            return;
        }

        if (_live.Of(channel) is not { } state)
        {
            _out.Add(new Withheld(channel, WithheldFor.NotConfigured));
            return;
        }

        var (gain, by) = ((Gain?)null, EntryBy.Rule);
        var against = Possible.Hinders(state, _rule, _question.Facts) ?? (state.Pace == ChannelPace.Live ? weighing.Against(state, out gain, out by) : null);
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
        for (var i = 0; i < _rule.Otherwise.Count; i++)
        {
            var other = _rule.Otherwise[i];
            if (!Has(other) && !_rule.Offer.Contains(other) && _live.Of(other) is { } state && Possible.Hinders(state, _rule, _question.Facts) is null && state.Pace != ChannelPace.Live)
            {
                _in.Add(new Candidate(state, EntryBy.Replacement, channel, null));
                return;
            }
        }
    }

    // Somebody who can be had comes before what stands in for somebody who can't.
    void LiveBeforeReplacements()
    {
        if (!HasReplacement())
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

    bool HasReplacement()
    {
        foreach (var its in _in)
        {
            if (its.By == EntryBy.Replacement)
            {
                return true;
            }
        }

        return false;
    }

    void KeepWhatWasShown()
    {
        if (!IsSameView)
        {
            return;
        }

        var place = 0;
        foreach (var (channel, _) in _question.Before?.Shown ?? [])
        {
            var at = PlaceOf(channel);
            if (at >= 0)
            {
                var its = _in[at];
                _in.RemoveAt(at);
                _in.Insert(place++, its);
            }
            else if (_live.Of(channel) is { } state && Possible.Hinders(state, _rule, _question.Facts) is null)
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

    bool WasShown(string channel) => _question.Before?.Shown.Any(shown => shown.Channel == channel) == true;

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
        var state = FirstFree(_rule.Otherwise.Select(_live.Of).OfType<ChannelState>())
            ?? FirstFree(_live.Channels.Where(its => !_rule.Withholds(its.Channel)))
            ?? FirstFree(_live.Channels)
            ?? _lastResort;
        _out.RemoveAll(withheld => withheld.Channel == state.Channel);
        return new Candidate(state, EntryBy.AlwaysOne, null, null);
    }

    ChannelState? FirstFree(IEnumerable<ChannelState> states) =>
        states.FirstOrDefault(its => its.Pace != ChannelPace.Live && Possible.Hinders(its, _rule, _question.Facts) is null);

    /// <summary>Writes it down, once for each menu.</summary>
    public MenuDecision Decision(InvitationDecision invitation)
    {
        foreach (var state in _live.Channels)
        {
            if (!Has(state.Channel) && !IsOut(state.Channel))
            {
                _out.Add(Possible.Hinders(state, _rule, _question.Facts) ?? new Withheld(state.Channel, _rule.Withholds(state.Channel) ? WithheldFor.RuleWithholds : WithheldFor.RuleDoesNotOffer));
            }
        }

        var entries = Arrangement.Of(_in, Recommended);
        var shown = new ShownChannel[entries.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = new ShownChannel(entries[i].Channel, entries[i].Recommended);
        }

        var memory = new MenuMemory(_question.PageView, shown, _weighing?.Remembered ?? _question.Before?.Withheld ?? []);
        return new MenuDecision(_arm, By?.Id, entries, _out, invitation, memory) { TargetSeconds = By?.Definition.TargetSeconds, Value = By?.Definition.Value ?? 1 };
    }

    // The one that was recommended stays so, unless its promise can't be kept any more.
    void Recommend()
    {
        Recommended = 0;
        if (IsSameView && _question.Before?.Shown is { } shown)
        {
            for (var i = 0; i < shown.Count; i++)
            {
                var at = shown[i].Recommended ? PlaceOf(shown[i].Channel) : -1;
                if (at >= 0 && _weighing?.Keeps(_in[at].State) != false)
                {
                    Recommended = at;
                    return;
                }
            }
        }

        for (var i = 0; i < _in.Count; i++)
        {
            if (_weighing?.Keeps(_in[i].State) != false)
            {
                Recommended = i;
                return;
            }
        }
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
