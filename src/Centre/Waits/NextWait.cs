using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>What somebody can expect who joins a line now.</summary>
/// <param name="Line">Null where the site takes nothing over this channel.</param>
public sealed record NextWait(WaitLine? Line, ShownWait Shown, WaitEstimate Estimate)
{
    /// <summary>How many are served first.</summary>
    public double Ahead { get; init; }

    /// <summary>How many more could be taken now.</summary>
    public int Free { get; init; }

    /// <summary>Somebody is there who takes what comes.</summary>
    public bool IsStaffed { get; init; }

    internal static NextWait Nothing { get; } = new(null, ShownWait.Of(WaitEstimate.Unknown, trusted: false), WaitEstimate.Unknown);
}
