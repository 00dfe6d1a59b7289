using Kanal.Decisions.Facts;

namespace Kanal.Decisions.Simulation;

/// <summary>A kind of visitors during a run: what its names stand for is looked up once.</summary>
sealed class KindPlan
{
    readonly (int Fact, FactDraw Draw)[] _facts;

    public KindPlan(int number, VisitorKind kind, IReadOnlyList<Way> ways, FactCatalogue catalogue, Streams chance)
    {
        (Number, Kind, Chance) = (number, kind, chance.Of((ulong)number));
        Straight = ways.FirstOrDefault(way => way.Spec.Channel == kind.Channel);
        Patience = [.. ways.Select(way => kind.Patience.GetValueOrDefault(way.Spec.Channel) ?? way.Spec.Patience)];
        Handle = [.. ways.Select(way => kind.Handle.GetValueOrDefault(way.Spec.Channel) ?? way.Spec.Handle)];
        Prefers = [.. ways.Select(way => kind.Prefers.TryGetValue(way.Spec.Channel, out var liking) ? liking : 1)];
        TurnsTo = [.. ways.Select(way => kind.TurnsTo.GetValueOrDefault(way.Spec.Channel))];
        _facts = [.. from draw in kind.Facts where catalogue.Find(draw.Key) is not null select (catalogue.Find(draw.Key) ?? 0, draw)];
    }

    public static KindPlan None { get; } = new(0, new VisitorKind(""), [], FactCatalogue.Standard, default);

    public int Number { get; }

    public VisitorKind Kind { get; }

    public Streams Chance { get; }

    /// <summary>The channel they come straight to; null: they are shown the menu.</summary>
    public Way? Straight { get; }

    public Draw[] Patience { get; }

    public Draw[] Handle { get; }

    public double[] Prefers { get; }

    public double[] TurnsTo { get; }

    public void Put(FactValues facts, Chance chance)
    {
        foreach (var (fact, draw) in _facts)
        {
            draw.Put(fact, facts, ref chance);
        }
    }
}
