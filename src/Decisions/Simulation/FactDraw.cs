using Kanal.Decisions.Facts;

namespace Kanal.Decisions.Simulation;

/// <summary>How a fact differs from visitor to visitor.</summary>
/// <param name="Key">As strategies speak of it.</param>
public abstract record FactDraw(string Key)
{
    /// <summary>The share of visitors of whom it is known.</summary>
    public double Known { get; init; } = 1;

    // As many draws whatever comes of them, so that a change to one fact leaves the others as they are.
    internal void Put(int fact, FactValues facts, ref Chance chance)
    {
        var known = chance.Next() < Known;
        PutDrawn(known ? fact : null, facts, ref chance);
    }

    /// <param name="fact">Its number; null where it is drawn and not known.</param>
    private protected abstract void PutDrawn(int? fact, FactValues facts, ref Chance chance);
}

/// <summary>One of several texts, by their weights.</summary>
public sealed record TextFact(string Key, IReadOnlyList<(string Text, double Weight)> Texts) : FactDraw(Key)
{
    readonly (string Text, double Weight)[] _texts = [.. Texts];
    readonly double _all = Texts.Sum(text => text.Weight);

    private protected override void PutDrawn(int? fact, FactValues facts, ref Chance chance)
    {
        var left = chance.Next() * _all;
        if (fact is not { } number)
        {
            return;
        }

        foreach (var (text, weight) in _texts)
        {
            left -= weight;
            if (left < 0)
            {
                facts.Put(number, (object)text);
                return;
            }
        }

        if (_texts is [.., var (last, _)])
        {
            facts.Put(number, (object)last);
        }
    }
}

public sealed record NumberFact(string Key, Draw Amount) : FactDraw(Key)
{
    private protected override void PutDrawn(int? fact, FactValues facts, ref Chance chance)
    {
        var amount = Amount.Take(ref chance);
        if (fact is { } number)
        {
            var bounds = facts.Catalogue[number];
            facts.Put(number, Math.Clamp(amount, bounds.Least, bounds.Most));
        }
    }
}

/// <summary>True for a share of visitors.</summary>
public sealed record FlagFact(string Key, double Share) : FactDraw(Key)
{
    private protected override void PutDrawn(int? fact, FactValues facts, ref Chance chance)
    {
        var flag = chance.Next() < Share;
        if (fact is { } number)
        {
            facts.Put(number, flag ? 1 : 0);
        }
    }
}

/// <summary>Several texts at once, each for a share of visitors.</summary>
public sealed record TextsFact(string Key, IReadOnlyList<(string Text, double Share)> Texts) : FactDraw(Key)
{
    static readonly string[] _none = [];

    readonly (string Text, double Share)[] _texts = [.. Texts];

    private protected override void PutDrawn(int? fact, FactValues facts, ref Chance chance)
    {
        List<string>? there = null;
        foreach (var (text, share) in _texts)
        {
            if (chance.Next() < share)
            {
                (there ??= []).Add(text);
            }
        }

        if (fact is { } number)
        {
            facts.Put(number, there is null ? _none : (object)there.ToArray());
        }
    }
}
