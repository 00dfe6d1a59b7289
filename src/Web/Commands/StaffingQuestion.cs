using Kanal.Decisions.Staffing;

namespace Kanal.Web.Commands;

/// <summary>What the command was asked.</summary>
/// <param name="Model">erlang-b, erlang-c, erlang-a or chat.</param>
/// <param name="Load">In erlang.</param>
sealed record StaffingQuestion(string Model, double Load)
{
    // So many states the formulas go through one by one.
    const double MostLoad = 1e7;
    const double MostChats = 2_000_000;

    /// <summary>Null where only the load is known.</summary>
    public double? HandleSeconds { get; init; }

    public double PerHour { get; init; }

    public double[] Levels { get; init; } = [];

    public double Patience { get; init; }

    public int? Agents { get; init; }

    public double Shrinkage { get; init; }

    public required StaffingTargets Targets { get; init; }

    public string? Problem =>
        Load > MostLoad ? $"The load is {Load:0} erlang; {MostLoad:0} is the most."
        : !double.IsFinite(PerHour) || !double.IsFinite(HandleSeconds ?? 0) ? "With that load, arrivals and handle time are beyond all measure."
        : (Agents ?? 0) * (double)Math.Max(1, Levels.Length) > MostChats && Model == "chat" ? $"All agents together may hold {MostChats:0} chats at most."
        : null;

    /// <summary>Times are in units of the handle time where nobody knows how long that is.</summary>
    public Workload Workload => Model == "chat" ? new ChatWorkload(PerHour, Levels, Patience) : new CallWorkload(PerHour, HandleSeconds ?? 1, Patience);
}
