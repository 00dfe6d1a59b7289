using Kanal.Decisions.Facts;

namespace Kanal.Decisions.Strategy.Conditions;

/// <summary>Reads conditions with the groups they refer to, and says what is wrong where. Used once for a strategy.</summary>
sealed class ConditionReader(FactCatalogue catalogue, IReadOnlyDictionary<string, ConditionDefinition?> groups, List<StrategyProblem> problems)
{
    const int MostParts = 50;
    const int Deepest = 12;
    const int MostTests = 2_000;

    readonly Dictionary<string, Condition?> _groups = new(StringComparer.Ordinal);
    readonly List<string> _within = [];
    readonly TestReader _tests = new(catalogue, problems);

    public IReadOnlySet<string> Used => _groups.Keys.ToHashSet(StringComparer.Ordinal);

    /// <returns>Null where something is wrong with it, which has been said.</returns>
    public Condition? Read(ConditionDefinition? definition, string place) => Read(definition, place, 0);

    Condition? Read(ConditionDefinition? definition, string place, int depth)
    {
        if (definition is null)
        {
            return Refuse(ProblemKind.Missing, place, "There is no condition here.");
        }

        if (depth > Deepest)
        {
            return Refuse(ProblemKind.TooLarge, place, $"Conditions lie deeper in each other than {Deepest} steps.");
        }

        if (Forms(definition) != 1)
        {
            return Refuse(ProblemKind.OneFormNeeded, place, "A condition is exactly one of \"all\", \"any\", \"not\", \"group\", or \"fact\" with \"operator\" and \"value\".");
        }

        var read = definition switch
        {
            { All: { } all } => Several(all, $"{place}.all", depth) is { } parts ? new AllOf(parts) { Place = place } : null,
            { Any: { Count: 0 } } => Refuse(ProblemKind.Missing, $"{place}.any", "Any of nothing never holds."),
            { Any: { } any } => Several(any, $"{place}.any", depth) is { } parts ? new AnyOf(parts) { Place = place } : null,
            { Not: { } not } => Read(not, $"{place}.not", depth + 1) is { } part ? new Not(part) { Place = place } : null,
            { Group: { } group } => OfGroup(group, $"{place}.group", depth),
            _ => _tests.Read(definition, place),
        };
        return read is { Size: > MostTests } ? Refuse(ProblemKind.TooLarge, place, $"With its groups this condition has more than {MostTests} tests.") : read;
    }

    /// <summary>A group for itself, so that one nobody uses is read as well.</summary>
    public Condition? ReadGroup(string name) => OfGroup(name, $"groups.{name}", 0);

    static int Forms(ConditionDefinition its) =>
        (its.All is null ? 0 : 1) + (its.Any is null ? 0 : 1) + (its.Not is null ? 0 : 1) + (its.Group is null ? 0 : 1) + (its.Fact is null && its.Operator is null && its.Value is null ? 0 : 1);

    Condition[]? Several(IReadOnlyList<ConditionDefinition?> definitions, string place, int depth)
    {
        if (definitions.Count > MostParts)
        {
            Refuse(ProblemKind.TooMany, place, $"There are {definitions.Count} conditions here; {MostParts} is the most.");
            return null;
        }

        Condition?[] parts = [.. definitions.Select((definition, i) => Read(definition, $"{place}[{i}]", depth + 1))];
        return parts.Contains(null) ? null : [.. parts.OfType<Condition>()];
    }

    Condition? OfGroup(string name, string place, int depth)
    {
        if (!groups.TryGetValue(name, out var definition))
        {
            return Refuse(ProblemKind.UnknownGroup, place, $"There is no group \"{name}\".", name);
        }

        if (_within.Contains(name))
        {
            return Refuse(ProblemKind.CyclicGroups, place, $"The groups {string.Join(", ", _within[_within.IndexOf(name)..])} refer to each other in a circle.", name);
        }

        if (!_groups.TryGetValue(name, out var read))
        {
            _within.Add(name);
            read = Read(definition, $"groups.{name}", depth + 1);
            _within.Remove(name);
            _groups[name] = read;
        }

        return read;
    }

    Condition? Refuse(ProblemKind kind, string place, string sentence, string? subject = null)
    {
        problems.Add(new StrategyProblem(kind, place, sentence) { Subject = subject });
        return null;
    }
}
