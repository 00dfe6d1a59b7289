using System.Text.Json;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Wallboards;

/// <summary>Puts a wallboard together from its stream, as a desk does.</summary>
sealed class BoardReader(EventReader stream)
{
    readonly Dictionary<string, Reply> _queues = [];
    readonly Dictionary<string, Reply> _agents = [];

    public Reply[] Alerts { get; private set; } = [];

    public IReadOnlyDictionary<string, Reply> Agents => _agents;

    /// <summary>The only queue.</summary>
    public Reply Queue => Assert.Single(_queues.Values);

    /// <summary>Reads on until the board is as it should be. Before the floor stands it has no queues.</summary>
    public async Task<BoardReader> UntilAsync(Func<BoardReader, bool> holds)
    {
        do
        {
            var board = (await stream.NextAsync("wallboard")).Data;
            Put(_queues, board, "queues");
            Put(_agents, board, "agents");
            Alerts = board.TryGetProperty("alerts", out var alerts) && alerts.ValueKind == JsonValueKind.Array ? [.. alerts.EnumerateArray().Select(alert => new Reply(default, alert))] : Alerts;
        }
        while (_queues.Count == 0 || !holds(this));
        return this;
    }

    static void Put(Dictionary<string, Reply> known, JsonElement board, string name)
    {
        if (board.TryGetProperty(name, out var rows) && rows.ValueKind == JsonValueKind.Array)
        {
            foreach (var row in rows.EnumerateArray().Select(row => new Reply(default, row)))
            {
                known[row["id"]!] = row;
            }
        }
    }
}
