using Kanal.Decisions.Facts;
using Kanal.Decisions.Hours;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Simulation;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Reads who comes, and how they behave.</summary>
sealed class VisitorsReader(IReadOnlyList<SimulatedChannel> channels, FactCatalogue catalogue, Span span, OpeningCalendar? calendar)
{
    const int Most = 200;
    const string Nothing = "nothing";

    readonly ArrivalsReader _arrivals = new(span, calendar);

    public IReadOnlyList<VisitorKind> Read(Part part)
    {
        var kinds = Value.List(part);
        return kinds.Count > Most ? throw part.Fault($"There are {kinds.Count} kinds of visitors; {Most} is the most.") : [.. kinds.Select(ReadOne)];
    }

    VisitorKind ReadOne(Part part)
    {
        var section = new Section(part);
        var prefers = Weights(section["prefers"], 0, 1e6, Nothing);
        var kind = new VisitorKind(section.Text("name") ?? "")
        {
            Arrivals = _arrivals.Read(section),
            Channel = Channel(section["channel"]),
            Facts = new FactsReader(catalogue).Read(section["facts"]),
            Asks = section.Number("asks", 0, 1, 1),
            FollowsInvitation = section.Number("followsInvitation", 0, 1, 0),
            Prefers = prefers,
            Leaves = prefers.GetValueOrDefault(Nothing),
            HeedsAdvice = section.Number("heedsAdvice", 0, 1e6, 1),
            WaitThatHalves = section.Seconds("waitThatHalves", 1, 1e9, double.PositiveInfinity),
            Patience = Times(section["patience"]),
            Handle = Times(section["handle"]),
            Solves = section.Has("solves") ? Value.Number(section["solves"], 0, 1) : null,
            TriesAgain = section.Number("triesAgain", 0, 1, 0),
            AgainAfter = Draws.Time(section["againAfter"], Draw.Exponential(600)),
            TurnsTo = Weights(section["turnsTo"], 0, 1),
            Buys = section.Number("buys", 0, 1, 0),
            Uplift = section.Number("uplift", -1, 1, 0),
            OrderValue = section.Has("orderValue") ? Draws.Amount(section["orderValue"]) : null,
            MarginShare = section.Number("marginShare", 0, 1, 1),
            SolvedValue = section.Number("solvedValue", -1e9, 1e9, 0),
            Needs = Needs(section["needs"]),
        };
        section.NothingElse();
        return kind.TriesAgain + kind.TurnsTo.Values.Sum() <= 1 + 1e-9 ? kind : throw section["turnsTo"].Fault("With those who try again these are more than everybody.");
    }

    string? Channel(Part part)
    {
        if (!part.IsThere)
        {
            return null;
        }

        var name = Named(Value.Text(part), part);
        return channels.First(channel => channel.Channel == name).Pace == Decisions.Strategy.ChannelPace.SelfService
            ? throw part.Fault("Nobody comes straight to self-service; it is chosen from the menu.")
            : name;
    }

    Dictionary<string, double> Weights(Part part, double least, double most, string? beside = null) =>
        new Section(part).Members.ToDictionary(member => member.Key == beside ? member.Key : Named(member.Key, member.Value), member => Value.Number(member.Value, least, most));

    Dictionary<string, Draw> Times(Part part) =>
        new Section(part).Members.ToDictionary(member => Named(member.Key, member.Value), member => Draws.Time(member.Value, Draw.Nothing));

    string Named(string name, Part place) => channels.Any(channel => channel.Channel == name) ? name : throw place.Fault($"There is no channel \"{name}\" in this scenario.");

    static SkillSteps? Needs(Part part)
    {
        var needs = new Section(part).Members.Select(member => new SkillNeed(member.Key, Value.Whole(member.Value, 1, 5))).ToList();
        return needs.Count == 0 ? null : new SkillSteps([new SkillStep(needs, null)]);
    }
}
