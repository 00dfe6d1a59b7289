using Kanal.Centre.Storage;

namespace Kanal.Centre.Experiments;

/// <summary>An experiment as the table has it.</summary>
sealed record ExperimentRow
{
    public const string Columns = """
        id, site_id, name, kind, arms, expected, expected_net, alpha, salt, state, created_at, created_by, started_at, started_by,
            stopped_at, stopped_by, stop_reason, note, economy, smallest_p, result
        """;

    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public string Name { get; init; } = "";
    public ExperimentKind Kind { get; init; }
    public string Arms { get; init; } = "[]";
    public double Expected { get; init; }
    public double? ExpectedNet { get; init; }
    public double Alpha { get; init; }
    public string Salt { get; init; } = "";
    public ExperimentState State { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset? StartedAt { get; init; }
    public string? StartedBy { get; init; }
    public DateTimeOffset? StoppedAt { get; init; }
    public string? StoppedBy { get; init; }
    public StopReason? StopReason { get; init; }
    public string? Note { get; init; }
    public string? Economy { get; init; }
    public double? SmallestP { get; init; }
    public string? Result { get; init; }

    public IReadOnlyList<ArmPlan> Plans => Json.To<List<ArmPlan>>(Arms) ?? [];

    public static Task<ExperimentRow?> FindAsync(Sql sql, Id site, Id id) =>
        sql.FirstAsync<ExperimentRow>($"select {Columns} from experiments where id = @id and site_id = @site", new { id, site });

    public Experiment ToExperiment(ExperimentResult? reading) => new()
    {
        Id = Id,
        Site = SiteId,
        Name = Name,
        Kind = Kind,
        Arms = Plans,
        Expected = Expected,
        ExpectedNet = ExpectedNet,
        Alpha = Alpha,
        State = State,
        CreatedAt = CreatedAt,
        CreatedBy = CreatedBy,
        StartedAt = StartedAt,
        StartedBy = StartedBy,
        StoppedAt = StoppedAt,
        StoppedBy = StoppedBy,
        StopReason = StopReason,
        Note = Note,
        Reading = reading ?? Json.To<ExperimentResult>(Result),
    };
}

/// <summary>What things were worth when the experiment began; later changes of the strategy do not move what was measured.</summary>
sealed record ExperimentEconomy(double MarginShare, IReadOnlyDictionary<string, double> Costs);
