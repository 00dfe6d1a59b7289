using System.Text.RegularExpressions;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Subjects of letters, as they are compared and as they are answered.</summary>
static partial class Subjects
{
    const int Longest = 500;

    /// <summary>On one line, of a length that a list can bear.</summary>
    public static string Clean(string subject)
    {
        var line = string.Concat(subject.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)];
    }

    /// <summary>Whether they are of one matter, whatever stood before them on their way.</summary>
    public static bool Same(string one, string other) => Folding.Fold(Bare(one)) == Folding.Fold(Bare(other));

    public static string Answer(string subject) => Bare(subject) is { Length: > 0 } bare ? $"Re: {bare}" : "Re:";

    public static string Forward(string subject) => $"Fwd: {Bare(subject)}";

    public static string Bare(string subject)
    {
        var bare = subject.Trim();
        while (Prefix().Match(bare) is { Success: true } prefix)
        {
            bare = bare[prefix.Length..].TrimStart();
        }

        return bare;
    }

    // What mail programs put before a subject, in the languages they speak; perhaps numbered, as in "Re[2]:".
    [GeneratedRegex(@"^\s*(re|aw|sv|vs|antw|odp|pd|rif|ris|res|rép|ref|răsp|răspuns|fw|fwd|wg|vb|tr|rv|enc|doorst|vl|redir|redirecționare|inoltra|ynt|ilt|továbbítás|válasz)\s*(\[\d{1,3}\]|\(\d{1,3}\))?\s*[::]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Prefix();
}
