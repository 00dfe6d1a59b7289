using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Centre.Strategy;

/// <summary>A fact as those who write rules need to know it.</summary>
/// <param name="Least">Of a number.</param>
/// <param name="Longest">Of a text, in letters.</param>
/// <param name="Choices">The texts it can be; null where it can be any.</param>
/// <param name="Operators">How it can be compared.</param>
/// <param name="Own">The site's own.</param>
public sealed record ListedFact(
    string Key, FactKind Kind, FactSource Source, Privacy Privacy, FactUnit? Unit, double? Least, double? Most, int? Longest, IReadOnlyList<string>? Choices, IReadOnlyList<string> Operators, bool Own)
{
    /// <summary>Every fact there is for a site with these settings.</summary>
    public static IReadOnlyList<ListedFact> Of(StrategySettings settings) =>
        [.. PublishedStrategy.CatalogueOf(settings.OwnFacts).Facts.Select((fact, number) => Of(fact, own: number >= FactCatalogue.Standard.Count))];

    static ListedFact Of(Fact fact, bool own) => new(
        fact.Key,
        fact.Kind,
        fact.Source,
        fact.Privacy,
        fact.Unit == FactUnit.None ? null : fact.Unit,
        fact.Kind == FactKind.Number ? fact.Least : null,
        fact.Kind == FactKind.Number ? fact.Most : null,
        fact.Kind is FactKind.Text or FactKind.Texts ? fact.Longest : null,
        fact.Choices,
        [.. ConditionOperators.For(fact.Kind).Select(its => its.Text())],
        own);
}
