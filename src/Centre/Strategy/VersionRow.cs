using Kanal.Centre.Storage;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>A version as the table has it.</summary>
sealed record VersionRow
{
    public const string Columns = "number, name, definition, own_facts, changes, note, restores, published_at, agent_id, author";

    public long Number { get; init; }
    public string Name { get; init; } = "";
    public string Definition { get; init; } = "";
    public string OwnFacts { get; init; } = "";
    public string Changes { get; init; } = "";
    public string? Note { get; init; }
    public long? Restores { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public Id? AgentId { get; init; }
    public string Author { get; init; } = "";

    public static Task<VersionRow?> FindAsync(Sql sql, Id site, long number) =>
        sql.FirstAsync<VersionRow>($"select {Columns} from strategy_versions where site_id = @site and number = @number", new { site, number });

    public StrategyDefinition ToDefinition() => DefinitionOf(Definition);

    /// <summary>What was read when it came in, read again.</summary>
    public static StrategyDefinition DefinitionOf(string text) =>
        StrategyJson.Read(text, out var problem) ?? throw new InvalidOperationException($"A strategy in the database can't be read: {problem?.Place} {problem?.Sentence}");

    public StrategyVersion ToVersion() => new()
    {
        Number = Number,
        Name = Name,
        Note = Note,
        PublishedAt = PublishedAt,
        PublishedBy = Author,
        Restores = Restores,
        Changes = Json.To<StrategyChanges>(Changes) ?? new(),
    };
}
