using Kanal.Centre.Storage;

namespace Kanal.Centre.Skills;

/// <summary>How a skill is named where one is asked for: the id of one of ours, or a language.</summary>
public static class SkillName
{
    public const int MostLevels = 5;

    /// <summary>The level of a language that stands in an agent's profile and has no level of its own.</summary>
    public const int UsualLevel = 3;

    /// <summary>In a queue's steps: the language of the conversation, whichever that is.</summary>
    public const string Language = "language";

    const string LanguagePrefix = "language:";

    /// <summary>The skill to speak a language; "pt-BR" is spoken by whoever speaks "pt".</summary>
    public static string OfLanguage(string tag) => $"{LanguagePrefix}{tag.Split('-')[0].ToLowerInvariant()}";

    /// <summary>The language of a skill that is one.</summary>
    public static string? LanguageOf(string skill) => skill.StartsWith(LanguagePrefix, StringComparison.Ordinal) ? skill[LanguagePrefix.Length..] : null;

    /// <summary>Whether there can be such a skill: a well-formed language, or one of <paramref name="known"/>.</summary>
    public static bool Exists(string? skill, IEnumerable<Skill> known) => skill is not null
        && (LanguageOf(skill) is { } language
            ? language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower)
            : Id.TryParse(skill, null, out var id) && known.Any(one => one.Id == id));
}
