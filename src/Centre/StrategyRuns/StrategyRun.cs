using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.StrategyRuns;

/// <summary>Two strategies tried side by side on the same recorded visitors.</summary>
public sealed record StrategyRun
{
    public required Id Id { get; init; }
    public required Id Site { get; init; }
    public required StrategyRunState State { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Progress { get; init; }

    /// <summary>The first day whose visitors come once more.</summary>
    public required DateOnly From { get; init; }
    public required int Days { get; init; }

    /// <summary>How often, with other chance each time.</summary>
    public required int Runs { get; init; }
    public required long Seed { get; init; }

    public required RunTraffic Traffic { get; init; }

    /// <summary>What it is compared with.</summary>
    public required TriedStrategy One { get; init; }

    /// <summary>What is tried.</summary>
    public required TriedStrategy Other { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why there is no result.</summary>
    public Sentence? Reason { get; init; }

    public StrategyRunResult? Result { get; init; }
}

public enum StrategyRunState
{
    Running,
    Done,
    Stopped,
    Failed,
}

/// <summary>Who was recorded on some days, and could come once more.</summary>
/// <param name="Visits">Visits in which a menu was shown, whether anything came of it or not.</param>
/// <param name="Channels">What came of them, and what came without a menu; the most first.</param>
public sealed record RecordedDays(DateOnly From, int Days, int Visits, IReadOnlyList<RecordedChannel> Channels);

/// <param name="Asked">Visits that became a conversation on it.</param>
/// <param name="Direct">Conversations that came without a menu.</param>
public sealed record RecordedChannel(string Channel, int Asked, int Direct);

/// <summary>Who meets the strategies.</summary>
public enum RunTraffic
{
    /// <summary>Those who came, once more.</summary>
    Recorded,

    /// <summary>As many as the forecast expects, each like somebody who came of late.</summary>
    Expected,
}

/// <param name="Version">Null for the draft as it was.</param>
public sealed record TriedStrategy(string Name, long? Version = null);

/// <summary>What is to be tried.</summary>
/// <param name="From">Left out: as many days before today; of expected traffic, tomorrow.</param>
/// <param name="Days">1 to 14; 7 where left out.</param>
/// <param name="One">A version; the live one where left out.</param>
/// <param name="Other">A version; the draft where left out.</param>
/// <param name="Runs">2 to 50; 10 where left out.</param>
/// <param name="Seed">The same seed gives the same figures.</param>
/// <param name="Traffic">Recorded where left out.</param>
public sealed record StrategyRunRequest(DateOnly? From = null, int? Days = null, long? One = null, long? Other = null, int? Runs = null, long? Seed = null, RunTraffic? Traffic = null);

/// <summary>What came of it. Figures that are not defined are left out.</summary>
/// <param name="Visitors">Who came to the site and was asked about.</param>
/// <param name="Direct">Conversations that came without a menu.</param>
/// <param name="Agents">Who served.</param>
/// <param name="House">Of all together.</param>
/// <param name="Notes">What whoever reads it should know.</param>
public sealed record StrategyRunResult(int Visitors, int Direct, int Agents, IReadOnlyList<RunFigure> House, IReadOnlyList<RunChannel> Channels, IReadOnlyList<RunSlot> Slots, IReadOnlyList<Sentence> Notes);

public sealed record RunChannel(string Channel, IReadOnlyList<RunFigure> Figures);

/// <param name="Key">Such as <c>service_level</c>.</param>
/// <param name="Between">The other's less the one's, with the interval of pairs.</param>
/// <param name="Clear">Chance is no likely reason for it.</param>
public sealed record RunFigure(string Key, RunEstimate One, RunEstimate Other, RunEstimate Between, bool Clear);

/// <param name="Low">Lower end of the interval that holds the true one in 95 of 100 cases; left out where one run says nothing of it.</param>
public sealed record RunEstimate(double Value, double? Low, double? High);

/// <summary>A half hour of the day, over all days, both strategies.</summary>
public sealed record RunSlot(string Time, double ContactsOne, double ContactsOther, double? OccupancyOne, double? OccupancyOther);
