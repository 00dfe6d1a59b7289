using System.Globalization;

namespace Kanal.Bench;

/// <summary>How many come, and how much they say.</summary>
/// <param name="Visitors">Rising; each has a conversation and its event stream open.</param>
/// <param name="Agents">Rising; each has a desk's stream open.</param>
/// <param name="Connections">Over which twice as much is sent as is accepted.</param>
/// <param name="Rate">Messages a second of all visitors together, while delivery is measured.</param>
sealed record LoadPlan(int Nodes, int[] Visitors, int[] Agents, int Connections, int Rate, TimeSpan Length)
{
    public static LoadPlan Of(Func<string, string?> option) => new(
        Number(option("--nodes") ?? "1"), Numbers(option("--visitors") ?? $"100,1000,5000,10000,{Most(Number(option("--nodes") ?? "1"))}"), Numbers(option("--agents") ?? "10,50,100,500"),
        Number(option("--connections") ?? "2000"), Number(option("--rate") ?? "100"), TimeSpan.FromSeconds(Number(option("--seconds") ?? "10")));

    // A node holds a file for each stream, and needs some for connections that come and go.
    static int Most(int nodes)
    {
        const int Most = 20_000;
        var limit = File.ReadLines("/proc/self/limits").First(line => line.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];
        return long.TryParse(limit, CultureInfo.InvariantCulture, out var files) ? (int)Math.Min(Most, (files - 3000) * nodes) : Most;
    }

    static int[] Numbers(string text) => [.. text.Split(',').Select(Number)];

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
