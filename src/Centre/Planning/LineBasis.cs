using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Staffing;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Planning;

/// <summary>What a line is planned with.</summary>
sealed record LineBasis
{
    // A hundred of a hundred can't be promised by any number of people.
    const double HighestShare = 0.995;

    public required Site Site { get; init; }
    public required Id Queue { get; init; }
    public required string QueueName { get; init; }
    public required string Channel { get; init; }
    public required bool Letters { get; init; }
    public required PlanTarget Target { get; init; }
    public required PlanningQueue Settings { get; init; }

    /// <summary>Seconds that one takes among 1, 2 ... that its agent holds.</summary>
    public required IReadOnlyList<double> HandleByLevel { get; init; }

    /// <summary>How many were measured; 0 where the usual is assumed.</summary>
    public required int Handled { get; init; }

    public required double PatienceSeconds { get; init; }

    /// <summary>How many have left in the weeks that patience was measured in.</summary>
    public required int Left { get; init; }

    public (Id Queue, string Channel) Key => (Queue, Channel);

    /// <summary>Nobody comes over it while it is closed.</summary>
    public bool OnlyWhileOpen => SiteChannels.PaceOf(Channel) == ChannelPace.Live;

    public int AtOnce => HandleByLevel.Count;

    public double HandleSeconds => HandleByLevel[0];

    public StaffingTargets Targets => new() { ServiceLevel = Math.Min(HighestShare, Target.Share), WithinSeconds = Target.Seconds };

    public Workload Work(double perHour) => AtOnce == 1 ? new CallWorkload(perHour, HandleSeconds, PatienceSeconds) : new ChatWorkload(perHour, HandleByLevel, PatienceSeconds);

    /// <summary>About how many people such a stream occupies: what they are shared out by, not what is needed.</summary>
    public double Occupies(double perHour) => Work(perHour).Occupies;

    public LineBasis Under(PlanChange change) => this with
    {
        Target = new PlanTarget(change.TargetSeconds ?? Target.Seconds, change.TargetShare ?? Target.Share),
        Settings = Settings with { Shrinkage = change.Shrinkage ?? Settings.Shrinkage },
        HandleByLevel = change.AtOnce is { } most ? Stretch(most) : HandleByLevel,
    };

    // Beyond what was ever held at once, each further one slows the others down as is usual.
    List<double> Stretch(int most)
    {
        const double Slowdown = 0.3;
        return [.. Enumerable.Range(0, most).Select(level => level < AtOnce ? HandleByLevel[level] : HandleByLevel[^1] * (1 + (Slowdown * level)) / (1 + (Slowdown * (AtOnce - 1))))];
    }
}
