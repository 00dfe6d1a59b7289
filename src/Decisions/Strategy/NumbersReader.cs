using System.Globalization;

namespace Kanal.Decisions.Strategy;

/// <summary>Looks that numbers are within their bounds.</summary>
sealed class NumbersReader(List<StrategyProblem> problems)
{
    const double Money = 1e9;
    const int Day = 86_400;
    const int MostEntries = 1_000;

    public void Read(StrategyDefinition definition)
    {
        foreach (var (i, rule) in definition.Rules.Index())
        {
            if (rule is not null)
            {
                Rule(rule, $"rules[{i}]");
            }
        }

        if (definition.Economy is { } economy)
        {
            Economy(economy);
        }

        if (definition.Holdout is { } holdout)
        {
            Within(holdout.Share, 0, 0.5, "holdout.share");
            Within(holdout.Admission, 0, 0.05, "holdout.admission");
            Within(holdout.Salt.Length, 1, 100, "holdout.salt", "It needs a salt of 1 to 100 letters.");
        }

        Within(definition.Invitations.CoolDownHours, 1, 8_760, "invitations.coolDownHours");
        Within(definition.Invitations.ExcludedPages.Count, 0, 200, "invitations.excludedPages", "There may be 200 patterns.");
        foreach (var (i, page) in definition.Invitations.ExcludedPages.Index())
        {
            Within(page?.Length ?? 0, 1, 500, $"invitations.excludedPages[{i}]", "A pattern has 1 to 500 letters.");
        }
    }

    void Rule(RuleDefinition rule, string place)
    {
        Within(rule.TargetSeconds ?? 1, 1, 30 * Day, $"{place}.targetSeconds");
        Within(rule.WaitLimitSeconds ?? 0, 0, Day, $"{place}.waitLimitSeconds");
        Within(rule.Value, 1, 10, $"{place}.value");
        Within(rule.Uplift ?? 0, -1, 1, $"{place}.uplift");
        Within(rule.SolvedValue ?? 0, -Money, Money, $"{place}.solvedValue");
        Within(rule.Invite?.AfterSeconds ?? 30, 30, Day, $"{place}.invite.afterSeconds");
        Within(rule.Invite?.AfterSecondsReturning ?? 30, 30, Day, $"{place}.invite.afterSecondsReturning");
    }

    void Economy(EconomyDefinition economy)
    {
        Within(economy.MarginShare, 0, 1, "economy.marginShare");
        Within(economy.Uplift, -1, 1, "economy.uplift");
        Within(economy.SolvedValue ?? 0, -Money, Money, "economy.solvedValue");
        Within(economy.WaitCostPerMinute, 0, Money, "economy.waitCostPerMinute");
        foreach (var (entries, place, least) in new[] { (economy.Topics, "economy.topics", -Money), (economy.Costs, "economy.costs", 0) })
        {
            Within(entries.Count, 0, MostEntries, place, $"There may be {MostEntries} of them.");
            foreach (var (key, number) in entries)
            {
                Within(number, least, Money, $"{place}.{key}");
            }
        }
    }

    void Within(double number, double least, double most, string place, string? sentence = null)
    {
        if (!(number >= least && number <= most))
        {
            var said = string.Create(CultureInfo.InvariantCulture, $"This should be a number of {least:0.##} to {most:0.##}.");
            problems.Add(new StrategyProblem(ProblemKind.OutOfBounds, place, sentence ?? said) { Subject = number.ToString(CultureInfo.InvariantCulture) });
        }
    }
}
