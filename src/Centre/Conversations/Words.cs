namespace Kanal.Centre.Conversations;

/// <summary>What may come in as text.</summary>
public static class Words
{
    public const int LongestText = 8_000;
    public const int LongestName = 100;
    public const int LongestClientId = 64;
    public const int LongestPage = 2_000;
    public const int MostFiles = 10;

    /// <summary>A message's words, trimmed.</summary>
    /// <exception cref="RefusedException">Nothing was written, too much, or letters that no keyboard makes.</exception>
    public static string Text(string? text, bool mayBeEmpty = false)
    {
        var words = (text ?? "").Trim();
        if (words.Length == 0 && !mayBeEmpty)
        {
            throw RefusedException.Invalid("text", "Write something first: the text is empty.");
        }

        if (words.Length > LongestText)
        {
            throw new RefusedException(Refusal.Invalid, "text-too-long", $"The text has {words.Length} characters; at most {LongestText} can be sent at once.")
            {
                Errors = new() { ["text"] = [$"At most {LongestText} characters."] },
            };
        }

        return Clean("text", words);
    }

    /// <summary>What is not sent yet: kept as it stands, cut where it could not be sent anyway.</summary>
    public static string Draft(string text) =>
        Clean("text", text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)]);

    public static string ClientId(string? clientId) =>
        clientId is { Length: > 0 and <= LongestClientId } && clientId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':')
            ? clientId
            : throw RefusedException.Invalid("clientId", $"A clientId has 1 to {LongestClientId} letters, digits, dashes, dots, colons or underscores.");

    /// <summary>An optional short text; null where nothing was said.</summary>
    public static string? Brief(string field, string? text, int longest)
    {
        var words = text?.Trim();
        return words switch
        {
            null or "" => null,
            _ when words.Length > longest => throw RefusedException.Invalid(field, $"At most {longest} characters."),
            _ => Clean(field, words),
        };
    }

    static string Clean(string field, string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var letter = words[i];
            if ((char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) || (char.IsSurrogate(letter) && !IsPair(words, ref i)))
            {
                throw RefusedException.Invalid(field, $"There is a control character (U+{(int)letter:X4}) at place {i + 1}; send text only.");
            }
        }

        return words;
    }

    static bool IsPair(string words, ref int i) =>
        char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[++i]);
}
