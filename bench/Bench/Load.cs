using System.Diagnostics;
using System.Text;

namespace Kanal.Bench;

/// <summary>What visitors and agents cost where there are many of them: first more and more visitors before few agents, then more and more agents; and a flood.</summary>
static class Load
{
    const double Calm = 0.1;
    const int MostTries = 10;

    static readonly TimeSpan _settling = TimeSpan.FromSeconds(3);

    public static async Task MeasureAsync(string program, Func<Storage> open, LoadPlan plan, string? page)
    {
        var table = new LoadTable(plan);
        using var storage = open();
        var servers = new List<ServerProcess>();
        try
        {
            for (var i = 0; i < plan.Nodes; i++)
            {
                servers.Add(await ServerProcess.StartAsync(program, storage));
            }

            using var shop = await Shop.OpenAsync(servers[0].Address);
            shop.SpreadOver([.. servers.Select(server => server.Address)]);
            await using var visitors = new StreamCrowd(shop);
            await using var desks = new StreamCrowd(shop);
            var keys = new List<string>();
            var conversations = new List<Conversation>();
            await GrowAsync(plan.Visitors[0], plan.Agents[0]);
            await Delivery.MeasureAsync(shop, [.. conversations], plan.Rate, plan.Length);
            foreach (var count in plan.Visitors)
            {
                await RowAsync(count, plan.Agents[0]);
            }

            foreach (var count in plan.Agents.Skip(1))
            {
                await RowAsync(plan.Visitors[^1], count);
            }

            await visitors.EnsureOpenAsync();
            await desks.EnsureOpenAsync();
            var flood = await Flood.MeasureAsync(shop, [.. conversations.Take(5000)], plan.Connections, plan.Length);
            table.Flood(flood);

            async Task RowAsync(int wanted, int agents)
            {
                var memory = servers.Sum(server => server.ResidentMemory);
                var (before, there) = (visitors.Count, desks.Count);
                await GrowAsync(wanted, agents);
                await Task.Delay(_settling);
                // What they use while nothing is said is not what a message costs; nor is what their coming still gives to do.
                var resting = await RestAsync();
                for (var tries = 0; tries < MostTries && resting.Nodes > Calm * _settling.TotalMilliseconds; tries++)
                {
                    resting = await RestAsync();
                }

                var grown = servers.Sum(server => server.ResidentMemory) - memory;
                var began = Used();
                var clock = Stopwatch.StartNew();
                var delivery = await Delivery.MeasureAsync(shop, [.. conversations], plan.Rate, plan.Length);
                var spent = Used() - began - (resting * (clock.Elapsed / _settling));
                var each = 1000 / (plan.Rate * plan.Length.TotalSeconds);
                table.Row(new(visitors.Count, desks.Count, delivery, resting.Nodes / _settling.TotalMilliseconds, spent.Nodes * each, spent.Database * each,
                    servers.Sum(server => server.ResidentMemory), grown, visitors.Count - before, desks.Count - there));
            }

            async Task<Spent> RestAsync()
            {
                var began = Used();
                await Task.Delay(_settling);
                return Used() - began;
            }

            Spent Used() => new(servers.Sum(server => server.ProcessorTime.TotalMilliseconds), storage.ProcessorTime.TotalMilliseconds);

            async Task GrowAsync(int wanted, int agents)
            {
                while (keys.Count < agents)
                {
                    keys.Add(await shop.HireAsync(keys.Count));
                }

                await desks.GrowAsync([.. keys.Skip(desks.Count).Select(key => Encoding.ASCII.GetBytes($"GET /api/v1/events?follow=mine HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {key}\r\nAccept: text/event-stream\r\n\r\n"))]);
                var started = await shop.StartAsync(wanted - conversations.Count);
                await Parallel.ForEachAsync(started.Index(), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (one, _) => await shop.TakeAsync(one.Item, keys[one.Index % keys.Count]));
                conversations.AddRange(started);
                await visitors.GrowAsync([.. started.Select(conversation => conversation.Events())]);
            }
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }

        table.WriteTo(page);
    }
}

/// <summary>Milliseconds of processors.</summary>
readonly record struct Spent(double Nodes, double Database)
{
    public static Spent operator -(Spent one, Spent other) => new(one.Nodes - other.Nodes, one.Database - other.Database);

    public static Spent operator *(Spent one, double times) => new(one.Nodes * times, one.Database * times);
}
