using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Decisions.Strategy;

/// <summary>A strategy that has been read and can decide. Does not change; safe from any thread.</summary>
public sealed class ChannelStrategy
{
    readonly StrategyRule[] _rules;
    readonly Pattern[] _excluded;

    internal ChannelStrategy(StrategyDefinition definition, FactCatalogue catalogue, StrategyRule[] rules)
    {
        (Definition, Catalogue, _rules) = (definition, catalogue, rules);
        PlainRule = new StrategyRule(-1, new RuleDefinition { Id = "", Name = "" }, AllOf.Nothing, definition.Plain, []);
        _excluded = [.. definition.Invitations.ExcludedPages.Select(page => new Pattern(page))];
        Signals = [.. Facts.Signals.All.Where(signal => rules.Any(rule => rule.SpeaksOf(signal, catalogue.Find("signals"))))];
    }

    public StrategyDefinition Definition { get; }

    /// <summary>The facts that its rules speak of.</summary>
    public FactCatalogue Catalogue { get; }

    public IReadOnlyList<StrategyRule> Rules => _rules;

    /// <summary>The signals that its rules invite on or speak of.</summary>
    public IReadOnlyList<string> Signals { get; }

    /// <summary>What the holdout gets.</summary>
    internal StrategyRule PlainRule { get; }

    /// <summary>Reads a strategy from settings.</summary>
    /// <param name="problems">What is wrong with it, each with its place; empty when all is well.</param>
    /// <returns>Null where it can't be used.</returns>
    public static ChannelStrategy? From(StrategyDefinition definition, FactCatalogue catalogue, out IReadOnlyList<StrategyProblem> problems) =>
        new StrategyReader(definition, catalogue).Read(out problems);

    /// <summary>The first rule that holds; there always is one, as the last holds for everybody.</summary>
    public StrategyRule RuleFor(FactValues facts)
    {
        foreach (var rule in _rules)
        {
            if (rule.When.Holds(facts))
            {
                return rule;
            }
        }

        return _rules[^1];
    }

    /// <summary>Of every rule whether it holds for a visitor, and which of its tests: for those who try a strategy, and those who ask why.</summary>
    public IReadOnlyList<RuleExplained> Explain(FactValues facts)
    {
        var json = facts.ToJson();
        var decides = RuleFor(facts);
        return
        [
            .. _rules.Select(rule => new RuleExplained(rule.Id, rule.When.Holds(facts), rule == decides,
            [
                .. rule.When.Tests.Select(test => (Test: test, Catalogue[test.Fact].Key)).Select(its => new TestExplained(its.Test.Place, its.Key, json[its.Key]?.DeepClone(), its.Test.Holds(facts))),
            ])),
        ];
    }

    /// <summary>Whether nobody is to be invited on a page.</summary>
    public bool Excludes(string page)
    {
        foreach (var pattern in _excluded)
        {
            if (pattern.Fits(page))
            {
                return true;
            }
        }

        return false;
    }
}
