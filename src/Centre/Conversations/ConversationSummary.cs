using Kanal.Centre.Callbacks;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>A conversation as lists show it.</summary>
public record ConversationSummary : IStanding
{
    public required Id Id { get; init; }
    public required Id Site { get; init; }
    public required string SiteName { get; init; }
    public required Id Queue { get; init; }
    public required ConversationState State { get; init; }
    public required string Channel { get; init; }
    public required string Language { get; init; }
    public Person? Topic { get; init; }
    public Outcome? Outcome { get; init; }
    public required CustomerName Customer { get; init; }
    public Person? Agent { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Since when the customer has waited for a word from us.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>By when the first answer was promised; null where none is owed.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Within how many seconds of open time it is to be answered, where the menu's rule said so; null for its queue's own target.</summary>
    public int? TargetSeconds { get; init; }

    /// <summary>How urgent it is beside others, where the menu's rule said so: 2 to 10.</summary>
    public int? Value { get; init; }

    public LastMessage? LastMessage { get; init; }
    public required long LastSequence { get; init; }

    /// <summary>Messages that no agent has read.</summary>
    public required long Unread { get; init; }

    public required bool VisitorOnline { get; init; }

    /// <summary>Of the newest letter in it.</summary>
    public string? Subject { get; init; }

    /// <summary>The page the visitor was last seen on.</summary>
    public string? Page { get; init; }

    /// <summary>The call that the customer has asked for.</summary>
    public Callback? Callback { get; init; }

    public int? Rating { get; init; }

    /// <summary>By what lists are in order. Whoever's words were all moved elsewhere still stands where they were said.</summary>
    internal DateTimeOffset LastAt { get; init; }
}

/// <summary>A customer in a list: by name, or by the address they can be told apart by.</summary>
public sealed record CustomerName(Id Id, string? Name, string? Address);

public sealed record LastMessage(Author From, string Text, DateTimeOffset At, long Sequence);
