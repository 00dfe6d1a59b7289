using Kanal.Centre.Storage;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

public enum PromiseKind
{
    /// <summary>Somebody was free.</summary>
    Now,

    /// <summary>So many minutes.</summary>
    Expected,

    /// <summary>An answer by a time of day.</summary>
    ByClock,
}

public enum PromiseOutcome
{
    Open,

    /// <summary>Answered within what was said.</summary>
    Kept,

    /// <summary>Not answered within what was said.</summary>
    Late,

    /// <summary>The customer left before the time was over: nobody will know.</summary>
    Left,
}

/// <summary>What a waiting customer was told first, and what became of it.</summary>
public sealed record WaitPromise
{
    public required Id Id { get; init; }
    public required Id Conversation { get; init; }
    public required Id Site { get; init; }
    public required Id Queue { get; init; }
    public required string Channel { get; init; }
    public required PromiseKind Kind { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The mean of the prediction, in seconds.</summary>
    public int? MeanSeconds { get; init; }

    /// <summary>Predicted for four of five, rounded up, in seconds: what trust is measured by.</summary>
    public int? PointSeconds { get; init; }

    /// <summary>The lower end, where a range was said.</summary>
    public int? LowSeconds { get; init; }

    /// <summary>The longest that was said.</summary>
    public int? HighSeconds { get; init; }

    /// <summary>For slow channels: answered by then.</summary>
    public DateTimeOffset? ByAt { get; init; }

    /// <summary>How many were waiting before.</summary>
    public int Ahead { get; init; }

    public PromiseOutcome Outcome { get; init; }
    public int? WaitedSeconds { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    internal WaitLine Line => new(Queue.Value, Channel);

    /// <summary>When it is broken, unless it was kept before.</summary>
    internal DateTimeOffset? DueAt => ByAt ?? (HighSeconds is { } high ? MadeAt.AddSeconds(high) : null);

    internal WaitPromise Answered(DateTimeOffset at) => Over(at, at <= DueAt ? PromiseOutcome.Kept : PromiseOutcome.Late);

    internal WaitPromise Left(DateTimeOffset at) => Over(at, at <= DueAt ? PromiseOutcome.Left : PromiseOutcome.Late);

    /// <summary>Whether the prediction was right, whatever range was said; null where that was never seen.</summary>
    internal bool? Hit => (Kind, Outcome) switch
    {
        (PromiseKind.Expected, PromiseOutcome.Kept or PromiseOutcome.Late) => Outcome == PromiseOutcome.Kept && WaitedSeconds <= PointSeconds,
        (PromiseKind.Expected, PromiseOutcome.Left) => WaitedSeconds > PointSeconds ? false : null,
        (PromiseKind.ByClock, PromiseOutcome.Kept or PromiseOutcome.Late) => Outcome == PromiseOutcome.Kept,
        _ => null,
    };

    internal static WaitPromise Of(Id id, Waiter waiter, ShownWait shown, double? mean, double ahead, Instant madeAt) => new()
    {
        Id = id,
        Conversation = waiter.Conversation,
        Site = waiter.Site,
        Queue = new Id(waiter.Line.Queue),
        Channel = waiter.Line.Channel,
        Kind = shown.Kind == WaitKind.Now ? PromiseKind.Now : PromiseKind.Expected,
        MadeAt = madeAt.ToDateTimeOffset(),
        MeanSeconds = mean is { } known && double.IsFinite(known) ? (int)Math.Round(known) : null,
        PointSeconds = shown.Point,
        LowSeconds = shown.Low,
        HighSeconds = shown.High,
        Ahead = (int)Math.Round(ahead),
    };

    internal static WaitPromise By(Id id, Waiter waiter, Instant due, int ahead) => new()
    {
        Id = id,
        Conversation = waiter.Conversation,
        Site = waiter.Site,
        Queue = new Id(waiter.Line.Queue),
        Channel = waiter.Line.Channel,
        Kind = PromiseKind.ByClock,
        MadeAt = waiter.Since.ToDateTimeOffset(),
        ByAt = due.ToDateTimeOffset(),
        Ahead = ahead,
    };

    WaitPromise Over(DateTimeOffset at, PromiseOutcome outcome) =>
        this with { Outcome = outcome, ClosedAt = at, WaitedSeconds = (int)Math.Max(0, (at - MadeAt).TotalSeconds) };
}
