using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Kanal.Centre.Forms;

/// <summary>An editor's regular expression for a field. It takes time in proportion to the text, whatever somebody sends.</summary>
static class FieldPattern
{
    const int MostKept = 1_000;

    static readonly ConcurrentDictionary<string, Regex> _kept = new();

    /// <summary>Null where it is not one, or takes looking back and around.</summary>
    public static Regex? Of(string pattern)
    {
        if (_kept.TryGetValue(pattern, out var kept))
        {
            return kept;
        }

        try
        {
            var made = new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            if (_kept.Count < MostKept)
            {
                _kept[pattern] = made;
            }

            return made;
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
