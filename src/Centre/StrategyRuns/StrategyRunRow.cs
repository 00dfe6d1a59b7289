using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.StrategyRuns;

/// <summary>A try as the table has it.</summary>
sealed record StrategyRunRow
{
    /// <summary>All but the result, which is long.</summary>
    public const string Brief = "id, site_id, state, request, progress, trouble, created_at, created_by, touched_at, finished_at";

    public const string Columns = $"{Brief}, result";

    // Whoever works on it touches it every few seconds.
    static readonly TimeSpan _abandoned = TimeSpan.FromMinutes(2);

    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public StrategyRunState State { get; init; }
    public string Request { get; init; } = "{}";
    public double Progress { get; init; }
    public string? Result { get; init; }
    public Sentence? Trouble { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset TouchedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    public RunPlan Plan => Json.To<RunPlan>(Request) ?? new RunPlan();

    public StrategyRun ToRun(DateTimeOffset now)
    {
        var (plan, lost) = (Plan, State == StrategyRunState.Running && now - TouchedAt > _abandoned);
        return new StrategyRun
        {
            Id = Id,
            Site = SiteId,
            State = lost ? StrategyRunState.Failed : State,
            Progress = Progress,
            From = plan.From,
            Days = plan.Days,
            Runs = plan.Runs,
            Seed = plan.Seed,
            Traffic = plan.Traffic,
            One = plan.One,
            Other = plan.Other,
            CreatedAt = CreatedAt,
            CreatedBy = CreatedBy,
            FinishedAt = FinishedAt,
            Reason = lost ? Sentence.Of("The server stopped before this was done. Start it again.") : Trouble,
            Result = Json.To<StrategyRunResult>(Result),
        };
    }
}

/// <summary>What was asked for, with everything filled in.</summary>
sealed record RunPlan
{
    public DateOnly From { get; init; }
    public int Days { get; init; } = 7;
    public int Runs { get; init; } = 10;
    public long Seed { get; init; } = 1;
    public RunTraffic Traffic { get; init; }
    public TriedStrategy One { get; init; } = new("");
    public TriedStrategy Other { get; init; } = new("");
}
