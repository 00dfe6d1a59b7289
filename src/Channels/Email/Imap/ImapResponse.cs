namespace Kanal.Channels.Email.Imap;

/// <summary>Something that the server said. Each letter of its texts is one byte.</summary>
abstract record ImapResponse;

/// <summary>It waits for more of us.</summary>
sealed record ImapQuestion(string Text) : ImapResponse;

/// <param name="Tag">Of the command that it answers; <c>*</c> where it answers none.</param>
/// <param name="Kind">OK, NO, BAD, BYE or PREAUTH.</param>
/// <param name="Code">What stands in brackets, for programs: its words, the first in capitals.</param>
sealed record ImapStatus(string Tag, string Kind, IReadOnlyList<string> Code, string Text) : ImapResponse
{
    public bool IsGood => Kind == "OK";

    public bool Has(string code) => Code.Count > 0 && Code[0] == code;
}

/// <param name="Number">What stands before the name: of a message, or of how many.</param>
sealed record ImapData(string Name, long? Number, IReadOnlyList<ImapItem> Items) : ImapResponse;

/// <param name="Text">Of a list the empty one; of what was copied to a stream its length.</param>
sealed record ImapItem(ImapItemKind Kind, string Text, IReadOnlyList<ImapItem> Items)
{
    public static readonly ImapItem Nil = new(ImapItemKind.Nil, "", []);

    /// <summary>In a list of names and values: the value after a name.</summary>
    public ImapItem? After(string name)
    {
        for (var i = 0; i + 1 < Items.Count; i += 2)
        {
            if (Items[i].Text.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Items[i + 1];
            }
        }

        return null;
    }
}

enum ImapItemKind
{
    Atom,
    Text,
    Nil,
    List,
    Copied,
}
