using System.Diagnostics;
using System.Text;

namespace Kanal.Bench;

/// <summary>Menus a second over HTTP, with facts and what the visitor carries, against an endpoint that does nothing.</summary>
static class Choosing
{
    const int Connections = 64;
    const int Visitors = 1000;

    public static async Task<ChoosingResult> MeasureAsync(ServerProcess server, Shop shop, Effort effort)
    {
        await shop.PublishAsync(Rules(20));
        var visitors = await shop.VisitorsAsync(Visitors, Facts);
        var (menus, empties, echoes) = (visitors.Select(visitor => Post(Shop.MenuPath, Body(visitor))).ToArray(), visitors.Select(visitor => Post("/bench/empty", Body(visitor))).ToArray(), visitors.Select(visitor => Post("/bench/echo", Body(visitor))).ToArray());
        await RoundAsync(server, shop, menus, effort.WarmUp);
        await RoundAsync(server, shop, empties, effort.WarmUp);
        // In turns, so that a machine that gets slower or faster meanwhile flatters none.
        var (menu, empty, echo) = (new Sum(), new Sum(), new Sum());
        for (var turn = 0; turn < 3; turn++)
        {
            empty.Add(await RoundAsync(server, shop, empties, effort.Round / 3));
            menu.Add(await RoundAsync(server, shop, menus, effort.Round / 3));
            echo.Add(await RoundAsync(server, shop, echoes, effort.Round / 3));
        }

        return new(menu.Mean, empty.Mean, echo.Mean);
    }

    static async Task<Round> RoundAsync(ServerProcess server, Shop shop, byte[][] requests, TimeSpan length)
    {
        var used = server.ProcessorTime;
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(lane => Task.Run(async () =>
        {
            using var connection = await HttpConnection.OpenAsync(shop.Server);
            var answered = 0;
            for (var turn = lane; clock.Elapsed < length; turn += Connections)
            {
                if (await connection.SendAsync(requests[turn % requests.Length]) is not (200 or 204) and var status)
                {
                    throw new InvalidOperationException($"A menu was answered with {status}.");
                }

                answered++;
            }

            return answered;
        })));
        var took = clock.Elapsed;
        return new(counts.Sum() / took.TotalSeconds, (server.ProcessorTime - used).TotalMicroseconds / counts.Sum(), 0);
    }

    const string Facts = """
        {"page":"https://fjordrejser.example/trips/geiranger/booking/payment","title":"Betaling","referrer":"https://www.example.com/search?q=fjord","step":"payment","topic":"luggage","basket":{"value":8450,"currency":"DKK","items":2},"language":"da","device":"phone","locale":"da-DK","timeZone":"Europe/Copenhagen"}
        """;

    static string Body((string Visitor, string Memory) its) => $$"""{"visitor":"{{its.Visitor}}","memory":"{{its.Memory}}","pageView":"a1b2c3d4e5f6","facts":{{Facts.Trim()}}}""";

    // The last one holds, so that every one is looked at.
    static string Rules(int count) => $$"""
        { "name": "Bench", "rules": [{{string.Concat(Enumerable.Range(0, count - 1).Select(i => $$"""
        { "id": "r{{i}}", "name": "Rule {{i}}", "when": { "all": [ { "fact": "basket.value", "operator": "above", "value": {{100 + i}} }, { "fact": "device", "operator": "is", "value": "phone" }, { "fact": "step", "operator": "isOneOf", "value": ["step-{{i}}", "address-{{i}}"] } ] }, "offer": ["chat", "callback", "email"] },
        """))}} { "id": "everybody", "name": "Everybody", "offer": ["chat", "callback", "email"], "waitLimitSeconds": 60, "targetSeconds": 20, "value": 2 } ],
          "economy": { "marginShare": 0.12, "uplift": 0.02, "solvedValue": 25, "costs": { "chat": 14 } }, "holdout": { "share": 0.1, "salt": "bench", "admission": 0.02 } }
        """;

    static byte[] Post(string path, string body) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: bench\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    sealed class Sum
    {
        readonly List<Round> _rounds = [];

        public void Add(Round round) => _rounds.Add(round);

        public Round Mean => new(_rounds.Average(round => round.PerSecond), _rounds.Average(round => round.Microseconds), 0);
    }
}

sealed record ChoosingResult(Round Menus, Round Empty, Round Echoed)
{
    public double Ratio => Menus.PerSecond / Empty.PerSecond;
}
