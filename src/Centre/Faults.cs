using System.Text;
using Kanal.Centre.Texts;

namespace Kanal.Centre;

/// <summary>Looks at what came in, field by field, and refuses it in one go with a sentence for each thing that is wrong.</summary>
public sealed class Faults
{
    readonly Dictionary<string, Sentence[]> _errors = [];
    readonly Dictionary<string, FaultReason> _reasons = [];

    public bool Any => _errors.Count > 0;

    public void Add(string field, Sentence sentence) => _errors[field] = [.. _errors.GetValueOrDefault(field, []), sentence];

    public void AddIf(bool wrong, string field, Sentence sentence)
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
        if (line is null)
        {
            Add(field, "This is needed.", new FaultReason("required"));
        }

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
            throw new RefusedException(Refusal.Invalid, "invalid", _errors is { Count: 1 } ? Sentence.Of($"{_errors.First().Key}: {_errors.First().Value[0]}") : "Some of what was given can't be taken.")
            {
                Errors = _errors,
                Reasons = _reasons,
            };
        }
    }

    string Short(string field, string text, int longest)
    {
        if (text.Length > longest)
        {
            Add(field, $"This is too long: at most {longest} letters.", new FaultReason("tooLong", longest));
        }

        return text;
    }

    // Where it is the first thing that is wrong with the field.
    void Add(string field, Sentence sentence, FaultReason reason)
    {
        if (!_errors.ContainsKey(field))
        {
            _reasons[field] = reason;
        }

        Add(field, sentence);
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

/// <summary>What is wrong with a field, for a program that says it in its reader's language.</summary>
/// <param name="Reason">Stable: <c>required</c> or <c>tooLong</c>.</param>
/// <param name="Most">Letters, for what is too long.</param>
public sealed record FaultReason(string Reason, int? Most = null);
