using Kanal.Centre.Callbacks;
using Kanal.Centre.Letters;
using Kanal.Centre.Orders;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

public enum EntryKind
{
    Message,
    Note,
    Event,
}

/// <summary>
/// One line of a conversation as the desk shows it. Ordered by sequence, then messages first, then id: a note or event carries
/// the sequence of the last message before it.
/// </summary>
public sealed record Entry
{
    public required string Id { get; init; }
    public required EntryKind Kind { get; init; }
    public required long Sequence { get; init; }
    public string? ClientId { get; init; }
    public Author? From { get; init; }
    public Person? Author { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<FileReference> Files { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Channel { get; init; }
    public ConversationEvent? Event { get; init; }

    /// <summary>Something shown, or a form that was filled in; the text says the same in words.</summary>
    public MessageCard? Card { get; init; }

    /// <summary>The letter that it is; the text is what is new in it.</summary>
    public Letter? Letter { get; init; }

    /// <summary>Where it stands now, if it was moved to another conversation.</summary>
    public Moved? Moved { get; init; }

    internal static Entry Of(Append message, Appended added) => new()
    {
        Id = $"m{added.Sequence}",
        Kind = EntryKind.Message,
        Sequence = added.Sequence,
        ClientId = OwnName.AsGiven(message.ClientId),
        From = message.Author,
        Author = message.Agent is { } agent ? new Person(agent, message.AgentName) : null,
        Text = message.Text,
        Files = message.Files,
        At = message.At,
        Channel = message.Channel ?? added.After.Channel,
        Card = message.Card,
        Letter = message.Letter,
    };
}

/// <param name="Conversation">The other one.</param>
/// <param name="Move">What moved it, to be undone by.</param>
public sealed record Moved(Id Conversation, Id Move);

/// <summary>Somebody by id and name.</summary>
public sealed record Person(Id Id, string? Name);

public enum EventType
{
    Queued,
    Assigned,
    Transferred,
    Ended,
    Closed,
    Reopened,
    Rated,
    Switched,
    Missed,
    Declined,
    CallbackBooked,
    CallbackMoved,
    CallbackCancelled,
    Called,

    /// <summary>The customer's browser has joined by a code that was read out.</summary>
    Joined,

    /// <summary>An article was made of it, for an editor to look at.</summary>
    Proposed,

    /// <summary>The customer has ordered, within seven days after a word in this conversation.</summary>
    Ordered,

    /// <summary>The sender of a letter was told that it has come, and by when we answer.</summary>
    Acknowledged,

    /// <summary>A letter of ours could not be delivered to somebody.</summary>
    DeliveryFailed,

    /// <summary>A letter of ours went to somebody else; the customer does not see it.</summary>
    Forwarded,

    /// <summary>A letter came in this conversation with another subject: perhaps it is another matter.</summary>
    SplitProposed,

    /// <summary>Messages were moved to a conversation of their own.</summary>
    SplitOff,

    /// <summary>It was begun with messages of another conversation.</summary>
    SplitFrom,

    /// <summary>It goes on in another conversation.</summary>
    MergedInto,

    /// <summary>Another conversation goes on here.</summary>
    MergedFrom,

    /// <summary>What was split or merged is as it was before.</summary>
    MoveUndone,

    MarkedSpam,
    UnmarkedSpam,
}

/// <summary>What happened between messages.</summary>
public sealed record ConversationEvent(EventType Type)
{
    /// <summary>Who it went to, for a transfer.</summary>
    public Person? To { get; init; }

    /// <summary>What was made of it, by its title.</summary>
    public Person? Article { get; init; }

    /// <summary>Where it went to, for a transfer to a queue.</summary>
    public Person? Queue { get; init; }

    /// <summary>Why, in the words of who did it.</summary>
    public string? Reason { get; init; }

    public string? Topic { get; init; }
    public Outcome? Outcome { get; init; }
    public int? Score { get; init; }
    public string? Channel { get; init; }

    /// <summary>How a call went.</summary>
    public CallOutcome? Call { get; init; }

    /// <summary>The time that was agreed on, or of the next attempt.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why a callback was cancelled, where nobody did it by hand.</summary>
    public CancelReason? Cancelled { get; init; }

    /// <summary>What was ordered.</summary>
    public OrderBrief? Order { get; init; }

    /// <summary>Of whoever a letter went to.</summary>
    public string? Address { get; init; }

    /// <summary>Of the letter with the new subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The message from which a split is proposed.</summary>
    public long? Sequence { get; init; }

    /// <summary>The other one, where messages were moved.</summary>
    public Id? Conversation { get; init; }

    /// <summary>What moved messages, to be undone by.</summary>
    public Id? Move { get; init; }

    public Id? Letter { get; init; }

    /// <summary>True where the visitor did it.</summary>
    public bool? ByVisitor { get; init; }
}

/// <summary>How a conversation ended.</summary>
public enum Outcome
{
    Solved,
    Sale,
    Case,
    Lost,
    Spam,

    /// <summary>We called, and nobody answered.</summary>
    NotReached,
}
