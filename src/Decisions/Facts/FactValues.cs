using System.Diagnostics.CodeAnalysis;

namespace Kanal.Decisions.Facts;

/// <summary>What is known of one visitor at one moment. Filled by one, then only read.</summary>
public sealed class FactValues(FactCatalogue catalogue)
{
    readonly double[] _numbers = new double[catalogue.Count];
    readonly object?[] _texts = new object?[catalogue.Count];

    public FactCatalogue Catalogue => catalogue;

    /// <summary>A bit for each fact that is known, by its number.</summary>
    internal ulong Known { get; private set; }

    public bool Knows(int fact) => (Known & (1ul << fact)) != 0;

    public bool TryNumber(int fact, out double number)
    {
        number = _numbers[fact];
        return Knows(fact);
    }

    public bool TryText(int fact, [NotNullWhen(true)] out string? text)
    {
        text = Knows(fact) ? _texts[fact] as string : null;
        return text is not null;
    }

    /// <summary>The texts of a fact that is several; empty where none is known.</summary>
    public IReadOnlyList<string> Texts(int fact) => Knows(fact) && _texts[fact] is string[] texts ? texts : [];

    /// <summary>Null where it is not known.</summary>
    public double? Number(string key) => TryNumber(NumberOf(key, FactKind.Number), out var number) ? number : null;

    /// <summary>Null where it is not known.</summary>
    public string? Text(string key) => TryText(NumberOf(key, FactKind.Text), out var text) ? text : null;

    /// <summary>Whether it is known and true.</summary>
    public bool Is(string key) => TryNumber(NumberOf(key, FactKind.Flag), out var number) && number != 0;

    public IReadOnlyList<string> Texts(string key) => Texts(NumberOf(key, FactKind.Texts));

    /// <summary>Puts a number; one that is none, or beyond what is believed of the fact, is not known.</summary>
    public FactValues Put(string key, double number)
    {
        var fact = NumberOf(key, FactKind.Number);
        if (number >= catalogue[fact].Least && number <= catalogue[fact].Most)
        {
            Put(fact, number);
        }

        return this;
    }

    public FactValues Put(string key, bool flag)
    {
        Put(NumberOf(key, FactKind.Flag), flag ? 1 : 0);
        return this;
    }

    /// <summary>Puts a text; one that is empty, too long or none of the choices is not known.</summary>
    public FactValues Put(string key, string? text)
    {
        var fact = NumberOf(key, FactKind.Text);
        if (!string.IsNullOrWhiteSpace(text) && text.Length <= catalogue[fact].Longest && catalogue[fact].Choices?.Contains(text) != false)
        {
            Put(fact, text);
        }

        return this;
    }

    public FactValues Put(string key, IEnumerable<string> texts)
    {
        var fact = NumberOf(key, FactKind.Texts);
        var its = catalogue[fact];
        Put(fact, (string[])[.. texts.Where(text => text.Length <= its.Longest && its.Choices?.Contains(text) != false).Distinct(StringComparer.Ordinal).Take(its.MostTexts)]);
        return this;
    }

    /// <summary>The same without what may not be known.</summary>
    public FactValues Only(FactPolicy policy)
    {
        if ((Known & ~policy.Allowed) == 0)
        {
            return this;
        }

        var left = new FactValues(catalogue) { Known = Known & policy.Allowed };
        for (var fact = 0; fact < catalogue.Count; fact++)
        {
            if (left.Knows(fact))
            {
                (left._numbers[fact], left._texts[fact]) = (_numbers[fact], _texts[fact]);
            }
        }

        return left;
    }

    /// <summary>Forgets everything, so that the next visitor's facts can take its place where nothing keeps these.</summary>
    internal void Clear() => Known = 0;

    /// <summary>Takes over what is known in another; of another catalogue, what has the same key.</summary>
    internal void Copy(FactValues other)
    {
        for (var fact = 0; fact < other.Catalogue.Count; fact++)
        {
            if (other.Knows(fact) && (ReferenceEquals(catalogue, other.Catalogue) ? fact : catalogue.Find(other.Catalogue[fact].Key)) is { } own && catalogue[own].Kind == other.Catalogue[fact].Kind)
            {
                (_numbers[own], _texts[own]) = (other._numbers[fact], other._texts[fact]);
                Known |= 1ul << own;
            }
        }
    }

    internal void Put(int fact, double number)
    {
        _numbers[fact] = number;
        Known |= 1ul << fact;
    }

    internal void Put(int fact, object text)
    {
        _texts[fact] = text;
        Known |= 1ul << fact;
    }

    int NumberOf(string key, FactKind kind) => catalogue.Find(key) is { } fact && catalogue[fact].Kind == kind
        ? fact
        : throw new ArgumentException($"There is no fact \"{key}\" that is a {kind}.", nameof(key));
}
