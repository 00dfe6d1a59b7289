using Kanal.Decisions.Facts;

namespace Kanal.Decisions.Strategy.Conditions;

/// <summary>A condition on one fact; never holds where that is not known.</summary>
abstract class FactTest(int fact) : Condition
{
    public int Fact => fact;

    internal override IEnumerable<FactTest> Tests => [this];
}

sealed class KnownTest(int fact) : FactTest(fact)
{
    public override bool Holds(FactValues facts) => facts.Knows(Fact);
}

sealed class FlagTest(int fact, bool value) : FactTest(fact)
{
    public bool Value => value;

    public override bool Holds(FactValues facts) => facts.TryNumber(Fact, out var flag) && flag != 0 == value;
}

/// <summary>From one number to another, both included unless told.</summary>
sealed class NumberTest(int fact, double low, double high, bool above = false, bool below = false) : FactTest(fact)
{
    public double Low => low;

    public double High => high;

    public override bool Holds(FactValues facts) => facts.TryNumber(Fact, out var number) && Contains(number);

    public bool Contains(double number) => (above ? number > low : number >= low) && (below ? number < high : number <= high);
}

sealed class OneOfTest(int fact, string[] texts) : FactTest(fact)
{
    public IReadOnlyList<string> Texts => texts;

    public override bool Holds(FactValues facts)
    {
        if (!facts.TryText(Fact, out var its))
        {
            return false;
        }

        foreach (var text in texts)
        {
            if (string.Equals(text, its, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A text with a pattern in which * stands for anything.</summary>
sealed class PatternTest(int fact, string pattern) : FactTest(fact)
{
    readonly Pattern _pattern = new(pattern);

    public string Text => pattern;

    public override bool Holds(FactValues facts) => facts.TryText(Fact, out var its) && _pattern.Fits(its);
}

sealed class HasTest(int fact, string text) : FactTest(fact)
{
    public string Text => text;

    public override bool Holds(FactValues facts)
    {
        foreach (var its in facts.Texts(Fact))
        {
            if (string.Equals(text, its, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
