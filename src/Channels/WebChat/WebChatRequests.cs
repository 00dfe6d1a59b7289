using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Channels.WebChat;

/// <summary>A visitor's wish to open a conversation.</summary>
public sealed record StartRequest
{
    /// <summary>The visitor's token from a menu; what a returning visitor is recognised by.</summary>
    public string? Visitor { get; init; }

    /// <summary>The client's own name for this message, 1 to 64 letters and digits: sent again, it is the same. One that begins with the time is stored soonest.</summary>
    public required string ClientId { get; init; }

    /// <summary><c>chat</c>, <c>email</c> or <c>callback</c>.</summary>
    public required string Channel { get; init; }

    public required string Text { get; init; }
    public string? Topic { get; init; }

    /// <summary>Who the visitor is, signed by the site's own server (a JSON Web Token, HS256). One that is not believed does not keep anybody from writing: the conversation is a stranger's.</summary>
    public string? Identity { get; init; }

    /// <summary>The menu that was shown.</summary>
    public string? Menu { get; init; }

    public string? Name { get; init; }

    /// <summary>Where to answer: an email address for email, a phone number for a callback.</summary>
    public string? Address { get; init; }

    /// <summary>For a callback: the start of a slot from the menu; left out for as soon as an agent is free.</summary>
    public DateTimeOffset? Slot { get; init; }

    public string? Language { get; init; }
    public VisitorFacts? Facts { get; init; }
}

/// <param name="Conversation">The conversation's id.</param>
/// <param name="Token">Lets its bearer into this conversation, and nowhere else.</param>
/// <param name="Sequence">The first message's place.</param>
/// <param name="MenuKept">Whether the way of contact is still what the menu promised; if not, the message is kept and answered later.</param>
/// <param name="Visitor">The visitor's token, where one was sent.</param>
public sealed record Started(Id Conversation, string Token, long Sequence, bool MenuKept, string? Visitor)
{
    /// <summary>Whether the conversation belongs to whom the identity names; left out where none was sent.</summary>
    public bool? Identified { get; init; }

    /// <summary>Why the identity was not believed.</summary>
    public string? IdentityRefused { get; init; }
}

public sealed record MessageRequest
{
    /// <summary>The client's own name for this message, 1 to 64 letters and digits: sent again, it is the same. One that begins with the time is stored soonest.</summary>
    public required string ClientId { get; init; }

    public required string Text { get; init; }

    /// <summary>Files taken in this conversation before.</summary>
    public List<Id>? Files { get; init; }
}

/// <param name="Sequence">The message's place in the conversation: 1, 2, 3 ...</param>
public sealed record Sent(long Sequence);

public sealed record VisitorTyping(bool Typing);

public sealed record VisitorRead(long Sequence);

public sealed record VisitorRating(int Score, string? Comment = null);

/// <param name="Channel"><c>email</c> or <c>callback</c>.</param>
/// <param name="Address">The email address or the phone number.</param>
/// <param name="Slot">For a callback: the start of a slot; left out, the place in line is kept.</param>
public sealed record VisitorSwitch(string Channel, string? Address = null, DateTimeOffset? Slot = null);

/// <param name="Slot">The start of a slot; left out for as soon as an agent is free.</param>
public sealed record CallbackMove(DateTimeOffset? Slot = null);

/// <param name="Callback">The call that was asked for; null where none was.</param>
/// <param name="Open">Whether we are open, so that "as soon as an agent is free" is now.</param>
/// <param name="Slots">The starts of the quarters of an hour that can be booked.</param>
public sealed record CallbackChoices(Callback? Callback, bool Open, IReadOnlyList<DateTimeOffset> Slots);
