using System.Text.Json;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Hours;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Strategy;

/// <summary>A visitor who might come.</summary>
public sealed record Trial
{
    /// <summary>The strategy to be tried; null for a version.</summary>
    public StrategyDefinition? Definition { get; init; }

    /// <summary>The version to be tried; null for the live one.</summary>
    public long? Version { get; init; }

    public JsonElement? Facts { get; init; }

    /// <summary>What stands otherwise than it does now.</summary>
    public IReadOnlyList<ChannelOverride> Live { get; init; } = [];

    /// <summary>When; now unless named.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Decides whether it is one of the holdout; somebody who is not unless named.</summary>
    public string? Visitor { get; init; }

    public string? PageView { get; init; }

    /// <summary>As a decision before left it.</summary>
    public MenuMemory? Memory { get; init; }
}

/// <summary>How a channel is to stand for a trial; what is left out is as it is now.</summary>
/// <param name="WaitSeconds">0 means that somebody is free.</param>
public sealed record ChannelOverride(string Channel, bool? Open = null, bool? Staffed = null, bool? Healthy = null, int? WaitSeconds = null, double? Price = null)
{
    internal ChannelState On(ChannelState its) => (WaitSeconds is { } wait ? Waiting(its, wait) : its) with
    {
        Open = Open ?? its.Open,
        Staffed = Staffed ?? its.Staffed,
        Healthy = Healthy ?? its.Healthy,
        Price = Price ?? its.Price,
    };

    static ChannelState Waiting(ChannelState its, int wait) => its with
    {
        Wait = wait == 0 ? WaitKind.Now : WaitKind.Expected,
        PredictedWaitSeconds = wait,
        MeanWaitSeconds = wait,
        WaitSeconds = wait,
        WaitLowSeconds = null,
    };
}

/// <summary>How a rule stands to the visitor of a trial.</summary>
/// <param name="Decides">It is the first that holds.</param>
public sealed record RuleTried(string Id, string Name, bool Holds, bool Decides, IReadOnlyList<TestExplained> Tests);

/// <summary>What a visitor would see, and why.</summary>
/// <param name="Version">The one that was tried; null for a definition of one's own.</param>
/// <param name="Facts">As they were understood, with those that we know ourselves.</param>
/// <param name="NotUsed">Keys of facts that were told and may not be known on this site.</param>
/// <param name="Faults">What was told and can't be believed.</param>
/// <param name="Invitation">What an invitation would say.</param>
public sealed record Tried(
    long? Version, MenuDecision Decision, IReadOnlyList<RuleTried> Rules, LiveState Live, FactValues Facts, IReadOnlyList<string> NotUsed, IReadOnlyList<FactFault> Faults, InvitationText? Invitation);

static class ChannelTimes
{
    /// <summary>The same channel at another moment, as far as the calendar has a say in it.</summary>
    public static ChannelState At(this ChannelState its, OpeningCalendar calendar, Instant at) => calendar.IsOpen(at) || its.Pace == ChannelPace.SelfService
        ? its with { Open = true, Until = its.Pace == ChannelPace.SelfService ? null : calendar.NextClosing(at), OpensAt = null }
        : its with { Open = false, Until = null, OpensAt = calendar.NextOpening(at) };
}
