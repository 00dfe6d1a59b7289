using System.Globalization;
using System.Text;

namespace Kanal.Centre.Storage;

/// <summary>
/// Text as searches compare it: capitals, no accents, single spaces. Danish å is AA, æ is AE, ø is O, Polish ł is L, German ß is SS, so that
/// people find names however their keyboard lets them write them. Both what is kept and what is sought go through here.
/// </summary>
public static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC))
        {
            Append(folded, char.ToUpperInvariant(letter));
        }

        var plain = new StringBuilder(folded.Length);
        foreach (var letter in folded.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.IsWhiteSpace(letter))
            {
                if (plain is [.., not ' '])
                {
                    plain.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format))
            {
                plain.Append(char.ToUpperInvariant(letter));
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The words of what is sought, folded; at most eight.</summary>
    public static string[] Words(string? sought) => [.. Fold(sought ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8)];

    /// <summary>For <c>like @pattern escape '!'</c>: found anywhere.</summary>
    public static string Anywhere(string folded) => $"%{Escape(folded)}%";

    /// <summary>For <c>like @pattern escape '!'</c>: found at the start.</summary>
    public static string AtStart(string folded) => $"{Escape(folded)}%";

    static string Escape(string text) => text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    static void Append(StringBuilder folded, char letter) => _ = letter switch
    {
        'Å' => folded.Append("AA"),
        'Æ' => folded.Append("AE"),
        'Œ' => folded.Append("OE"),
        'Ø' => folded.Append('O'),
        'Ł' => folded.Append('L'),
        'Đ' or 'Ð' => folded.Append('D'),
        'Þ' => folded.Append("TH"),
        'ß' or 'ẞ' => folded.Append("SS"),
        _ => folded.Append(letter),
    };
}
