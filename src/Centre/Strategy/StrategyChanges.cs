using System.Text.Json;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>What a version changes against the one before: rules by name, where the same id is the same rule.</summary>
public sealed record StrategyChanges
{
    public IReadOnlyList<string> Added { get; init; } = [];

    public IReadOnlyList<string> Changed { get; init; } = [];

    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Unchanged in themselves, and asked earlier or later than before.</summary>
    public IReadOnlyList<string> Moved { get; init; } = [];

    /// <summary>What else: name, groups, plain, economy, holdout, invitations.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    internal static StrategyChanges Between(StrategyDefinition before, StrategyDefinition after)
    {
        Dictionary<string, RuleDefinition> were = Rules(before), are = Rules(after);
        string[] stayed = [.. are.Keys.Where(were.ContainsKey)];
        string[] changed = [.. stayed.Where(id => Differ(were[id], are[id]))];
        return new StrategyChanges
        {
            Added = [.. are.Values.Where(rule => !were.ContainsKey(rule.Id)).Select(rule => rule.Name)],
            Changed = [.. changed.Select(id => are[id].Name)],
            Removed = [.. were.Values.Where(rule => !are.ContainsKey(rule.Id)).Select(rule => rule.Name)],
            Moved = [.. OutOfOrder([.. stayed.Select(id => Array.IndexOf([.. were.Keys], id))]).Select(place => stayed[place]).Except(changed).Select(id => are[id].Name)],
            Parts = [.. PartsOf(before, after)],
        };
    }

    static Dictionary<string, RuleDefinition> Rules(StrategyDefinition its) =>
        its.Rules.OfType<RuleDefinition>().DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id);

    static IEnumerable<string> PartsOf(StrategyDefinition before, StrategyDefinition after)
    {
        (string Part, object? Before, object? After)[] parts =
        [
            ("name", before.Name, after.Name), ("groups", before.Groups, after.Groups), ("plain", before.Plain, after.Plain),
            ("economy", before.Economy, after.Economy), ("holdout", before.Holdout, after.Holdout), ("invitations", before.Invitations, after.Invitations),
        ];
        return parts.Where(part => Differ(part.Before, part.After)).Select(part => part.Part);
    }

    // Those outside a longest run that has kept its order: the fewest that must have been moved.
    static IEnumerable<int> OutOfOrder(int[] places)
    {
        var longest = new int[places.Length];
        var before = new int[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            (longest[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (places[j] < places[i] && longest[j] + 1 > longest[i])
                {
                    (longest[i], before[i]) = (longest[j] + 1, j);
                }
            }
        }

        var kept = new HashSet<int>();
        for (var i = Array.IndexOf(longest, longest.DefaultIfEmpty().Max()); i >= 0; i = before[i])
        {
            kept.Add(i);
        }

        return Enumerable.Range(0, places.Length).Where(i => !kept.Contains(i));
    }

    static bool Differ<T>(T before, T after) => JsonSerializer.Serialize(before, StrategyJson.Options) != JsonSerializer.Serialize(after, StrategyJson.Options);
}
