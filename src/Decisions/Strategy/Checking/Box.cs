using System.Numerics;

namespace Kanal.Decisions.Strategy.Checking;

/// <summary>Visitors who are in certain cells of some dimensions, and anywhere in the others.</summary>
sealed class Box(IReadOnlyDictionary<int, BigInteger> sides)
{
    public static Box Everybody { get; } = new(new Dictionary<int, BigInteger>());

    /// <summary>Those who are in both; null where nobody is.</summary>
    public Box? And(Box other)
    {
        var both = new Dictionary<int, BigInteger>(sides);
        foreach (var (dimension, cells) in other.Sides)
        {
            if ((both[dimension] = both.TryGetValue(dimension, out var its) ? its & cells : cells).IsZero)
            {
                return null;
            }
        }

        return new Box(both);
    }

    /// <summary>Those who are not in the other, as boxes that have nobody in common.</summary>
    public IEnumerable<Box> Without(Box other, IReadOnlyList<Dimension> space)
    {
        if (Misses(other))
        {
            yield return this;
            yield break;
        }

        var rest = new Dictionary<int, BigInteger>(sides);
        foreach (var (dimension, cells) in other.Sides)
        {
            var its = rest.TryGetValue(dimension, out var limited) ? limited : space[dimension].Everywhere;
            var outside = its & ~cells;
            if (!outside.IsZero)
            {
                yield return new Box(new Dictionary<int, BigInteger>(rest) { [dimension] = outside });
            }

            rest[dimension] = its & cells;
        }
    }

    /// <summary>Whether somebody in it can be in that cell.</summary>
    public bool Reaches(int dimension, int cell) => !sides.TryGetValue(dimension, out var cells) || !(cells >> cell).IsEven;

    bool Misses(Box other)
    {
        foreach (var (dimension, cells) in other.Sides)
        {
            if (sides.TryGetValue(dimension, out var its) && (its & cells).IsZero)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many dimensions it is limited in: what dealing with it costs.</summary>
    public int Size => sides.Count;

    IReadOnlyDictionary<int, BigInteger> Sides => sides;
}
