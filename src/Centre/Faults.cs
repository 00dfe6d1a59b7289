using System.Text;

namespace Kanal.Centre;

/// <summary>Looks at what came in, field by field, and refuses it in one go with a sentence for each thing that is wrong.</summary>
public sealed class Faults
{
    readonly Dictionary<string, string[]> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string field, string sentence) => _errors[field] = [.. _errors.GetValueOrDefault(field, []), sentence];

    public void AddIf(bool wrong, string field, string sentence)
    {
        if (wrong)
        {
            Add(field, sentence);
        }
    }

    /// <summary>One line of text that must be there, without spaces around it.</summary>
    public string Line(string field, string? value, int longest)
    {
        var line = OptionalLine(field, value, longest);
        AddIf(line is null, field, "This is needed.");
        return line ?? "";
    }

    /// <summary>One line of text, without spaces around it; null where there is none.</summary>
    public string? OptionalLine(string field, string? value, int longest)
    {
        var line = value?.Trim();
        if (string.IsNullOrEmpty(line))
        {
            return null;
        }

        AddIf(line.Any(char.IsControl) || !IsWhole(line), field, "This must be one line of plain text.");
        return Short(field, line, longest);
    }

    /// <summary>Text that may have several lines; line ends become <c>\n</c>.</summary>
    public string Text(string field, string? value, int longest)
    {
        var text = (value ?? "").ReplaceLineEndings("\n");
        AddIf(text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')) || !IsWhole(text), field, "This must be plain text.");
        return Short(field, text, longest);
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, "invalid", _errors is { Count: 1 } ? $"{_errors.First().Key}: {_errors.First().Value[0]}" : "Some of what was given can't be taken.")
            {
                Errors = _errors,
            };
        }
    }

    string Short(string field, string text, int longest)
    {
        AddIf(text.Length > longest, field, $"This is too long: at most {longest} letters.");
        return text;
    }

    // Half of a surrogate pair can't be written as UTF-8.
    static bool IsWhole(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD'))
            {
                return false;
            }
        }

        return true;
    }
}
