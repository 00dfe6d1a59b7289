using Kanal.Decisions.Hours;
using Kanal.Decisions.Strategy.Conditions;
using NodaTime;

namespace Kanal.Decisions.Strategy.Checking;

/// <summary>
/// Looks for what a strategy that can be used will hardly have been meant to do. What it says of rules that never hold or are
/// never reached is certain; patterns such as "/trips/*" it takes to be independent, so there it can miss one.
/// </summary>
public static class StrategyCheck
{
    /// <param name="calendar">The site's hours.</param>
    /// <param name="channels">What the site has.</param>
    /// <param name="from">The weeks after it are looked at.</param>
    /// <returns>What it found, in the order of the rules; empty when all is well.</returns>
    public static IReadOnlyList<StrategyProblem> Of(ChannelStrategy strategy, OpeningCalendar calendar, IReadOnlyList<SiteChannel> channels, Instant from)
    {
        var space = new Space(strategy.Catalogue, strategy.Rules.Select(rule => rule.When));
        var times = new Times(space, calendar, from);
        var remainder = new Remainder(space);
        var problems = new List<StrategyProblem>();
        var earlier = new List<(StrategyRule Rule, IReadOnlyList<Box> Boxes)>();
        foreach (var rule in strategy.Rules)
        {
            var boxes = space.Boxes(rule.When);
            if (boxes is null)
            {
                problems.Add(Problem(ProblemKind.NotChecked, rule, ".when", "This condition is too tangled to be checked."));
            }
            else
            {
                Reaching(rule, boxes, earlier, remainder, times, channels, problems);
                earlier.Add((rule, boxes));
            }

            problems.AddRange(Branches(rule, rule.When, space));
            problems.AddRange(Offering(rule, channels));
        }

        return problems;
    }

    static void Reaching(StrategyRule rule, IReadOnlyList<Box> boxes, List<(StrategyRule Rule, IReadOnlyList<Box> Boxes)> earlier, Remainder remainder, Times times, IReadOnlyList<SiteChannel> channels, List<StrategyProblem> problems)
    {
        if (boxes.Count == 0)
        {
            problems.Add(Problem(ProblemKind.NeverHolds, rule, ".when", "This contradicts itself, so the rule never holds."));
            return;
        }

        if (!boxes.Any(times.Come))
        {
            problems.Add(Problem(ProblemKind.TimesNeverCome, rule, ".when", "This holds only at times that never come with the site's hours."));
            return;
        }

        var left = remainder.Of(boxes, earlier.SelectMany(its => its.Boxes));
        if (left is null)
        {
            problems.Add(Problem(ProblemKind.NotChecked, rule, ".when", "There is too much before this rule to check whether it is ever reached."));
        }
        else if (left.Count == 0)
        {
            var alone = earlier.Find(its => remainder.Of(boxes, its.Boxes) is { Count: 0 }).Rule;
            var who = alone is null ? "earlier rules hold" : $"the rule \"{alone.Id}\" holds";
            problems.Add(Problem(ProblemKind.NeverReached, rule, "", $"Whenever this rule holds {who} before it, so it is never reached.") with { Other = alone?.Id });
        }

        if (rule.Offer.All(channel => channels.Any(its => its.Channel == channel && its.Pace == ChannelPace.Live)) && !boxes.Any(times.ComeWhileOpen))
        {
            problems.Add(Problem(ProblemKind.NeverOpen, rule, ".offer", "This offers only somebody's time, and holds only while the site is closed."));
        }
    }

    // Where the whole never holds that has been said; one way of several that never holds is worth a word of its own.
    static IEnumerable<StrategyProblem> Branches(StrategyRule rule, Condition condition, Space space)
    {
        if (condition is AnyOf any)
        {
            var holds = space.Boxes(any) is { Count: > 0 };
            foreach (var part in any.Parts)
            {
                if (holds && space.Boxes(part) is { Count: 0 })
                {
                    yield return new StrategyProblem(ProblemKind.NeverHolds, part.Place, "This contradicts itself, so this way into the rule never holds.") { Subject = rule.Id };
                }
            }
        }

        var within = condition switch { AllOf all => all.Parts, AnyOf ways => ways.Parts, _ => [] };
        foreach (var problem in within.SelectMany(part => Branches(rule, part, space)))
        {
            yield return problem;
        }
    }

    static IEnumerable<StrategyProblem> Offering(StrategyRule rule, IReadOnlyList<SiteChannel> channels)
    {
        foreach (var (i, channel) in rule.Definition.Offer.Index())
        {
            if (!channels.Any(its => its.Channel == channel))
            {
                yield return Problem(ProblemKind.UnknownChannel, rule, $".offer[{i}]", $"This site has no channel \"{channel}\".") with { Other = channel };
            }
        }

        if (!channels.Any(its => its.Pace != ChannelPace.Live && (rule.Offer.Contains(its.Channel) || rule.Otherwise.Contains(its.Channel))))
        {
            yield return Problem(ProblemKind.MenuCouldBeEmpty, rule, ".offer", "With nobody there nothing of this is left; something that is always there will be shown all the same.");
        }
    }

    static StrategyProblem Problem(ProblemKind kind, StrategyRule rule, string place, string sentence) => new(kind, $"rules[{rule.Number}]{place}", sentence) { Subject = rule.Id };
}

/// <summary>A channel that a site has.</summary>
public readonly record struct SiteChannel(string Channel, ChannelPace Pace);
