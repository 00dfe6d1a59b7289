using Kanal.Centre.Storage;

namespace Kanal.Centre.Shown;

sealed record ShownRow
{
    public Id Id { get; init; }
    public Id ConversationId { get; init; }
    public Id? ArticleId { get; init; }
    public string? Language { get; init; }
    public int? Number { get; init; }
    public int Steps { get; init; }
    public int Fields { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public int? Step { get; init; }
    public int? Filled { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public string? SentAs { get; init; }

    public static Task<ShownRow?> FindAsync(Sql sql, Id conversation, Id shown, DateTimeOffset? since = null) =>
        sql.FirstAsync<ShownRow>("select * from shown where id = @shown and conversation_id = @conversation and shown_at >= @since", new { shown, conversation, since = since ?? DateTimeOffset.UnixEpoch });

    public Progress ToProgress() => new(ConversationId, Id, OpenedAt, Step, Filled, SentAt);
}
