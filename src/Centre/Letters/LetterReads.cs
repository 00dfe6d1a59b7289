using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Letters for those who look at a conversation.</summary>
public sealed class LetterReads(Database database, LetterShelf shelf)
{
    /// <summary>One of a conversation's, whole.</summary>
    public Task<Letter> GetAsync(Id conversation, Id letter, CancellationToken ct) => database.ReadAsync(async sql =>
        await FindAsync(sql, conversation, letter) is { } row ? row.ToLetter(await DeliveriesAsync(sql, letter)) : throw RefusedException.NotFound("letter"), ct);

    /// <summary>As it came, which the caller closes.</summary>
    public async Task<Stream> OriginalAsync(Id conversation, Id letter, CancellationToken ct) =>
        await database.ReadAsync(sql => FindAsync(sql, conversation, letter), ct) is { Original: true } && shelf.Open(letter) is { } content ? content : throw RefusedException.NotFound("letter");

    /// <summary>Those of the messages and lines of a part of a conversation, by their ids.</summary>
    internal static async Task<Dictionary<Id, Letter>> OfAsync(Sql sql, Id conversation, long start, long end)
    {
        const string Those = """
            (select m.letter_id from messages m where m.conversation_id = @conversation and m.sequence >= @start and m.sequence < @end and m.letter_id is not null
            union select n.letter_id from lines n where n.conversation_id = @conversation and n.sequence >= @start and n.sequence < @end and n.letter_id is not null)
            """;
        var rows = await sql.QueryAsync<LetterRow>($"{LetterRow.Brief} join {Those} t on t.letter_id = l.id", new { conversation, start, end });
        if (rows.Count == 0)
        {
            return [];
        }

        var deliveries = (await sql.QueryAsync<DeliveryRow>($"select d.* from deliveries d join {Those} t on t.letter_id = d.letter_id order by d.address", new { conversation, start, end }))
            .ToLookup(row => row.LetterId, row => row.ToDelivery());
        return rows.ToDictionary(row => row.Id, row => row.ToLetter([.. deliveries[row.Id]]));
    }

    internal static async Task<List<LetterDelivery>> DeliveriesAsync(Sql sql, Id letter) =>
        (await sql.QueryAsync<DeliveryRow>("select * from deliveries where letter_id = @letter order by address", new { letter })).ConvertAll(row => row.ToDelivery());

    // A letter that moved is looked at in both conversations.
    static Task<LetterRow?> FindAsync(Sql sql, Id conversation, Id letter) => sql.FirstAsync<LetterRow>($"""
        {LetterRow.Select} where l.id = @letter and (l.conversation_id = @conversation
            or exists (select 1 from messages m where m.conversation_id = @conversation and m.letter_id = l.id))
        """, new { conversation, letter });

    sealed record DeliveryRow
    {
        public Id LetterId { get; init; }
        public string Address { get; init; } = "";
        public DeliveryState State { get; init; }
        public string? Detail { get; init; }
        public DateTimeOffset ChangedAt { get; init; }

        public LetterDelivery ToDelivery() => new(Address, State, Detail, ChangedAt);
    }
}
