using System.Collections.Frozen;

namespace Kanal.Decisions.Facts;

/// <summary>All facts that a site's rules can speak of, each with a number. Does not change; safe from any thread.</summary>
public sealed class FactCatalogue
{
    /// <summary>Facts are known or not by the bits of one word.</summary>
    public const int Most = 64;

    const string OwnPrefix = "own.";

    readonly Fact[] _facts;
    readonly FrozenDictionary<string, int> _numbers;
    readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _spelled;

    FactCatalogue(Fact[] facts)
    {
        _facts = facts;
        _numbers = facts.Index().ToFrozenDictionary(its => its.Item.Key, its => its.Index, StringComparer.Ordinal);
        _spelled = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Those that the product knows by itself.</summary>
    public static FactCatalogue Standard { get; } = new([.. StandardFacts.All]);

    public int Count => _facts.Length;

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Space for further facts of a site.</summary>
    public int Free => Most - _facts.Length;

    public Fact this[int number] => _facts[number];

    /// <summary>The number of a fact; null where there is none of that key.</summary>
    public int? Find(string key) => Find(key.AsSpan());

    /// <summary>The same of a key that is no text of its own.</summary>
    internal int? Find(ReadOnlySpan<char> key) => _spelled.TryGetValue(key, out var number) ? number : null;

    /// <summary>With facts of the site's own, which its page tells; their keys begin with <c>own.</c></summary>
    /// <exception cref="ArgumentException">A key that is no key or is there already, or too many facts: the sentence says which.</exception>
    public FactCatalogue With(IEnumerable<Fact> own)
    {
        Fact[] further = [.. own];
        if (further.FirstOrDefault(fact => !IsOwn(fact.Key)) is { } odd)
        {
            throw new ArgumentException($"\"{odd.Key}\" is no key for a fact of the site's own; it should be like \"own.membership\".", nameof(own));
        }

        if (further.GroupBy(fact => fact.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1 || Find(same.Key) is not null) is { } twice)
        {
            throw new ArgumentException($"The fact \"{twice.Key}\" is there twice.", nameof(own));
        }

        return further.Length <= Free
            ? new FactCatalogue([.. _facts, .. further])
            : throw new ArgumentException($"There is space for {Free} facts of the site's own, and these are {further.Length}.", nameof(own));
    }

    static bool IsOwn(string key) =>
        key.StartsWith(OwnPrefix, StringComparison.Ordinal) && key.Length > OwnPrefix.Length && key.Length <= 60
        && key.AsSpan(OwnPrefix.Length).IndexOfAnyExcept(_letters) < 0;

    static readonly System.Buffers.SearchValues<char> _letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
