using FsCheck;
using FsCheck.Fluent;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Tests.Menus;

/// <summary>A random strategy, asked twice by a random visitor in a random state.</summary>
sealed record RandomMenu(ChannelStrategy Strategy, MenuQuestion Question, LiveState Live, LiveState Later, double Chance)
{
    static readonly string[] Names = ["chat", "phone", "messaging", "callback", "email", "help"];

    static readonly Gen<bool> Mostly = Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)));

    static readonly Gen<ChannelState> State =
        from name in Gen.Elements(Names)
        from open in Mostly
        from staffed in Mostly
        from healthy in Mostly
        from known in Mostly
        from kind in Gen.Elements(WaitKind.Now, WaitKind.Now, WaitKind.Expected, WaitKind.Unknown, WaitKind.ClosedForToday)
        from wait in Gen.Elements<int?>(60, 300, 1800, null)
        from price in Gen.Elements(0, 5, 20, 100, double.NaN, double.PositiveInfinity)
        select new ChannelState(name, name is "callback" or "email" ? ChannelPace.Later : name == "help" ? ChannelPace.SelfService : ChannelPace.Live)
        {
            Open = open, Staffed = staffed, Healthy = healthy, TakesWhenClosed = name is "email" or "help", KnownCustomersOnly = name == "messaging" && known,
            Wait = kind, WaitSeconds = wait, MeanWaitSeconds = wait ?? double.PositiveInfinity, Price = price,
        };

    static readonly Gen<LiveState> Lives = Gen.Choose(0, 6).SelectMany(count => Gen.ListOf(State, count)).Select(states => new LiveState([.. states.DistinctBy(its => its.Channel)]));

    static readonly Gen<RuleDefinition> Rule =
        from offer in Some(1)
        from withhold in Some(0)
        from otherwise in Some(0)
        from limit in Gen.Elements<int?>(null, 0, 60, 600)
        from solved in Gen.Elements<double?>(null, -5, 0, 10)
        from step in Gen.Elements("a", "b", "c")
        select new RuleDefinition
        {
            Id = step, Name = step, Offer = offer, Withhold = [.. withhold.Except(offer).Except(otherwise)], Otherwise = otherwise.Length == 0 ? null : otherwise, WaitLimitSeconds = limit, SolvedValue = solved,
            When = new() { Fact = "step", Operator = "is", Value = System.Text.Json.JsonElement.Parse($"\"{step}\"") },
            Invite = new InviteDefinition { On = [Signals.Leaving], Text = "x" },
        };

    static readonly Gen<ChannelStrategy> Strategies =
        from rules in Gen.ListOf(Rule, 3)
        from share in Gen.Elements(0, 0.1, 0.5)
        from admission in Gen.Elements(0, 0.05)
        from economy in Mostly
        let all = rules.DistinctBy(rule => rule.Id).Append(rules[0] with { Id = "everybody", When = null })
        select Tests.Strategy.Strategies.Read(new StrategyDefinition
        {
            Name = "Random",
            Rules = [.. all],
            Economy = economy ? new EconomyDefinition { MarginShare = 0.1, Uplift = 0.1, WaitCostPerMinute = 1 } : null,
            Holdout = new HoldoutDefinition { Salt = "s", Share = share, Admission = admission },
        });

    public static Gen<RandomMenu> Cases { get; } =
        from strategy in Strategies
        from live in Lives
        from later in Lives
        from visitor in Gen.Choose(0, 1_000)
        from step in Gen.Elements("a", "b", "c", "d", "")
        from basket in Gen.Elements(double.NaN, -1, 0, 500, 1e308)
        from signal in Gen.Elements(Signals.Leaving, Signals.Hesitation)
        from seconds in Gen.Choose(0, 300)
        from bot in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from chance in Gen.Choose(0, 99)
        let facts = new FactValues(FactCatalogue.Standard).Put("step", step).Put("basket.value", basket).Put("signals", [signal]).Put("visit.seconds", seconds).Put("bot", bot)
        select new RandomMenu(strategy, new MenuQuestion($"v{visitor}", "1", facts), live, later, chance / 100.0);

    public override string ToString() => $"{StrategyJson.Write(Strategy.Definition)}\n{Question.Facts.ToJson()}\n{string.Join('\n', Live.Channels)}\nlater\n{string.Join('\n', Later.Channels)}\n{Chance}";

    static Gen<string[]> Some(int least) => Gen.Choose(least, 5).SelectMany(count => Gen.Shuffle(Names).Select(names => names.Take(count).ToArray()));
}
