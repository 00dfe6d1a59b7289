using System.Buffers;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Decisions.Strategy;

/// <summary>Reads a definition and says what is wrong with it where. Used once.</summary>
sealed class StrategyReader
{
    const int MostRules = 200;
    const int MostGroups = 200;
    const int LongestName = 200;

    readonly StrategyDefinition _definition;
    readonly FactCatalogue _catalogue;
    readonly List<StrategyProblem> _problems = [];
    readonly ConditionReader _conditions;
    readonly RuleReader _ruleReader;

    public StrategyReader(StrategyDefinition definition, FactCatalogue catalogue)
    {
        (_definition, _catalogue) = (definition, catalogue);
        _conditions = new ConditionReader(catalogue, definition.Groups, _problems);
        _ruleReader = new RuleReader(_conditions, _problems);
    }

    public ChannelStrategy? Read(out IReadOnlyList<StrategyProblem> problems)
    {
        problems = _problems;
        if (_definition.Format != 1)
        {
            Refuse(ProblemKind.OutOfBounds, "format", $"Format {_definition.Format} is not known here; 1 is.");
            return null;
        }

        if (_definition.Rules.Count > MostRules || _definition.Groups.Count > MostGroups)
        {
            Refuse(ProblemKind.TooMany, _definition.Rules.Count > MostRules ? "rules" : "groups", $"There are too many; {MostRules} is the most.");
            return null;
        }

        Names();
        new NumbersReader(_problems).Read(_definition);
        RuleReader.Channels(_definition.Plain, "plain", _problems);
        var rules = Rules();
        Groups();
        return _problems.Any(problem => problem.Stops) ? null : new ChannelStrategy(_definition, _catalogue, rules);
    }

    void Names()
    {
        if (!IsName(_definition.Name))
        {
            Refuse(ProblemKind.OutOfBounds, "name", $"A strategy needs a name of one line, at most {LongestName} letters.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, rule) in _definition.Rules.Index())
        {
            if (rule is null)
            {
                Refuse(ProblemKind.Missing, $"rules[{i}]", "There is no rule here.");
                continue;
            }

            if (!IsId(rule.Id))
            {
                Refuse(ProblemKind.OutOfBounds, $"rules[{i}].id", "A rule needs an id of at most 60 small letters, digits and hyphens.", rule.Id);
            }
            else if (!seen.Add(rule.Id))
            {
                Refuse(ProblemKind.Twice, $"rules[{i}].id", $"There is another rule \"{rule.Id}\".", rule.Id);
            }

            if (!IsName(rule.Name))
            {
                Refuse(ProblemKind.OutOfBounds, $"rules[{i}].name", $"A rule needs a name of one line, at most {LongestName} letters.", rule.Id);
            }
        }
    }

    StrategyRule[] Rules()
    {
        if (_definition.Rules.Count == 0)
        {
            Refuse(ProblemKind.Missing, "rules", "A strategy needs at least one rule, which holds for everybody.");
        }
        else if (_definition.Rules[^1]?.When is not null)
        {
            Refuse(ProblemKind.LastRuleHasCondition, $"rules[{_definition.Rules.Count - 1}].when", "The last rule holds for everybody, so it has no condition.");
        }

        var rules = new List<StrategyRule>();
        foreach (var (i, rule) in _definition.Rules.Index())
        {
            if (rule is not null && _ruleReader.Read(rule, i) is { } read)
            {
                rules.Add(read);
            }
        }

        return [.. rules];
    }

    void Groups()
    {
        var used = _conditions.Used;
        foreach (var name in _definition.Groups.Keys)
        {
            if (!used.Contains(name))
            {
                _conditions.ReadGroup(name);
                _problems.Add(new StrategyProblem(ProblemKind.UnusedGroup, $"groups.{name}", "No rule uses this group.") { Subject = name });
            }
        }
    }

    static bool IsName(string name) => name.Length is > 0 and <= LongestName && !name.Any(char.IsControl);

    static bool IsId(string id) => id.Length is > 0 and <= 60 && id.AsSpan().IndexOfAnyExcept(_idLetters) < 0;

    static readonly SearchValues<char> _idLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    void Refuse(ProblemKind kind, string place, string sentence, string? subject = null) =>
        _problems.Add(new StrategyProblem(kind, place, sentence) { Subject = subject });
}
