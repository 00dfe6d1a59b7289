namespace Kanal.Decisions.Simulation;

/// <summary>Visitors of all kinds, in the order in which they come.</summary>
sealed class Arriving
{
    readonly KindPlan[] _kinds;
    readonly Comings[] _comings;
    readonly (long At, Visitor Who)[] _next;
    Visitor _taken;
    int _first;

    public Arriving(KindPlan[] kinds, long start)
    {
        _kinds = kinds;
        _comings = [.. kinds.Select(kind => Comings.Of(kind.Kind, kind.Chance, start))];
        _next = [.. kinds.Select((kind, place) => (_comings[place].Next(out var record), VisitorOf(kind, 1, record)))];
        Next = FindFirst();
    }

    /// <summary>When the next one comes, in ticks; <see cref="long.MaxValue"/> when nobody comes any more.</summary>
    public long Next { get; private set; }

    /// <summary>Of what kind the next one is.</summary>
    public KindPlan Kind => _kinds[_first];

    /// <summary>The next one; good until another is taken.</summary>
    public ref readonly Visitor Take()
    {
        ref var next = ref _next[_first];
        _taken = next.Who;
        next = (_comings[_first].Next(out var record), VisitorOf(Kind, next.Who.Number + 1, record));
        Next = FindFirst();
        return ref _taken;
    }

    static Visitor VisitorOf(KindPlan kind, long number, int record) => new(number, kind.Chance.Of((ulong)number), 0, record);

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
