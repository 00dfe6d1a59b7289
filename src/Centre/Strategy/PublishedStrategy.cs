using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>A version of a site's strategy, ready to decide.</summary>
/// <param name="Version">0 for the one that holds until the site publishes its first.</param>
/// <param name="Policy">What may be known of visitors, by the site's settings now.</param>
public sealed record PublishedStrategy(long Version, ChannelStrategy Strategy, FactPolicy Policy, StrategySettings Settings)
{
    /// <summary>What may be known of a visitor who has agreed to so much; never more than the site's settings allow.</summary>
    public FactPolicy PolicyFor(Privacy agreed) => agreed >= Settings.Consent ? Policy : PolicyOf(Strategy.Catalogue, Settings with { Consent = agreed });

    /// <param name="ownThen">The site's own facts when it was published.</param>
    /// <returns>Null where it can't be read any more, neither with today's facts nor with those of its time.</returns>
    internal static PublishedStrategy? From(long version, StrategyDefinition definition, IReadOnlyList<OwnFact> ownThen, StrategySettings settings)
    {
        IEnumerable<OwnFact> withThen = [.. settings.OwnFacts, .. ownThen.ExceptBy(settings.OwnFacts.Select(fact => fact.Key), fact => fact.Key)];
        return (ChannelStrategy.From(definition, CatalogueOf(withThen), out _) ?? ChannelStrategy.From(definition, CatalogueOf(ownThen), out _)) is { } strategy
            ? new PublishedStrategy(version, strategy, PolicyOf(strategy.Catalogue, settings), settings)
            : null;
    }

    internal static FactCatalogue CatalogueOf(IEnumerable<OwnFact> own) =>
        FactCatalogue.Standard.With(own.Take(FactCatalogue.Standard.Free).Select(fact => fact.ToFact()));

    // What the site no longer has is not asked of visitors either.
    static FactPolicy PolicyOf(FactCatalogue catalogue, StrategySettings settings)
    {
        var gone = catalogue.Facts.Skip(FactCatalogue.Standard.Count).Select(fact => fact.Key).Except(settings.OwnFacts.Select(fact => fact.Key));
        return FactPolicy.Of(catalogue, settings.SwitchedOff.Concat(gone), settings.Consent);
    }
}
