using Kanal.Decisions.Facts;
using Kanal.Decisions.Hours;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Simulation;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Strategy.Starters;
using NodaTime;

namespace Kanal.SimulationBench;

/// <summary>The travel agency's day: 20,000 visitors in 14 hours, 12 agents with three chats each, 12 on the phone, email and answers as fallback.</summary>
static class Agency
{
    static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];
    static readonly Instant _opens = Instant.FromUtc(2026, 6, 1, 6, 0);
    static readonly Duration _day = Duration.FromHours(14);

    public static Scenario Day() => new()
    {
        Name = "Travel agency",
        Start = _opens,
        Length = _day,
        Calendar = new OpeningCalendar(_zone, Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, day => (IReadOnlyList<OpeningInterval>)[new OpeningInterval(new LocalTime(8, 0), new LocalTime(22, 0))])),
        Channels =
        [
            new("chat", ChannelPace.Live) { Handle = Draw.LogNormal(480, 0.8), Stretch = SimulatedChannel.Linear(0.3, 3), Patience = Draw.Exponential(120), AtOnce = 3, Weight = 33, TargetSeconds = 30 },
            new("phone", ChannelPace.Live) { Handle = Draw.LogNormal(300, 0.9), WrapUp = Draw.Exponential(60), Patience = Draw.Exponential(150), TargetSeconds = 20 },
            new("email", ChannelPace.Later) { Handle = Draw.LogNormal(420, 0.7), AtOnce = 5, Weight = 20, Interruptible = true, TakesWhenClosed = true, TargetSeconds = 14_400 },
            new("help", ChannelPace.SelfService) { Handle = Draw.Exponential(90), Solves = 0.6 },
        ],
        Agents = [.. Enumerable.Range(1, 12).Select(id => Agent(id, new() { ["chat"] = new(33, 3), ["email"] = new(20, 5), ["phone"] = new(100, 0) })), .. Enumerable.Range(13, 12).Select(id => Agent(id, new() { ["phone"] = new(100, 1), ["email"] = new(20, 5), ["chat"] = new(33, 0) }))],
        Visitors =
        [
            Browser("looking", 17_000, 0.05) with { Buys = 0.02, Uplift = 0.03 },
            Browser("booking", 3_000, 0.25) with
            {
                Facts = [.. Facts(), new TextFact("step", [("travellers", 0.6), ("payment", 0.4)]), new NumberFact("basket.value", Draw.LogNormal(6_000, 0.8))],
                Buys = 0.35,
                Uplift = 0.08,
            },
            new("callers") { Arrivals = Spread(1_300), Channel = "phone", TriesAgain = 0.3 },
            new("writers") { Arrivals = Spread(250), Channel = "email" },
        ],
        Strategy = ChannelStrategy.From(StrategyJson.Read(Starter.All.First(starter => starter.Key == "travel").Json, out _) ?? throw new InvalidOperationException("There is no such starter."), FactCatalogue.Standard, out var problems)
            ?? throw new InvalidOperationException(problems[0].Sentence),
    };

    static VisitorKind Browser(string name, double aDay, double asks) => new(name)
    {
        Arrivals = Spread(aDay),
        Asks = asks,
        Facts = [.. Facts(), new NumberFact("basket.value", Draw.LogNormal(3_000, 1)) { Known = 0.3 }],
        Prefers = new Dictionary<string, double> { ["chat"] = 4, ["help"] = 3, ["phone"] = 2, ["email"] = 1 },
        HeedsAdvice = 2,
        FollowsInvitation = 0.05,
    };

    static FactDraw[] Facts() =>
    [
        new TextFact("page", [("/trips/norway", 5), ("/trips/iceland", 3), ("/terms/cancel", 1), ("/", 4)]),
        new TextFact("topic", [("booking", 5), ("luggage", 2), ("opening-hours", 1)]) { Known = 0.4 },
        new TextFact("language", [("da", 6), ("en", 2), ("pl", 1), ("ro", 1)]),
        new TextFact("device", [("phone", 6), ("desktop", 4)]),
        new NumberFact("visit.seconds", Draw.LogNormal(180, 1.2)),
        new NumberFact("visit.vainSearches", Draw.Exponential(0.4)),
        new FlagFact("visit.returning", 0.3),
        new TextsFact("signals", [("hesitation", 0.06), ("vainSearch", 0.03), ("idleBasket", 0.02)]),
    ];

    // Quiet in the morning, busiest at eleven and at eight in the evening.
    static PoissonArrivals Spread(double aDay)
    {
        double[] shape = [3, 5, 7, 9, 8, 7, 6, 6, 6, 7, 8, 9, 10, 7];
        return new([.. shape.Select((share, hour) => new ArrivalRate(_opens + Duration.FromHours(hour), aDay * share / shape.Sum()))]);
    }

    static SimulatedAgent Agent(long id, Dictionary<string, ChannelAllowance> channels) => new(new AgentProfile(id) { Channels = channels }, [new Interval(_opens, _opens + _day)]);
}
