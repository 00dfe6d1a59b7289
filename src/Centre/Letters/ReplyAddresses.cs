using Kanal.Centre.Access;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>
/// Addresses and Message-IDs of ours that name their conversation and carry their own proof: who answers one of them was sent it, or had it
/// passed on, and can't have guessed it.
/// </summary>
public sealed class ReplyAddresses(SignedTokens tokens)
{
    const string Mark = "c.";

    /// <summary>Where answers to a letter go, by a mailbox with plus-addressing.</summary>
    public string AddressFor(string mailbox, Id conversation)
    {
        var at = mailbox.LastIndexOf('@');
        return $"{mailbox[..at]}+{Mark}{conversation}.{tokens.LetterProof($"address {conversation}")}{mailbox[at..]}";
    }

    /// <summary>The conversation that an address names; null where it is none of ours.</summary>
    public Id? ConversationOf(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return plus > 0 && at > plus && Read(address[(plus + 1)..at]) is [var name, var proof] && Id.TryParse(name, null, out var conversation) && proof == tokens.LetterProof($"address {conversation}")
            ? conversation
            : null;
    }

    /// <summary>The Message-ID of a letter of ours, without its angle brackets.</summary>
    public string MessageIdFor(string mailbox, Id letter) => $"{Mark}{letter}.{tokens.LetterProof($"letter {letter}")}{mailbox[mailbox.LastIndexOf('@')..]}";

    /// <summary>The letter of ours that a Message-ID names; null where it is none of ours.</summary>
    public Id? LetterOf(string messageId)
    {
        var at = messageId.LastIndexOf('@');
        return at > 0 && Read(messageId[..at]) is [var name, var proof] && Id.TryParse(name, null, out var letter) && proof == tokens.LetterProof($"letter {letter}") ? letter : null;
    }

    // Some servers change the case of what stands before the @.
    static string[] Read(string name) => name.ToLowerInvariant() is var lower && lower.StartsWith(Mark, StringComparison.Ordinal) ? lower[Mark.Length..].Split('.') : [];
}
