using Kanal.Decisions.Facts;

namespace Kanal.Decisions.Strategy.Conditions;

/// <summary>A condition that has been read. Does not change; safe from any thread.</summary>
public abstract class Condition
{
    /// <summary>Where it stands in its strategy, such as <c>rules[3].when.all[1]</c>.</summary>
    public string Place { get; internal init; } = "";

    /// <summary>How many tests it is made of, those of groups counted each time they are used.</summary>
    internal virtual long Size => 1;

    /// <summary>The tests on single facts that it is made of, those of groups included.</summary>
    internal virtual IEnumerable<FactTest> Tests => [];

    public abstract bool Holds(FactValues facts);
}

/// <summary>All of them; of none: always.</summary>
sealed class AllOf(Condition[] parts) : Condition
{
    public static AllOf Nothing { get; } = new([]);

    public IReadOnlyList<Condition> Parts => parts;

    internal override long Size { get; } = 1 + parts.Sum(part => part.Size);

    internal override IEnumerable<FactTest> Tests => parts.SelectMany(part => part.Tests);

    public override bool Holds(FactValues facts)
    {
        foreach (var part in parts)
        {
            if (!part.Holds(facts))
            {
                return false;
            }
        }

        return true;
    }
}

sealed class AnyOf(Condition[] parts) : Condition
{
    public IReadOnlyList<Condition> Parts => parts;

    internal override long Size { get; } = 1 + parts.Sum(part => part.Size);

    internal override IEnumerable<FactTest> Tests => parts.SelectMany(part => part.Tests);

    public override bool Holds(FactValues facts)
    {
        foreach (var part in parts)
        {
            if (part.Holds(facts))
            {
                return true;
            }
        }

        return false;
    }
}

sealed class Not(Condition part) : Condition
{
    public Condition Part => part;

    internal override long Size => part.Size;

    internal override IEnumerable<FactTest> Tests => part.Tests;

    public override bool Holds(FactValues facts) => !part.Holds(facts);
}
