using System.Collections.Frozen;

namespace Kanal.Web.Demo.World;

/// <summary>What fits in any conversation, and whom one meets, in one language.</summary>
/// <param name="GoOn">A visitor, after an answer that was not in the script.</param>
/// <param name="AskMore">An agent who can't tell what it is about.</param>
/// <param name="More">An agent, when the script has run out.</param>
/// <param name="Goodbye">An agent, before closing.</param>
/// <param name="Names">Of customers.</param>
sealed record Phrases(
    IReadOnlyList<string> GoOn, IReadOnlyList<string> Thanks, IReadOnlyList<string> ThanksWords, IReadOnlyList<string> Praise, IReadOnlyList<string> Blame,
    IReadOnlyList<string> AskMore, IReadOnlyList<string> More, IReadOnlyList<string> Welcome, IReadOnlyList<string> Goodbye, IReadOnlyList<string> Notes,
    IReadOnlyList<string> Dates, IReadOnlyList<string> Names)
{
    static readonly FrozenDictionary<string, Phrases> _all =
        DemoTexts.Languages.ToFrozenDictionary(language => language, language => Content.Read<Phrases>($"phrases/{language}.json"));

    public static Phrases In(string language) => _all.GetValueOrDefault(language.Split('-')[0], _all["en"]);
}
