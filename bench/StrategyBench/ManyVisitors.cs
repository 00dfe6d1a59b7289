using System.Security.Cryptography;
using System.Text.Json;
using Kanal.Decisions.Experiments;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Prices;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.StrategyBench;

/// <summary>A strategy of fifty rules, and visitors of whom thirty facts are known.</summary>
sealed class ManyVisitors
{
    const int Visitors = 1_000;

    static readonly Instant _now = Instant.FromUtc(2026, 6, 1, 10, 0);

    readonly byte[] _bytes = new byte[4_096];
    readonly ChannelStrategy _strategy = Read(FiftyRules());
    readonly MenuQuestion[] _last = [.. Enumerable.Range(0, Visitors).Select(i => Question(i, "somewhere"))];
    readonly MenuQuestion[] _first = [.. Enumerable.Range(0, Visitors).Select(i => Question(i, "step-0"))];
    readonly JsonElement _facts = JsonElement.Parse(Sent());
    readonly SlotPrices _prices;
    readonly DecisionRecord _record;

    public ManyVisitors()
    {
        var team = new BigTeam();
        team.Price(0);
        _prices = team.Prices;
        var live = Live(40);
        _record = DecisionRecord.Of(1, _last[0], live, 0.5, _strategy.Decide(_last[0], live, 0.5, _now), _now);
        if (_last[0].Facts.ToJson().Count != 30 || _strategy.Decide(_last[0], live, 0.5, _now).Rule != "rule-49" || _strategy.Decide(_first[0], live, 0.5, _now).Rule != "rule-0")
        {
            throw new InvalidOperationException("This does not measure what it says.");
        }
    }

    public void Hash(int run) => SHA256.HashData(_bytes);

    public void DecideLast(int run) => _strategy.Decide(_last[run % Visitors], Live(run % 200), 0.5, _now);

    public void DecideFirst(int run) => _strategy.Decide(_first[run % Visitors], Live(run % 200), 0.5, _now);

    public void ReadFacts(int run) => FactReading.FromPage(FactCatalogue.Standard, _facts, out _);

    public void Record(int run) => _record.ToJson();

    LiveState Live(int busy) => new(
    [
        new ChannelState("chat", ChannelPace.Live) { Wait = WaitKind.Expected, WaitSeconds = 60, PredictedWaitSeconds = 40, MeanWaitSeconds = 25, Price = _prices.At(busy + 0.4) },
        new ChannelState("phone", ChannelPace.Live) { Wait = WaitKind.Now, Price = _prices.At(busy) },
        new ChannelState("callback", ChannelPace.Later) { TakesWhenClosed = true, DueBy = _now },
        new ChannelState("email", ChannelPace.Later) { TakesWhenClosed = true, DueBy = _now },
        new ChannelState("help", ChannelPace.SelfService) { TakesWhenClosed = true },
    ]);

    static ChannelStrategy Read(StrategyDefinition definition) =>
        ChannelStrategy.From(definition, FactCatalogue.Standard, out var problems) ?? throw new InvalidOperationException(string.Join('\n', problems));

    // The first three tests of each hold for everybody, so that all are looked at.
    static StrategyDefinition FiftyRules() => StrategyJson.Read($$"""
        {
          "name": "Fifty rules",
          "rules": [
            {{string.Concat(Enumerable.Range(0, 49).Select(i => $$"""
            {
              "id": "rule-{{i}}", "name": "Rule {{i}}", "offer": ["chat", "phone", "email"], "waitLimitSeconds": 60, "otherwise": ["callback", "email"],
              "when": { "all": [
                { "any": [{ "fact": "page", "operator": "like", "value": "/other/{{i}}/*" }, { "fact": "basket.value", "operator": "above", "value": {{i}} }] },
                { "fact": "signals", "operator": "hasNoneOf", "value": ["formError"] },
                { "fact": "customer.group", "operator": "isNot", "value": "group-{{i}}" },
                { "fact": "step", "operator": "isOneOf", "value": ["step-{{i}}", "step-{{i}}-again"] }
              ] }
            },
            """))}}
            { "id": "rule-49", "name": "Everybody", "offer": ["chat", "help", "email"], "waitLimitSeconds": 120 }
          ],
          "economy": { "marginShare": 0.2, "uplift": 0.03, "solvedValue": 20, "waitCostPerMinute": 1, "costs": { "chat": 12, "phone": 30 } },
          "holdout": { "share": 0.1, "salt": "bench", "admission": 0.02 }
        }
        """, out var problem) ?? throw new InvalidOperationException($"{problem}");

    // Those of the holdout have less to do, so they are left out.
    static MenuQuestion Question(int number, string step) => new(
        Enumerable.Range(0, 1_000).Select(i => $"{number}-{i}").First(visitor => ArmChoice.Place(visitor, "bench") >= 0.1),
        "1",
        FactReading.FromAnywhere(FactCatalogue.Standard, JsonElement.Parse(Sent()), out _)
            .Put("step", step).Put("basket.value", 100 + number).Put("customer.group", "gold").Put("customer.known", true).Put("customer.value", 9_000 + number)
            .Put("customer.orders", 3).Put("open", true).Put("weekday", "monday").Put("time", 615).Put("load.waiting", 4));

    static string Sent() => """
        {"page":"/trips/norway/lofoten/summer?from=newsletter","referrer":"https://www.example.com/search?q=lofoten","step":"payment","topic":"booking",
        "basket":{"value":12400.5,"items":3,"currency":"DKK"},"error":"card-refused","campaign":"summer","language":"da","locale":"da-DK","timeZone":"Europe/Copenhagen",
        "device":"desktop","signals":["hesitation","idleBasket"],"visit":{"seconds":240,"pageSeconds":70,"stepSeconds":55,"pages":9,"pageVisits":2,"vainSearches":1,"search":"cancel","returning":true}}
        """;
}
