using System.Numerics;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Decisions.Strategy.Checking;

/// <summary>
/// What a strategy's tests can tell apart of one fact: a few cells, of which each visitor is in exactly one. A set of cells is
/// the bits of a number. Cell 0 is "not known".
/// </summary>
abstract class Dimension(int cells)
{
    public const int Unknown = 0;

    /// <summary>All cells that a visitor can be in.</summary>
    public virtual BigInteger Everywhere { get; } = (BigInteger.One << cells) - 1;

    protected static BigInteger Bit(int cell) => BigInteger.One << cell;
}

/// <summary>One test for itself: 1 where it holds. Tests that have nothing in common here may hold together, which errs on the side of rules that are reached.</summary>
sealed class Alone() : Dimension(2)
{
    public static BigInteger Holds { get; } = Bit(1);
}

/// <summary>A flag: unknown, false, true.</summary>
sealed class Flags() : Dimension(3)
{
    public static BigInteger Of(bool value) => Bit(value ? 2 : 1);
}

/// <summary>Texts that are mentioned, each for itself, and all others.</summary>
sealed class Words : Dimension
{
    readonly List<string> _words;
    readonly bool _others;

    public Words(Fact fact, IEnumerable<string> mentioned)
        : this(fact, [.. mentioned.Distinct(StringComparer.OrdinalIgnoreCase)])
    {
    }

    Words(Fact fact, List<string> words)
        : base(words.Count + 2)
    {
        _words = words;
        _others = fact.Choices is not { } choices || choices.Any(choice => !words.Contains(choice, StringComparer.OrdinalIgnoreCase));
    }

    public override BigInteger Everywhere => _others ? base.Everywhere : base.Everywhere & ~Bit(_words.Count + 1);

    public BigInteger Of(IEnumerable<string> texts) => texts.Aggregate(BigInteger.Zero, (set, text) => set | Bit(CellOf(text)));

    public int CellOf(string text) => _words.FindIndex(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found ? found + 1 : _words.Count + 1;
}

/// <summary>The numbers that are mentioned, each for itself, and the gaps between them: 1 is below the first, 2 the first, 3 between first and second ...</summary>
sealed class Numbers : Dimension
{
    readonly double[] _numbers;
    readonly Fact _fact;

    public Numbers(Fact fact, IEnumerable<double> mentioned)
        : this(fact, [.. mentioned.Where(double.IsFinite).Distinct().Order()])
    {
    }

    Numbers(Fact fact, double[] numbers)
        : base(2 * numbers.Length + 2) => (_fact, _numbers) = (fact, numbers);

    public override BigInteger Everywhere
    {
        get
        {
            var set = Bit(Unknown);
            for (var cell = 1; cell <= 2 * _numbers.Length + 1; cell++)
            {
                set |= CanBe(cell) ? Bit(cell) : 0;
            }

            return set;
        }
    }

    public BigInteger Of(NumberTest test)
    {
        var set = BigInteger.Zero;
        for (var cell = 1; cell <= 2 * _numbers.Length + 1; cell++)
        {
            set |= test.Contains(Somewhere(cell)) ? Bit(cell) : 0;
        }

        return set;
    }

    public int CellOf(double number) => Array.BinarySearch(_numbers, number) is var at && at >= 0 ? 2 * at + 2 : 2 * ~at + 1;

    // Below the first and above the last there is nothing where the fact's bounds end there.
    bool CanBe(int cell)
    {
        var below = (cell - 1) / 2;
        return cell % 2 == 0
            ? _numbers[below] >= _fact.Least && _numbers[below] <= _fact.Most
            : (below == 0 || _numbers[below - 1] < _fact.Most) && (below == _numbers.Length || _numbers[below] > _fact.Least) && Gap(below);
    }

    // Times are whole minutes: between two that follow each other there is none.
    bool Gap(int below) => _fact.Unit is not (FactUnit.TimeOfDay or FactUnit.Count) || below == 0 || below == _numbers.Length || _numbers[below] - _numbers[below - 1] > 1;

    double Somewhere(int cell)
    {
        var below = (cell - 1) / 2;
        return cell % 2 == 0 ? _numbers[below]
            : _numbers.Length == 0 ? 0
            : below == 0 ? double.MinValue
            : below == _numbers.Length ? double.MaxValue
            : _numbers[below - 1] + (_numbers[below] - _numbers[below - 1]) / 2;
    }
}
