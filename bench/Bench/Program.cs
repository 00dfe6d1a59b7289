using System.Globalization;
using Kanal.Bench;

if (args is [CrowdProcess.Argument])
{
    await CrowdProcess.ServeAsync();
    return;
}

// bench/run gives: PROGRAM FOLDER CLUSTER [--short] [--only accept,delivery,hop,idle,menu,start] [--engine SQLite] [--write PAGE]
var (program, folder, cluster) = (args[0], args[1], args[2]);
var effort = args.Contains("--short") ? Effort.Short : Effort.Full;
var only = Option("--only")?.Split(',') ?? ["accept", "delivery", "idle", "menu", "start"];
var report = new Report();
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (args.Contains("--load"))
{
    await Load.MeasureAsync(program, Option("--engine") == "SQLite" ? () => Storage.Sqlite(folder) : () => Storage.Postgres(folder, cluster), LoadPlan.Of(Option), Option("--write"));
    return;
}

report.Add("Disk syncs a second (4 kB)", "disk", $"{Storage.SyncsPerSecond(folder):N0}", "", null);

foreach (var (engine, open) in new (string, Func<Storage>)[] { ("SQLite", () => Storage.Sqlite(folder)), ("PostgreSQL", () => Storage.Postgres(folder, cluster)) })
{
    if (Option("--engine") is { } one && one != engine)
    {
        continue;
    }

    if (only.Contains("accept"))
    {
        using var storage = open();
        await using var server = await ServerProcess.StartAsync(program, storage);
        using var shop = await Shop.OpenAsync(server.Address);
        var result = await Accepting.MeasureAsync(server, storage, shop, effort);
        report.Add("Messages accepted against an echoing endpoint", storage.Engine,
            $"{result.Ratio:N2} ({result.Accepted.PerSecond:N0} of {result.Echoed.PerSecond:N0} a second)", "at least 0.35", result.Ratio >= 0.35);
        report.Add("Processor time of the server for a message", storage.Engine,
            $"{result.Accepted.Microseconds:N0} µs against {result.Echoed.Microseconds:N0} µs for an echo{(storage.Database is null ? "" : $"; {result.Accepted.Beside:N0} µs of PostgreSQL's own")}", "", null);
    }

    if (only.Contains("delivery"))
    {
        using var storage = open();
        await using var server = await ServerProcess.StartAsync(program, storage);
        using var shop = await Shop.OpenAsync(server.Address);
        var conversations = await shop.StartAsync(500);
        await Delivery.MeasureAsync(shop, conversations, 500, effort.WarmUp);
        foreach (var rate in new[] { 100, 1000 })
        {
            var result = await Delivery.MeasureAsync(shop, conversations, rate, effort.Delivery);
            report.Add($"Delivery to the agent's stream at {rate:N0} messages a second", storage.Engine,
                $"p50 {result.Median:N1} ms, p99 {result.Slowest:N1} ms{(result.Missing > 0 ? $", {result.Missing} missing" : "")} ({result.Achieved:N0} a second sent)",
                "p99 under 20 ms", result is { Slowest: < 20, Missing: 0 });
        }
    }

    if (only.Contains("hop") && engine == "PostgreSQL")
    {
        using var storage = open();
        await Hop.MeasureAsync(program, storage, effort, report);
    }

    if (only.Contains("idle"))
    {
        using var storage = open();
        await using var server = await ServerProcess.StartAsync(program, storage);
        using var shop = await Shop.OpenAsync(server.Address);
        var bytes = await IdleStreams.BytesPerStreamAsync(server, await shop.StartAsync(500), effort.Streams);
        report.Add($"Memory for each of {effort.Streams:N0} idle event streams", storage.Engine, $"{bytes / 1024:N1} kB", "at most 16 kB", bytes <= 16 * 1024);
    }

    if (only.Contains("menu"))
    {
        using var storage = open();
        await using var server = await ServerProcess.StartAsync(program, storage);
        using var shop = await Shop.OpenAsync(server.Address);
        var result = await Choosing.MeasureAsync(server, shop, effort);
        report.Add("Channel menus against an endpoint that does nothing", storage.Engine,
            $"{result.Ratio:N2} ({result.Menus.PerSecond:N0} of {result.Empty.PerSecond:N0} a second; an echo: {result.Echoed.PerSecond:N0})", "at least 0.5", result.Ratio >= 0.5);
        report.Add("Processor time of the server for a menu", storage.Engine, $"{result.Menus.Microseconds:N0} µs against {result.Empty.Microseconds:N0} µs for nothing and {result.Echoed.Microseconds:N0} µs for an echo", "", null);
    }

    if (only.Contains("start"))
    {
        using var storage = open();
        var times = new List<double>();
        // The first start makes the schema; it is not counted.
        for (var i = 0; i <= effort.Starts; i++)
        {
            await using var server = await ServerProcess.StartAsync(program, storage);
            times.Add(server.FirstAnswer.TotalMilliseconds);
        }

        var median = times[1..].Order().ElementAt(effort.Starts / 2);
        report.Add("Start to first answer", storage.Engine, $"{median:N0} ms (first start, with schema: {times[0]:N0} ms)", "under 1,000 ms", median < 1000);
    }
}

if (Option("--write") is { } page)
{
    report.WriteTo(page, Option("--only") is { } parts ? $"bench/run --only {parts}" : "bench/run");
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
