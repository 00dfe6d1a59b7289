using Kanal.Centre.Sites;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Strategy.Checking;
using NodaTime;

namespace Kanal.Centre.Strategy;

/// <summary>What is wrong with a strategy on a site: what stops it, and what will hardly have been meant.</summary>
public sealed class StrategyChecks(SiteChannels channels, TimeProvider time)
{
    public async Task<IReadOnlyList<StrategyProblem>> OfAsync(Site site, StrategySettings settings, StrategyDefinition definition, CancellationToken ct)
    {
        if (ChannelStrategy.From(definition, PublishedStrategy.CatalogueOf(settings.OwnFacts), out var problems) is not { } strategy)
        {
            return problems;
        }

        var found = StrategyCheck.Of(strategy, site.Calendar, await channels.OfAsync(site, ct), Instant.FromDateTimeOffset(time.GetUtcNow()));
        return [.. problems, .. found, .. Unknowable(strategy, settings)];
    }

    static IEnumerable<StrategyProblem> Unknowable(ChannelStrategy strategy, StrategySettings settings)
    {
        var policy = FactPolicy.Of(strategy.Catalogue, settings.SwitchedOff, settings.Consent);
        foreach (var test in strategy.Explain(new FactValues(strategy.Catalogue)).SelectMany(rule => rule.Tests).DistinctBy(test => test.Place))
        {
            if (!Allows(test.Fact))
            {
                yield return Off(test.Fact, test.Place, $"The site does not use \"{test.Fact}\", or not without its visitors' consent: it is never known here.");
            }
        }

        foreach (var (i, rule) in strategy.Definition.Rules.Index())
        {
            if (rule?.Invite is not null && !Allows("signals"))
            {
                yield return Off("signals", $"rules[{i}].invite", "The site does not use signals, or not without its visitors' consent: nobody is ever invited.");
            }
        }

        if (strategy.Definition.Holdout is { Share: > 0 } && settings.Consent == Privacy.None)
        {
            yield return new StrategyProblem(ProblemKind.ConsentNeeded, "holdout", "Without consent to the journey a visitor is another one on every page, so nobody stays held out.");
        }

        bool Allows(string fact) => strategy.Catalogue.Find(fact) is { } number && policy.Allows(number);
    }

    static StrategyProblem Off(string fact, string place, string sentence) => new(ProblemKind.FactOff, place, sentence) { Subject = fact };
}
