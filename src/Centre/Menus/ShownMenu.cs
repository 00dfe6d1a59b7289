using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>
/// A menu that was shown, with all that it was made from; what follows from that is worked out where it is asked for.
/// </summary>
/// <param name="Id">The menu's, and of its decision and invitation.</param>
/// <param name="Chance">Between 0 and 1, as it fell.</param>
public sealed record ShownMenu(Id Id, SiteNow Now, PublishedStrategy Strategy, MenuQuestion Question, double Chance, DateTimeOffset At)
{
    MenuDecision? _decision;

    public MenuDecision Decision => _decision ??= Strategy.Strategy.Decide(Question, Live, Chance, Instant.FromDateTimeOffset(At));

    /// <summary>The experiment that chose the strategy's version, and which arm of it this is.</summary>
    public MenuExperiment? Experiment { get; init; }

    /// <summary>Up to which class the visitor has agreed to be known.</summary>
    public Privacy Consent { get; init; }

    /// <summary>It may be kept, though nothing comes of it.</summary>
    internal bool MayBeKept => Consent >= Privacy.Journey && Decision.Arm != MenuArm.Bot;

    internal LiveState Live => Strategy.Version == 0 ? Now.Unattended : Now.Live;

    /// <summary>Within how many seconds whoever comes over a channel from this menu is to be answered: what rules say is meant for people who wait for an agent.</summary>
    public int? TargetSeconds(string channel) => Live.Channels.FirstOrDefault(its => its.Channel == channel)?.Pace == ChannelPace.Live ? Decision.TargetSeconds : null;

    /// <summary>How urgent they are beside others; null for as urgent as their queue and topic say.</summary>
    public int? Value => Decision.Value > 1 ? Decision.Value : null;

    /// <summary>What a conversation there is worth, where that is known.</summary>
    internal Gain? GainOf(string channel)
    {
        if (EntryOf(channel) is { Gain: { } gain })
        {
            return gain;
        }

        for (var i = 0; i < Decision.Withheld.Count; i++)
        {
            if (Decision.Withheld[i].Channel == channel)
            {
                return Decision.Withheld[i].Gain;
            }
        }

        return null;
    }

    internal DecidedEntry? EntryOf(string channel)
    {
        for (var i = 0; i < Decision.Entries.Count; i++)
        {
            if (Decision.Entries[i].Channel == channel)
            {
                return Decision.Entries[i];
            }
        }

        return null;
    }

    public DecisionRecord ToRecord() => DecisionRecord.Of(Strategy.Version, Question, Live, Chance, Decision, Instant.FromDateTimeOffset(At));
}

/// <param name="Arm">By its name.</param>
public sealed record MenuExperiment(Id Experiment, string Arm);
