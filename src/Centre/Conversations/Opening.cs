using Kanal.Centre.Callbacks;
using Kanal.Centre.Customers;
using Kanal.Centre.Letters;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>A customer's wish to open a conversation, already checked.</summary>
/// <param name="Visitor">Digest of the browser's token, where there is one; what this customer is recognised by.</param>
/// <param name="StartKey">Names this start: the same again is the same conversation.</param>
/// <param name="StartDigest">Of what was asked, so that a key used for something else is noticed.</param>
/// <param name="MenuKept">Whether the way of contact is still what the menu promised.</param>
public sealed record Opening(
    Site Site, string? Visitor, string StartKey, string StartDigest, string Channel, string ClientId, string Text,
    string? Name, string? Address, string Language, VisitorFacts Facts, bool MenuKept)
{
    /// <summary>The call that is wished for; null for a conversation in writing.</summary>
    public CallbackWish? Callback { get; init; }

    /// <summary>The letter that opens it, which comes from <see cref="Sender"/> by <see cref="EntryPoint"/>.</summary>
    public Letter? Letter { get; init; }

    /// <summary>Whose letter it is: the customer of this address, as we answer to nobody else.</summary>
    public string? Sender { get; init; }

    /// <summary>The way in, where the channel has several; null for its first.</summary>
    public Id? EntryPoint { get; init; }

    /// <summary>What its first message has; on disk already.</summary>
    public IReadOnlyList<FileReference> Files { get; init; } = [];

    /// <summary>Who it is, where the site has signed it.</summary>
    public SignedPerson? Person { get; init; }

    /// <summary>Within how many seconds it is to be answered, where a rule of the menu says so; null for its queue's own target.</summary>
    public int? TargetSeconds { get; init; }

    /// <summary>How urgent it is beside others, where a rule of the menu says so: 2 to 10.</summary>
    public int? Value { get; init; }
}

/// <param name="First">The first message, where this call opened the conversation; null where it was there already.</param>
public sealed record Opened(Id Conversation, long Sequence, bool MenuKept, FirstMessage? First);

public sealed record FirstMessage(Append Message, Appended Added);
