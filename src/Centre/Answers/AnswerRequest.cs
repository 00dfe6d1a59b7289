using Kanal.Centre.Storage;

namespace Kanal.Centre.Answers;

/// <summary>A short answer as it is written.</summary>
/// <param name="Shortcut">One word of letters, digits, hyphens, dots and underscores, at most 40.</param>
/// <param name="Text">At most 8,000 letters.</param>
/// <param name="Site">The only site it is for; null for all.</param>
public sealed record AnswerRequest(string Shortcut, string Title, string Language, string Text, Id? Site = null)
{
    const int LongestShortcut = 40;
    const int LongestTitle = 120;
    const int LongestText = 8_000;

    /// <exception cref="RefusedException">Something in it can't be taken.</exception>
    internal Answer Read(Id id)
    {
        var faults = new Faults();
        var shortcut = faults.Line("shortcut", Shortcut, LongestShortcut).Normalize().ToLowerInvariant();
        faults.AddIf(!shortcut.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '_'), "shortcut", "This should be one word of letters, digits, hyphens, dots and underscores.");
        faults.AddIf(!LanguageTag.IsWellFormed(Language), "language", "This should be a language tag such as \"da\".");
        var text = faults.Text("text", Text, LongestText);
        faults.AddIf(string.IsNullOrWhiteSpace(text), "text", "This is needed.");
        var title = faults.Line("title", Title, LongestTitle);
        faults.ThrowIfAny();
        return new Answer { Id = id, Shortcut = shortcut, Title = title, Language = Language, Text = text, Site = Site };
    }
}
