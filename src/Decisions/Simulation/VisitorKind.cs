using System.Collections.Immutable;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>Visitors who behave alike.</summary>
public sealed record VisitorKind(string Name)
{
    public Arrivals Arrivals { get; init; } = new PoissonArrivals([]);

    /// <summary>The channel they come straight to: callers, letters. Null: they are shown the menu.</summary>
    public string? Channel { get; init; }

    /// <summary>Where their conversations wait.</summary>
    public long Queue { get; init; } = 1;

    /// <summary>What is known of them.</summary>
    public IReadOnlyList<FactDraw> Facts { get; init; } = [];

    /// <summary>The share who want help at all.</summary>
    public double Asks { get; init; } = 1;

    /// <summary>Of those who don't ask and are invited, the share who come.</summary>
    public double FollowsInvitation { get; init; }

    /// <summary>How much they like each channel, beside 1 for those that are not here; 0: never.</summary>
    public IReadOnlyDictionary<string, double> Prefers { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>How many times as readily they take what is recommended.</summary>
    public double HeedsAdvice { get; init; } = 1;

    /// <summary>How much they like to leave it at that, beside the channels that are offered.</summary>
    public double Leaves { get; init; }

    /// <summary>A stated wait of this many seconds makes a channel half as likeable; infinite: it is not minded.</summary>
    public double WaitThatHalves { get; init; } = double.PositiveInfinity;

    /// <summary>By channel; null: the channel's own.</summary>
    public IReadOnlyDictionary<string, Draw> Patience { get; init; } = ImmutableDictionary<string, Draw>.Empty;

    /// <summary>By channel; null: the channel's own.</summary>
    public IReadOnlyDictionary<string, Draw> Handle { get; init; } = ImmutableDictionary<string, Draw>.Empty;

    /// <summary>The share of their questions that self-service answers; null: the channel's own.</summary>
    public double? Solves { get; init; }

    /// <summary>Of those who gave up or found it closed, the share who come again by the same way, and after how long.</summary>
    public double TriesAgain { get; init; }

    public Draw AgainAfter { get; init; } = Draw.Exponential(600);

    /// <summary>Of those who gave up or found it closed, the share who turn to another channel at once.</summary>
    public IReadOnlyDictionary<string, double> TurnsTo { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>The share who order without anybody's help.</summary>
    public double Buys { get; init; }

    /// <summary>By how much a live conversation raises it, as it really is.</summary>
    public double Uplift { get; init; }

    /// <summary>What an order is worth; null: the margin of what is in the basket.</summary>
    public Draw? OrderValue { get; init; }

    /// <summary>Of the fact <c>basket.value</c>, as it really is, whatever a strategy believes.</summary>
    public double MarginShare { get; init; } = 1;

    /// <summary>What an answered question is worth in itself.</summary>
    public double SolvedValue { get; init; }

    /// <summary>What their conversations need; null: the queue's.</summary>
    public SkillSteps? Needs { get; init; }
}

/// <summary>When they come.</summary>
public abstract record Arrivals;

/// <summary>By chance, at rates that change: each from its instant on until the next. Before the first nobody comes.</summary>
public sealed record PoissonArrivals(IReadOnlyList<ArrivalRate> Rates) : Arrivals
{
    /// <summary>At one rate for as long as it lasts.</summary>
    public static PoissonArrivals Steady(double perHour) => new([new ArrivalRate(Instant.MinValue, perHour)]);
}

/// <param name="From">Until the next.</param>
public readonly record struct ArrivalRate(Instant From, double PerHour);

/// <summary>Just then: traffic that was recorded. In order of time.</summary>
public sealed record RecordedArrivals(IReadOnlyList<RecordedVisitor> Visitors) : Arrivals;

/// <summary>Somebody who came. What is not known of them is drawn.</summary>
public sealed record RecordedVisitor(Instant At)
{
    /// <summary>Names them; decides the arm of an experiment.</summary>
    public string? Visitor { get; init; }

    public FactValues? Facts { get; init; }

    /// <summary>Whether they asked for help then; null: it is drawn.</summary>
    public bool? Asked { get; init; }

    public double? HandleSeconds { get; init; }

    public double? PatienceSeconds { get; init; }
}
