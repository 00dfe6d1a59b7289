using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>An import as the table has it.</summary>
sealed record ImportRow
{
    public const string Columns = "id, site_id, name, language, mode, state, agent_id, who, total, done, trouble, created_at, touched_at";

    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public string Name { get; init; } = "";
    public string Language { get; init; } = "";
    public ImportMode Mode { get; init; }
    public ImportState State { get; init; }
    public Id? AgentId { get; init; }
    public string Who { get; init; } = "";
    public int Total { get; init; }
    public int Done { get; init; }
    public Sentence? Trouble { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset TouchedAt { get; init; }

    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<ImportRow> GetAsync(Sql sql, Id id) =>
        await sql.FirstAsync<ImportRow>($"select {Columns} from imports where id = @id", new { id }) ?? throw RefusedException.NotFound("import");

    public static Task CountAsync(Sql sql, Id id, int done, DateTimeOffset now) =>
        sql.ExecuteAsync("update imports set done = done + @done, touched_at = @now where id = @id", new { id, done, now });

    /// <summary>Of an import in one of these states only.</summary>
    public static Task<bool> TurnAsync(Sql sql, Id id, ImportState from, ImportState to, DateTimeOffset now) =>
        sql.ChangesOneAsync("update imports set state = @to, trouble = null, touched_at = @now where id = @id and state = @from", new { id, from = from.Text(), to = to.Text(), now });

    public async Task<Import> ToImportAsync(Sql sql)
    {
        var counts = (await sql.QueryAsync<CountRow>("select outcome, count(*) as times, sum(case when notes <> '[]' then 1 else 0 end) as noted from import_items where import_id = @Id group by outcome", new { Id })).ToDictionary(row => row.Outcome);
        int Count(params ImportOutcome[] outcomes) => (int)outcomes.Sum(outcome => counts.GetValueOrDefault(outcome)?.Times ?? 0);
        return new Import
        {
            Id = Id,
            Site = SiteId,
            Name = Name,
            Language = Language,
            Mode = Mode,
            State = State,
            Total = Total,
            Done = Done,
            Counts = new ImportCounts(Count(ImportOutcome.New), Count(ImportOutcome.Changed), Count(ImportOutcome.Same), Count(ImportOutcome.Refused), Count(ImportOutcome.Undone), Count(ImportOutcome.Kept), (int)counts.Values.Sum(row => row.Noted)),
            Trouble = Trouble,
            Who = Who,
            CreatedAt = CreatedAt,
            ChangedAt = TouchedAt,
        };
    }

    sealed record CountRow
    {
        public ImportOutcome Outcome { get; init; }
        public long Times { get; init; }
        public long Noted { get; init; }
    }
}

/// <summary>An item of an import as the table has it.</summary>
sealed record ItemRow
{
    public const string Columns = "import_id, number, what, outcome, title, kind, language, file, line, faults, notes, target_id, edition, before";

    public Id ImportId { get; init; }
    public int Number { get; init; }
    public ImportedKind What { get; init; }
    public ImportOutcome Outcome { get; init; }
    public string Title { get; init; } = "";
    public string? Kind { get; init; }
    public string? Language { get; init; }
    public string File { get; init; } = "";
    public int? Line { get; init; }
    public string Faults { get; init; } = "[]";
    public string Notes { get; init; } = "[]";
    public Id? TargetId { get; init; }
    public long? Edition { get; init; }
    public string? Before { get; init; }

    public ImportItem ToItem() => new(Number, What, Outcome, Title, Kind, Language, File, Line, Json.To<List<ImportFault>>(Faults) ?? [], Json.To<List<ImportFault>>(Notes) ?? [], What == ImportedKind.Article ? TargetId : null);
}
