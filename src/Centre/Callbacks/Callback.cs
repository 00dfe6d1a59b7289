using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Callbacks;

/// <summary>A call that a customer has asked for.</summary>
public sealed record Callback
{
    /// <summary>As E.164 writes it, for dialling.</summary>
    public required string Number { get; init; }

    /// <summary>As its country writes it, for reading.</summary>
    public required string NumberText { get; init; }

    public required CallbackKind Kind { get; init; }
    public required CallbackState State { get; init; }

    /// <summary>The quarter of an hour that was booked.</summary>
    public CallbackSlot? Slot { get; init; }

    /// <summary>While planned: when we call at the earliest, which after a call in vain is the next attempt.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The customer's time zone, where their browser told it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Calls made so far.</summary>
    public required int Attempts { get; init; }
}

public enum CallbackKind
{
    /// <summary>The customer waits in line as if they were still there.</summary>
    KeepPlace,

    /// <summary>At a time that was booked.</summary>
    Slot,
}

public enum CallbackState
{
    /// <summary>For later; nobody waits now.</summary>
    Planned,

    /// <summary>In line.</summary>
    Waiting,

    /// <summary>Rings at an agent.</summary>
    Offered,

    /// <summary>An agent has it and calls.</summary>
    Calling,

    /// <summary>The customer was reached.</summary>
    Done,

    /// <summary>All attempts were in vain.</summary>
    NotReached,

    Cancelled,
}

public sealed record CallbackSlot(DateTimeOffset Start, DateTimeOffset End)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    public static CallbackSlot From(DateTimeOffset start) => new(start, start + Length);
}

public enum CancelReason
{
    /// <summary>The customer got through another way.</summary>
    ReachedElsewhere,
}

/// <summary>How a call went.</summary>
public enum CallOutcome
{
    Reached,
    NoAnswer,
    Busy,
    WrongNumber,
    Voicemail,
}

/// <param name="EndedAt">Null while the call goes on.</param>
public sealed record CallAttempt(Person Agent, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, CallOutcome? Outcome);

/// <summary>A callback as the one who calls sees it.</summary>
/// <param name="Most">How often we try.</param>
/// <param name="Attempts">The oldest first.</param>
public sealed record CallCard(Callback Callback, int Most, IReadOnlyList<CallAttempt> Attempts);

/// <summary>What a customer wants: which number, and when.</summary>
/// <param name="Number">As E.164 writes it.</param>
/// <param name="Slot">The start of a slot; null for as soon as an agent is free.</param>
public sealed record CallbackWish(string Number, DateTimeOffset? Slot);

/// <summary>A booked time has come and nobody could take the call.</summary>
public sealed record CallbackDue(Id Conversation, string? Name, string NumberText, DateTimeOffset DueAt);
