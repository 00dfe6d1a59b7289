using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Simulation;

/// <summary>What a simulated agent answers in one conversation: by the script it recognises, in the visitor's language.</summary>
sealed class Replies(string language, string agent, Random chance)
{
    readonly Phrases _phrases = Phrases.In(language);
    Blanks _blanks = Blanks.By(chance, language, agent);
    Script? _script;
    int _turn;
    bool _asked;

    /// <summary>Its place among the topics; the last one stands for everything else.</summary>
    public int? Topic => _script?.Dialogue.Topic;

    public Outcome Outcome => _script?.Dialogue.Outcome ?? Outcome.Solved;

    public IReadOnlyList<string> To(IReadOnlyList<string> said)
    {
        if (!FollowsScript(said) && IsThanks(said))
        {
            return [chance.Of(_phrases.Welcome)];
        }

        if (_script is null)
        {
            var asked = _asked;
            _asked = true;
            return [new Wording(chance.Of(asked ? _phrases.More : _phrases.AskMore)).With(_blanks)];
        }

        return _turn < _script.AgentTurns.Count
            ? [.. _script.AgentTurns[_turn++].Wordings.Select(wording => wording.With(_blanks))]
            : [chance.Of(_phrases.More)];
    }

    public string Goodbye() => chance.Of(_phrases.Goodbye);

    // What was said in full by a script wins; then what other words betray, unless the script at hand expected an answer in free words.
    bool FollowsScript(IReadOnlyList<string> said)
    {
        if (_script is { } current && _turn < current.VisitorTurns.Count && said.Any(text => current.VisitorTurns[_turn].Wordings.Any(wording => wording.Heard(text, _blanks) is not null)))
        {
            return true;
        }

        foreach (var script in Script.In(language))
        {
            if (script != _script && said.Select(text => script.Opening.Heard(text, _blanks)).FirstOrDefault(blanks => blanks is not null) is { } blanks)
            {
                (_script, _blanks, _turn) = (script, blanks, 0);
                return true;
            }
        }

        if (Guess(said) is { } guess && guess != _script)
        {
            (_script, _turn) = (guess, 0);
            return true;
        }

        return false;
    }

    Script? Guess(IReadOnlyList<string> said)
    {
        var text = $" {Folding.Fold(string.Join(' ', said))}";
        var best = Script.In(language).Select(script => (Script: script, Hits: script.Words.Count(word => text.Contains($" {Folding.Fold(word)}", StringComparison.Ordinal)))).MaxBy(found => found.Hits);
        return best.Hits > 0 ? best.Script : null;
    }

    bool IsThanks(IReadOnlyList<string> said)
    {
        var text = Folding.Fold(said[^1]);
        return _phrases.ThanksWords.Any(word => text.Contains(Folding.Fold(word), StringComparison.Ordinal));
    }
}
