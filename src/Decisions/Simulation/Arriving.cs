namespace Kanal.Decisions.Simulation;

/// <summary>Visitors of all kinds, in the order in which they come.</summary>
sealed class Arriving
{
    readonly KindPlan[] _kinds;
    readonly Comings[] _comings;
    readonly (long At, Visitor Who)[] _next;
    int _first;

    public Arriving(KindPlan[] kinds, long start)
    {
        _kinds = kinds;
        _comings = [.. kinds.Select(kind => Comings.Of(kind.Kind, kind.Chance, start))];
        _next = [.. kinds.Select((kind, place) => (_comings[place].Next(out var who), VisitorOf(kind, 1, who)))];
        Next = FindFirst();
    }

    /// <summary>When the next one comes, in ticks; <see cref="long.MaxValue"/> when nobody comes any more.</summary>
    public long Next { get; private set; }

    /// <summary>The next one, and of what kind.</summary>
    public Visitor Take(out KindPlan kind)
    {
        kind = _kinds[_first];
        ref var next = ref _next[_first];
        var visitor = next.Who;
        next = (_comings[_first].Next(out var who), VisitorOf(kind, visitor.Number + 1, who));
        Next = FindFirst();
        return visitor;
    }

    static Visitor VisitorOf(KindPlan kind, long number, RecordedVisitor? who) => new(number, 0, kind.Chance.Of((ulong)number), who);

    long FindFirst()
    {
        var soonest = long.MaxValue;
        for (var kind = 0; kind < _next.Length; kind++)
        {
            if (_next[kind].At < soonest)
            {
                (soonest, _first) = (_next[kind].At, kind);
            }
        }

        return soonest;
    }
}
