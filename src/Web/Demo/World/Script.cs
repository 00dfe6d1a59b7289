using System.Collections.Frozen;

namespace Kanal.Web.Demo.World;

/// <summary>A dialogue in one language: visitor and agent by turns, each turn one or more messages.</summary>
/// <param name="Words">What betrays that somebody asks about this.</param>
sealed record Script(Dialogue Dialogue, IReadOnlyList<string> Words, IReadOnlyList<Turn> Turns)
{
    static readonly FrozenDictionary<string, IReadOnlyList<Script>> _all =
        DemoTexts.Languages.ToFrozenDictionary(language => language, Load);

    public Wording Opening => Turns[0].Wordings[0];

    public IReadOnlyList<Turn> VisitorTurns { get; } = [.. Turns.Where(turn => turn.ByVisitor)];

    public IReadOnlyList<Turn> AgentTurns { get; } = [.. Turns.Where(turn => !turn.ByVisitor)];

    public static IReadOnlyList<Script> In(string language) => _all.GetValueOrDefault(language.Split('-')[0], _all["en"]);

    public static Script For(Dialogue dialogue, string language) => In(language).First(script => script.Dialogue == dialogue);

    static IReadOnlyList<Script> Load(string language)
    {
        var written = Content.Read<Dictionary<string, Written>>($"dialogues/{language}.json");
        return [.. Dialogue.All.Select(dialogue => new Script(dialogue, written[dialogue.Key].Words, Turn.Of(written[dialogue.Key].Lines)))];
    }

    sealed record Written(List<string> Words, List<string> Lines);
}

/// <summary>What one of the two says before the other speaks again.</summary>
sealed record Turn(bool ByVisitor, IReadOnlyList<Wording> Wordings)
{
    const char VisitorMark = '>';

    /// <summary>Lines that start with <c>&gt;</c> are the visitor's.</summary>
    public static IReadOnlyList<Turn> Of(IReadOnlyList<string> lines)
    {
        var turns = new List<(bool ByVisitor, List<Wording> Wordings)>();
        foreach (var line in lines)
        {
            var byVisitor = line[0] == VisitorMark;
            if (turns.Count == 0 || turns[^1].ByVisitor != byVisitor)
            {
                turns.Add((byVisitor, []));
            }

            turns[^1].Wordings.Add(new Wording(byVisitor ? line[1..].Trim() : line));
        }

        return turns.ConvertAll(turn => new Turn(turn.ByVisitor, turn.Wordings));
    }
}
