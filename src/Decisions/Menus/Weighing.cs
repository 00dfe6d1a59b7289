using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>Whether a live channel that can be had is worth it for this visitor, and whether its promise can be kept.</summary>
sealed class Weighing(ChannelStrategy strategy, StrategyRule rule, MenuQuestion question, double chance, Instant now)
{
    // What was withheld comes back when it is clearly worth it, and not at once.
    const double ClearlyBelow = 0.8;

    static readonly Duration _pause = Duration.FromSeconds(30);

    List<WithheldChannel>? _remembered;

    /// <summary>What the next menu must know of channels withheld by this one.</summary>
    public IReadOnlyList<WithheldChannel> Remembered => _remembered ?? (IReadOnlyList<WithheldChannel>)[];

    /// <returns>What speaks against it; null where nothing does.</returns>
    /// <param name="gain">The arithmetic, where values are known.</param>
    /// <param name="by">How it comes in.</param>
    public Withheld? Against(ChannelState its, out Gain? gain, out EntryBy by)
    {
        (gain, by) = (GainOf(its), EntryBy.Rule);
        if (gain is { } sum)
        {
            if (!(sum.Total > 0) && IsAdmitted)
            {
                by = EntryBy.Admission;
            }
            else if (!(sum.Total > 0))
            {
                return Remember(its, true, new Withheld(its.Channel, WithheldFor.NoGain, gain));
            }
            else if (Since(its, true) is { } since && !(sum.Price < ClearlyBelow * sum.Value && now - since >= _pause))
            {
                return Remember(its, true, new Withheld(its.Channel, WithheldFor.NotYetBack, gain, Back: Instant.Max(now, since + _pause)));
            }
        }

        return AgainstWaiting(its, gain);
    }

    bool IsAdmitted => strategy.Definition.Holdout is { } holdout && chance < holdout.Admission;

    /// <summary>Whether the rule's promise about the wait can be kept.</summary>
    public bool Keeps(ChannelState its) => its.Pace != ChannelPace.Live || rule.Definition.WaitLimitSeconds is not { } limit || WaitOf(its) <= limit;

    // Their worth goes along: they would have taken a slot, and prices must know of them.
    Withheld? AgainstWaiting(ChannelState its, Gain? gain)
    {
        if (!Keeps(its))
        {
            return Remember(its, false, new Withheld(its.Channel, WithheldFor.WaitTooLong, gain, WaitSeconds: its.WaitSeconds, LimitSeconds: rule.Definition.WaitLimitSeconds));
        }

        return rule.Definition.WaitLimitSeconds is { } limit && Since(its, false) is { } since && now - since < _pause
            ? Remember(its, false, new Withheld(its.Channel, WithheldFor.NotYetBack, gain, WaitSeconds: its.WaitSeconds, LimitSeconds: limit, Back: since + _pause))
            : null;
    }

    // A wait of which nothing can be said is none that can be promised.
    static double WaitOf(ChannelState its) => its.Wait switch
    {
        WaitKind.Now => 0,
        WaitKind.Expected => its.PredictedWaitSeconds ?? its.WaitSeconds ?? double.PositiveInfinity,
        _ => double.PositiveInfinity,
    };

    Gain? GainOf(ChannelState its)
    {
        if (strategy.Definition.Economy is not { } economy)
        {
            return null;
        }

        var margin = economy.MarginShare > 0 && question.Facts.TryNumber(MenuFacts.Basket, out var basket) ? basket * economy.MarginShare : (double?)null;
        var solved = rule.Definition.SolvedValue ?? SolvedBy(question.Facts.TryText(MenuFacts.Topic, out var topic) ? topic : null, economy);
        return margin is null && solved is null ? null : new Gain(
            rule.Definition.Uplift ?? economy.Uplift,
            margin ?? 0,
            solved ?? 0,
            economy.Costs.GetValueOrDefault(its.Channel),
            Known(its.Price),
            economy.WaitCostPerMinute * Known(its.MeanWaitSeconds) / 60);
    }

    static double? SolvedBy(string? topic, EconomyDefinition economy) =>
        topic is not null && economy.Topics.TryGetValue(topic, out var value) ? value : economy.SolvedValue;

    static double Known(double number) => double.IsFinite(number) ? number : 0;

    Instant? Since(ChannelState its, bool forPrice)
    {
        if (question.Before is not { Withheld: var before })
        {
            return null;
        }

        foreach (var withheld in before)
        {
            if (withheld.Channel == its.Channel && withheld.ForPrice == forPrice)
            {
                return withheld.Since;
            }
        }

        return null;
    }

    Withheld Remember(ChannelState its, bool forPrice, Withheld withheld)
    {
        (_remembered ??= []).Add(new WithheldChannel(its.Channel, Since(its, forPrice) ?? now, forPrice));
        return withheld;
    }
}
