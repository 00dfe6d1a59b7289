using System.Globalization;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>A word of a text: where it stands, and as it is compared.</summary>
readonly record struct Word(int Start, int Length, string Folded)
{
    public static IEnumerable<Word> In(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && IsOfWord(text[at]);
            if (inside && start < 0)
            {
                start = at;
            }
            else if (!inside && start >= 0)
            {
                var folded = Fold(text.AsSpan(start, at - start));
                if (folded.Length > 0)
                {
                    yield return new Word(start, at - start, folded);
                }

                start = -1;
            }
        }
    }

    // Danish keyboards abroad: aa and å, oe and ø, and those who leave the signs out, all meet here. A word of
    // another language that holds these letters is changed in the same way wherever it stands.
    static string Fold(ReadOnlySpan<char> word) =>
        Folding.Fold(word.ToString()).ToLowerInvariant().Replace("aa", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal);

    static bool IsOfWord(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || (letter > 127 && (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark));
}
