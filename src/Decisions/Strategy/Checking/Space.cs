using System.Numerics;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Decisions.Strategy.Checking;

/// <summary>All that a strategy's tests can tell apart. Conditions become boxes in it, exactly but for patterns, which stand for themselves.</summary>
sealed class Space
{
    const int MostBoxes = 500;

    readonly List<Dimension> _dimensions = [];
    readonly Dictionary<int, int> _ofFact = [];
    readonly Dictionary<(int Fact, string Text), int> _alone = [];

    public Space(FactCatalogue catalogue, IEnumerable<Condition> conditions)
    {
        var tests = conditions.SelectMany(condition => condition.Tests).ToList();
        foreach (var test in tests)
        {
            if (Key(test, catalogue) is { } alone && _alone.TryAdd(alone, _dimensions.Count))
            {
                _dimensions.Add(new Alone());
            }
        }

        foreach (var about in tests.Where(test => Key(test, catalogue) is null).GroupBy(test => test.Fact))
        {
            _ofFact[about.Key] = _dimensions.Count;
            _dimensions.Add(catalogue[about.Key].Kind switch
            {
                FactKind.Flag => new Flags(),
                FactKind.Number => new Numbers(catalogue[about.Key], about.OfType<NumberTest>().SelectMany(test => new[] { test.Low, test.High })),
                _ => new Words(catalogue[about.Key], about.OfType<OneOfTest>().SelectMany(test => test.Texts)),
            });
        }

        Catalogue = catalogue;
    }

    public FactCatalogue Catalogue { get; }

    public IReadOnlyList<Dimension> Dimensions => _dimensions;

    /// <summary>The dimension of a fact with its number; null where no test asks for it.</summary>
    public (int Number, Dimension Dimension)? Of(string fact) =>
        Catalogue.Find(fact) is { } number && _ofFact.TryGetValue(number, out var its) ? (its, _dimensions[its]) : null;

    /// <summary>The visitors for whom it holds; empty where it contradicts itself, null where that takes too many boxes.</summary>
    public IReadOnlyList<Box>? Boxes(Condition condition, bool not = false) => condition switch
    {
        Not its => Boxes(its.Part, !not),
        AllOf its => not ? Either(its.Parts, not) : Both(its.Parts, not),
        AnyOf its => not ? Both(its.Parts, not) : Either(its.Parts, not),
        FactTest its => OfTest(its, not),
        _ => null,
    };

    // Members of a list and patterns are told apart one by one.
    static (int, string)? Key(FactTest test, FactCatalogue catalogue) => test switch
    {
        HasTest has => (has.Fact, $"={has.Text.ToUpperInvariant()}"),
        PatternTest pattern => (pattern.Fact, $"*{pattern.Text.ToUpperInvariant()}"),
        KnownTest known when catalogue[known.Fact].Kind == FactKind.Texts => (known.Fact, ""),
        _ => null,
    };

    Box[] OfTest(FactTest test, bool not)
    {
        var alone = Key(test, Catalogue);
        var number = alone is { } key ? _alone[key] : _ofFact[test.Fact];
        var dimension = _dimensions[number];
        var cells = (test, dimension) switch
        {
            (_, Alone) => Alone.Holds,
            (KnownTest, _) => dimension.Everywhere & ~BigInteger.One,
            (FlagTest flag, _) => Flags.Of(flag.Value),
            (NumberTest its, Numbers numbers) => numbers.Of(its),
            (OneOfTest its, Words words) => words.Of(its.Texts),
            _ => BigInteger.Zero,
        };
        cells = (not ? ~cells : cells) & dimension.Everywhere;
        return cells.IsZero ? [] : [new Box(new Dictionary<int, BigInteger> { [number] = cells })];
    }

    List<Box>? Either(IReadOnlyList<Condition> parts, bool not)
    {
        var all = new List<Box>();
        foreach (var part in parts)
        {
            if (Boxes(part, not) is not { } its || all.Count + its.Count > MostBoxes)
            {
                return null;
            }

            all.AddRange(its);
        }

        return all;
    }

    List<Box>? Both(IReadOnlyList<Condition> parts, bool not)
    {
        List<Box> all = [Box.Everybody];
        foreach (var part in parts)
        {
            if (Boxes(part, not) is not { } its || all.Count * its.Count > MostBoxes)
            {
                return null;
            }

            all = [.. all.SelectMany(one => its.Select(one.And)).OfType<Box>()];
        }

        return all;
    }
}
