using Kanal.Centre.Storage;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>A conversation that waits, as far as telling its customer goes.</summary>
/// <param name="Since">When this wait began.</param>
/// <param name="Promised">Something was promised in this conversation before; only the first promise is kept.</param>
sealed record Waiter(Id Conversation, Id Site, WaitLine Line, string Language, Instant Since, bool Promised)
{
    public const string Columns = """
        c.id, c.site_id, c.queue_id, c.channel, c.language, coalesce(c.waiting_since, c.queued_at, c.last_at) as since,
        exists (select 1 from promises p where p.conversation_id = c.id) as promised
        """;
}

sealed record WaiterRow
{
    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public Id QueueId { get; init; }
    public string Channel { get; init; } = "";
    public string Language { get; init; } = "";
    public long Since { get; init; }
    public bool Promised { get; init; }
    public Id? AgentId { get; init; }
    public string? EndedBy { get; init; }

    public WaitLine Line => new(QueueId.Value, Channel);

    public Waiter ToWaiter() => new(Id, SiteId, Line, Language, Instant.FromUnixTimeMilliseconds(Since), Promised);
}
