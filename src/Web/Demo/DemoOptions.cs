namespace Kanal.Web.Demo;

/// <summary>How the demo is played.</summary>
/// <param name="Keep">Data stays in the data folder or database, and what is there is gone on with.</param>
/// <param name="QuietVisitors">Nobody comes by themselves.</param>
/// <param name="QuietAgents">Nobody answers by themselves.</param>
public sealed record DemoOptions(bool Keep = false, bool QuietVisitors = false, bool QuietAgents = false)
{
    /// <summary>How much faster than people those who play along are; for tests.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>What chance starts from: the same number gives the same history.</summary>
    public int Seed { get; init; } = 1814;
}
