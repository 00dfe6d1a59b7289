using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Simulation;

/// <summary>What a visitor says next: by the script while the agent keeps to it, politely in general when a person answers in words of their own.</summary>
sealed class VisitorTalk(Script script, string language, Random chance)
{
    readonly Blanks _blanks = Blanks.By(chance, language, "");
    readonly Phrases _phrases = Phrases.In(language);
    int _turn;
    int _inGeneral = -1;
    bool _thanked;

    public IReadOnlyList<string> Begin() => Words(script.VisitorTurns[0]);

    /// <summary>Null when there is nothing left to say.</summary>
    public IReadOnlyList<string>? AnswerTo(IReadOnlyList<string> said)
    {
        if (_inGeneral < 0 && _turn < script.AgentTurns.Count && script.AgentTurns[_turn].Wordings.Any(wording => said.Any(text => wording.Heard(text, _blanks) is not null)))
        {
            return ++_turn < script.VisitorTurns.Count ? Words(script.VisitorTurns[_turn]) : null;
        }

        _inGeneral = Math.Max(0, _inGeneral);
        return _inGeneral++ == 0 && _turn == 0 ? [chance.Of(_phrases.GoOn)] : Thanks();
    }

    IReadOnlyList<string>? Thanks()
    {
        var before = _thanked;
        _thanked = true;
        return before ? null : [chance.Of(_phrases.Thanks)];
    }

    IReadOnlyList<string> Words(Turn turn) => [.. turn.Wordings.Select(wording => wording.With(_blanks))];
}
