using System.Globalization;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>A kind of visitors during a run: what its names stand for is looked up once.</summary>
sealed class KindPlan
{
    readonly (int Fact, FactDraw Draw)[] _facts;
    readonly List<Asked> _asked = [];
    readonly IReadOnlyList<RecordedVisitor> _recorded;
    string? _name;

    public KindPlan(int number, VisitorKind kind, IReadOnlyList<Way> ways, FactCatalogue catalogue, Streams chance)
    {
        (Number, Kind, Chance) = (number, kind, chance.Of((ulong)number));
        _recorded = kind.Arrivals is RecordedArrivals recorded ? recorded.Visitors : [];
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

    /// <summary>What was recorded of a visitor, if anything was.</summary>
    public RecordedVisitor? RecordOf(in Visitor visitor) => visitor.Record < 0 ? null : _recorded[visitor.Record];

    /// <summary>Names a visitor.</summary>
    public string NameOf(int run, long number) => string.Concat(_name ??= string.Create(CultureInfo.InvariantCulture, $"{run}-{Number}-"), number.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the router is told of a conversation, and what its rules say of that: few differ, and the rules stay as they are.</summary>
    public (Matter Matter, Treatment Treatment) MatterOf(Contact contact, RoutingState state)
    {
        foreach (var asked in _asked)
        {
            if (asked.Way == contact.Way && asked.Value == contact.Value && asked.TargetSeconds == contact.TargetSeconds)
            {
                return (asked.Matter, asked.Treatment);
            }
        }

        var spec = contact.Way.Spec;
        var matter = new Matter(Kind.Queue, spec.Channel, contact.Way.Site)
        {
            Value = contact.Value > 1 ? contact.Value : null,
            Target = contact.TargetSeconds == spec.TargetSeconds ? null : Duration.FromSeconds(contact.TargetSeconds),
            Steps = Kind.Needs,
        };
        var treatment = state.Line.Book.TreatmentOf(matter);
        _asked.Add(new Asked(contact.Way, contact.Value, contact.TargetSeconds, matter, treatment));
        return (matter, treatment);
    }

    public void Put(FactValues facts, Chance chance)
    {
        foreach (var (fact, draw) in _facts)
        {
            draw.Put(fact, facts, ref chance);
        }
    }

    sealed record Asked(Way Way, int Value, double TargetSeconds, Matter Matter, Treatment Treatment);
}
