namespace Kanal.Channels.Email.Mime;

/// <summary>The identifiers in Message-ID, In-Reply-To and References (RFC 5322, 3.6.4), without their angle brackets.</summary>
static class MessageIds
{
    const int Most = 1_000;

    public static List<string> Of(string? text)
    {
        List<string> found = [];
        var rest = (text ?? "").AsSpan();
        while (found.Count < Most && rest.IndexOf('<') is >= 0 and var start)
        {
            rest = rest[(start + 1)..];
            var end = rest.IndexOfAny('>', '<');
            if (end < 0)
            {
                break;
            }

            // What is between is folded by some.
            if (rest[end] == '>')
            {
                Add(Without(rest[..end]), found);
            }

            rest = rest[end..];
        }

        if (found.Count == 0)
        {
            foreach (var word in (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('@', StringComparison.Ordinal)).Take(Most))
            {
                Add(word.Trim('<', '>', ',', ';'), found);
            }
        }

        return found;
    }

    /// <summary>The one identifier of a message: what is in the brackets, or else whatever is there.</summary>
    public static string? One(string? text) =>
        Of(text) is [var first, ..] ? first
        : AddressReading.WithoutComments(text ?? "").Trim().Trim('<', '>').Trim() is { Length: > 0 } bare ? bare
        : null;

    static void Add(string id, List<string> found)
    {
        if (id.Length > 0)
        {
            found.Add(id);
        }
    }

    static string Without(ReadOnlySpan<char> id) => id.ContainsAny(" \t\r\n") ? string.Concat(id.ToString().Where(letter => !char.IsWhiteSpace(letter))) : id.ToString();
}
