using System.Buffers;

namespace Kanal.Channels.Email.Reading;

/// <summary>
/// The line above a quotation that says who wrote it and when, as programs write it in many languages, often folded over several lines. A word for
/// writing, a date or an address, and an end: all of them, so that a sentence of somebody's own is no such line.
/// </summary>
static class Attribution
{
    const int MostLines = 6;
    const int Longest = 500;

    static readonly string[] _verbs =
    [
        "wrote", "writes", "schrieb", "schreef", "geschreven", "skrev", "skreiv", "écrit", "escribió", "escribio", "escreveu", "scritto", "scrisse", "napisał", "napisała", "pisze", "napisana", "napisane",
        "scris", "написал", "написала", "пишет", "пише", "написав", "kirjoitti", "yazdı", "napsal", "napsala", "napísal", "írta", "έγραψε", "写道", "寫道", "書きました",
    ];

    static readonly SearchValues<string> _verb = SearchValues.Create(_verbs, StringComparison.OrdinalIgnoreCase);

    // What somebody says of themselves is a sentence.
    static readonly SearchValues<string> _self = SearchValues.Create(["skrev jeg", "i wrote", "schrieb ich", "j'ai écrit", "am scris", "skrev jag", "schreef ik", "wrote to you", "ho scritto"], StringComparison.OrdinalIgnoreCase);

    static readonly string[] _starts =
    [
        "on ", "at ", "le ", "am ", "op ", "el ", "em ", "il ", "den ", "dnia ", "w dniu", "dn.", "în ", "in data", "pe ", "la data", "på ", "dne ", "kl ", "lø", "man", "tir", "ons", "tor", "fre", "lør", "søn", "mån", "tis",
        "lör", "sön", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "ndz", "lun", "mar", "mie", "joi", "vin", "sâm", "sam", "dum", "dim", "jeu", "ven", "mer",
        "die", "mit", "don", "do.", "di", "fr", "sa", "so", "ma", "wo", "vr", "za", "zo", "jue", "vie", "sáb", "dom", "seg", "ter", "qua", "qui", "sex", "gio", "вс", "пн", "вт", "ср", "чт", "пт", "сб", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
        "to ", "ti ", "ke ", "pe ", "wiadomość napisana", "mesaj", "message de",
    ];

    /// <summary>How many lines from this one on are such a line; 0 if it does not start one.</summary>
    public static int LinesAt(string[] lines, int at)
    {
        var first = Plain(lines[at]);
        if (first.Length is 0 or > Longest || !CanStart(first))
        {
            return 0;
        }

        var joined = "";
        for (var i = at; i < lines.Length && i < at + 2 * MostLines; i++)
        {
            var line = Plain(lines[i]);
            if (line.Length == 0)
            {
                // A blank line only where an address follows that a program tore off.
                if (i + 1 < lines.Length && IsTornOff(lines[i + 1].AsSpan().TrimStart()))
                {
                    continue;
                }

                return IsWithoutVerb(joined) ? i - at : 0;
            }

            joined = joined.Length == 0 ? line : $"{joined} {line}";
            if (joined.Length > Longest)
            {
                return 0;
            }

            if (IsWhole(joined))
            {
                return StartsLater(lines, at, i) ? 0 : i - at + 1;
            }
        }

        return IsWithoutVerb(joined) ? lines.Length - at : 0;
    }

    static bool IsTornOff(ReadOnlySpan<char> line) => line.StartsWith('<') || line.StartsWith('(') || line.StartsWith("mailto:");

    // The line before may be a sentence that happens to begin with a day.
    static bool StartsLater(string[] lines, int at, int last)
    {
        for (var start = at + 1; start <= last; start++)
        {
            if (Plain(lines[start]) is { Length: > 0 } first && CanStart(first) && IsWhole(string.Join(' ', lines[start..(last + 1)].Select(Plain))))
            {
                return true;
            }
        }

        return false;
    }

    static string Plain(string line) => line.Length > 2 * Longest ? "" : line.Trim(' ', '\t', '\u00a0', '-', '*', '_', '\u200b').Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);

    static bool CanStart(string line) =>
        line[0] is not ('>' or '|') && line.AsSpan().ContainsAnyInRange('0', '9')
            && (char.IsAsciiDigit(line[0]) || Array.Exists(_starts, start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        || (HasAddress(line) && HasVerb(line))
        || (line.EndsWith(':') && HasVerb(line) && HasDate(line));

    static bool IsWhole(string text)
    {
        var end = text.TrimEnd();
        return end.EndsWith(':') || end.EndsWith('：') ? (HasVerb(end) && (HasDate(end) || HasAddress(end))) || IsDatedAddress(end)
            : Array.Exists(_verbs, verb => end.EndsWith(verb, StringComparison.OrdinalIgnoreCase)) && HasDate(end) || IsWithoutVerb(end) && end.EndsWith('>');
    }

    // 2013/7/20 somebody <somebody@example.com>, and 2016-03-03 17:21 GMT+01:00 Some One.
    static bool IsWithoutVerb(string text) =>
        text.Length > 10 && text[..4].All(char.IsAsciiDigit) && text[4] is '-' or '/' && (text.EndsWith('>') && HasAddress(text) || text.Contains(" GMT", StringComparison.Ordinal) && HasTime(text));

    static bool IsDatedAddress(string text) => text.TrimEnd(':').EndsWith('>') && HasAddress(text) && HasTime(text) && HasDate(text);

    static bool HasAddress(string text) => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 3 && (text.Contains('<', StringComparison.Ordinal) || text.Contains('(', StringComparison.Ordinal) || text.Contains('[', StringComparison.Ordinal));

    static bool HasVerb(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny(_verb) is >= 0 and var at)
        {
            // Not within a word; the end may be another form of it.
            if (at == 0 || !char.IsLetter(rest[at - 1]))
            {
                return !text.AsSpan().ContainsAny(_self);
            }

            rest = rest[(at + 1)..];
        }

        return false;
    }

    // A year, a time, or a day in three numbers.
    static bool HasDate(string text)
    {
        if (HasTime(text))
        {
            return true;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            var isYear = i - start == 4 && (text.AsSpan(start).StartsWith("19") || text.AsSpan(start).StartsWith("20"));
            var isDay = i - start <= 2 && i + 3 < text.Length && text[i] is '/' or '.' or '-' && char.IsAsciiDigit(text[i + 1])
                && (text[i + 2] == text[i] || (char.IsAsciiDigit(text[i + 2]) && text[i + 3] == text[i]));
            if (isYear || isDay)
            {
                return true;
            }
        }

        return false;
    }

    static bool HasTime(string text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is ':' or '.' or 'h' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]))
            {
                return true;
            }
        }

        return false;
    }
}
