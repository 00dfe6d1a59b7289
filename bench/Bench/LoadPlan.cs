using System.Globalization;

namespace Kanal.Bench;

/// <summary>How many come, and how much they say.</summary>
/// <param name="Visitors">Rising; each has a conversation and its event stream open.</param>
/// <param name="Agents">Rising; each has a desk's stream open.</param>
/// <param name="Rate">Messages a second of all visitors together, while delivery is measured.</param>
sealed record LoadPlan(int Nodes, int[] Visitors, int[] Agents, int Rate, TimeSpan Length)
{
    public static LoadPlan Of(Func<string, string?> option) => new(
        Number(option("--nodes") ?? "1"), Numbers(option("--visitors") ?? "100,1000,5000,15000"), Numbers(option("--agents") ?? "10,50,100,500"),
        Number(option("--rate") ?? "100"), TimeSpan.FromSeconds(Number(option("--seconds") ?? "10")));

    static int[] Numbers(string text) => [.. text.Split(',').Select(Number)];

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
