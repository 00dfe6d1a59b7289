namespace Kanal.Decisions.Routing;

enum Standing
{
    /// <summary>May be offered to whoever has room.</summary>
    Ready,

    /// <summary>Declined by everyone with room; waits for another agent or the end of its pause.</summary>
    Blocked,

    /// <summary>Rings.</summary>
    Offered,
}
