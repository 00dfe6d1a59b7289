namespace Kanal.Decisions.Simulation;

/// <summary>Visitors of all kinds, in the order in which they come.</summary>
sealed class Arriving
{
    readonly KindPlan[] _kinds;
    readonly Comings[] _comings;
    readonly (long At, long Number, RecordedVisitor? Who)[] _next;
    int _first;

    public Arriving(KindPlan[] kinds, long start)
    {
        _kinds = kinds;
        _comings = [.. kinds.Select(kind => Comings.Of(kind.Kind, kind.Chance, start))];
        _next = [.. _comings.Select(comings => (comings.Next(out var who), 1L, who))];
        Next = FindFirst();
    }

    /// <summary>When the next one comes, in ticks; <see cref="long.MaxValue"/> when nobody comes any more.</summary>
    public long Next { get; private set; }

    /// <summary>The next one, and of what kind.</summary>
    public Visitor Take(out KindPlan kind)
    {
        kind = _kinds[_first];
        ref var next = ref _next[_first];
        var visitor = new Visitor(next.Number, 0, kind.Chance.Of((ulong)next.Number), next.Who);
        next.At = _comings[_first].Next(out next.Who);
        next.Number++;
        Next = FindFirst();
        return visitor;
    }

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
