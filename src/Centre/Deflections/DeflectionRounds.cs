using System.Collections.Concurrent;
using Kanal.Centre.Storage;
using Kanal.Decisions.Measures;
using NodaTime;

namespace Kanal.Centre.Deflections;

/// <summary>
/// Closes what visitors have read: as soon as they begin a conversation, or when the time is over. What decides is read from the
/// database, so that a conversation nobody heard of, or one taken up again, counts when the time is over. Then the visitor is forgotten.
/// </summary>
public sealed class DeflectionRounds(Database database, TimeProvider time)
{
    const int AtOnce = 200;

    readonly ConcurrentQueue<Id> _begun = new();

    /// <summary>A conversation has begun; the next round looks who it is.</summary>
    public void Heard(Id conversation) => _begun.Enqueue(conversation);

    /// <returns>When the next round is due.</returns>
    public async Task<DateTimeOffset?> GoAsync(CancellationToken ct)
    {
        while (_begun.TryDequeue(out var conversation))
        {
            await CloseAsync(await ReadersAsync(conversation, ct), ct);
        }

        List<MatterRow> due;
        do
        {
            due = await database.ReadAsync(sql => sql.QueryAsync<MatterRow>(
                "select * from answer_matters where outcome = 'open' and closes_at <= @now order by closes_at limit @most", new { now = time.GetUtcNow(), most = AtOnce }), ct);
            await CloseAsync(due, ct);
        }
        while (due.Count == AtOnce);
        return await database.ReadAsync(sql => sql.FirstAsync<DateTimeOffset?>("select closes_at from answer_matters where outcome = 'open' order by closes_at limit 1"), ct);
    }

    Task<List<MatterRow>> ReadersAsync(Id conversation, CancellationToken ct) => database.ReadAsync(sql => sql.QueryAsync<MatterRow>("""
        select o.* from conversations c
        join addresses a on a.customer_id = c.customer_id and a.kind = 'browser'
        join answer_matters o on o.site_id = a.site_id and o.visitor = a.value and o.outcome = 'open'
        where c.id = @conversation
        """, new { conversation }), ct);

    async Task CloseAsync(List<MatterRow> matters, CancellationToken ct)
    {
        if (matters.Count > 0)
        {
            await database.WriteAsync(async sql =>
            {
                foreach (var matter in matters)
                {
                    await CloseAsync(sql, matter);
                }
            }, ct);
        }
    }

    async Task CloseAsync(Sql sql, MatterRow matter)
    {
        var now = time.GetUtcNow();
        var contact = await sql.FirstAsync<Contact>("""
            select m.conversation_id, m.sent_at from addresses a
            join conversations c on c.customer_id = a.customer_id
            join messages m on m.conversation_id = c.id
            where a.site_id = @SiteId and a.kind = 'browser' and a.value = @Visitor and m.author = 'visitor' and m.sent_at >= @BeganAt and m.sent_at <= @ClosesAt
            order by m.sent_at limit 1
            """, new { matter.SiteId, matter.Visitor, matter.BeganAt, matter.ClosesAt });
        var said = await sql.QueryAsync<bool>("select helped from answer_reads where matter_id = @Id and helped is not null", new { matter.Id });
        var outcome = Deflection.Of(Instant.FromDateTimeOffset(matter.LastAt), said, contact is null ? null : Instant.FromDateTimeOffset(contact.SentAt), Instant.FromDateTimeOffset(now));
        if (outcome != DeflectionOutcome.Open)
        {
            // One who read on meanwhile is closed later.
            await sql.ExecuteAsync(
                "update answer_matters set outcome = @outcome, contact_id = @contact, closed_at = @now, visitor = null where id = @Id and outcome = 'open' and last_at = @LastAt",
                new { matter.Id, matter.LastAt, outcome = outcome.Text(), contact = contact?.ConversationId, now });
        }
    }

    sealed record Contact
    {
        public Id ConversationId { get; init; }
        public DateTimeOffset SentAt { get; init; }
    }
}
