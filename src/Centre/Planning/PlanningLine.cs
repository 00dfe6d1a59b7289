using Kanal.Centre.Storage;

namespace Kanal.Centre.Planning;

/// <summary>Something that can be planned: one channel in one queue, of one site.</summary>
public sealed record PlanningLine
{
    public required Id Queue { get; init; }

    public required string QueueName { get; init; }

    public required string Channel { get; init; }

    /// <summary>Letters wait until there is time for them; everybody else waits for an agent.</summary>
    public required bool Letters { get; init; }

    public required PlanTarget Target { get; init; }

    public required double Shrinkage { get; init; }

    public required bool UsesFactor { get; init; }

    /// <summary>How many an agent holds at once.</summary>
    public required int AtOnce { get; init; }

    /// <summary>Who works here and serves it.</summary>
    public required int People { get; init; }

    /// <summary>How many came in the last 28 days.</summary>
    public required int Offered { get; init; }

    /// <summary>Since when anything is known of it.</summary>
    public DateOnly? Since { get; init; }
}

/// <param name="Seconds">Of open time, within which customers are answered.</param>
/// <param name="Share">Of all, how many are to be: 0 to 1.</param>
public sealed record PlanTarget(int Seconds, double Share);
