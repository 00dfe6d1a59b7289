using Kanal.Centre.Storage;

namespace Kanal.Centre.Invitations;

/// <summary>Reads what invitations have brought.</summary>
public sealed class InvitationReports(Database database, TimeProvider time)
{
    // Who speaks to us an hour after an invitation does so for another reason.
    static readonly TimeSpan _conversation = TimeSpan.FromHours(1);
    static readonly TimeSpan _order = TimeSpan.FromDays(7);

    /// <param name="days">The last ones of UTC, today's included.</param>
    public async Task<InvitationReport> ReadAsync(Id site, int days, CancellationToken ct)
    {
        var from = InvitationBook.DayOf(time.GetUtcNow()).AddDays(1 - days);
        var rows = await database.ReadAsync(sql => sql.QueryAsync<DayRow>("""
            select i.text, i.rule, i.day_at, count(*) as shown,
                count(case when i.answer = 'accepted' then 1 end) as accepted,
                count(case when i.answer = 'declined' then 1 end) as declined,
                count(case when i.answer = 'closed' then 1 end) as closed,
                count(i.visitor) as known,
                count(case when i.visitor is not null and exists (
                    select 1 from conversations c where c.site_id = i.site_id and c.visitor = i.visitor and c.opened_at >= i.shown_at and c.opened_at <= i.shown_at + @conversation) then 1 end) as conversations,
                count(case when i.visitor is not null and exists (
                    select 1 from orders o where o.site_id = i.site_id and o.visitor = i.visitor and o.ordered_at >= i.shown_at and o.ordered_at <= i.shown_at + @order) then 1 end) as orders
            from invitations i where i.site_id = @site and i.day_at >= @from group by i.text, i.rule, i.day_at order by i.day_at
            """, new { site, from, conversation = (long)_conversation.TotalMilliseconds, order = (long)_order.TotalMilliseconds }), ct);
        return new InvitationReport(from, [.. rows.GroupBy(row => (row.Text, row.Rule)).Select(all => new InvitationResult(all.Key.Text, all.Key.Rule, Sum(all), [.. all.Select(row => new InvitationDay(row.DayAt, Sum([row])))]))
            .OrderByDescending(result => result.Counts.Shown).ThenBy(result => result.Text, StringComparer.Ordinal).ThenBy(result => result.Rule, StringComparer.Ordinal)]);
    }

    static InvitationCounts Sum(IEnumerable<DayRow> rows)
    {
        List<DayRow> all = [.. rows];
        var known = all.Sum(row => row.Known);
        return new InvitationCounts(all.Sum(row => row.Shown), all.Sum(row => row.Accepted), all.Sum(row => row.Declined), all.Sum(row => row.Closed),
            known == 0 ? null : all.Sum(row => row.Conversations), known == 0 ? null : all.Sum(row => row.Orders));
    }

    sealed record DayRow
    {
        public string Text { get; init; } = "";
        public string Rule { get; init; } = "";
        public DateTimeOffset DayAt { get; init; }
        public long Shown { get; init; }
        public long Accepted { get; init; }
        public long Declined { get; init; }
        public long Closed { get; init; }
        public long Known { get; init; }
        public long Conversations { get; init; }
        public long Orders { get; init; }
    }
}

/// <param name="Invitations">By text and rule; most shown first.</param>
public sealed record InvitationReport(DateTimeOffset From, IReadOnlyList<InvitationResult> Invitations);

/// <param name="Text">Names the text.</param>
/// <param name="Rule">The id of the rule that invited.</param>
public sealed record InvitationResult(string Text, string Rule, InvitationCounts Counts, IReadOnlyList<InvitationDay> Days);

/// <param name="Shown">All that stood before a visitor, whatever became of them.</param>
/// <param name="Conversations">Followed by a conversation within an hour; null where no visitor agreed to be known.</param>
/// <param name="Orders">Followed by an order within seven days; null likewise.</param>
public sealed record InvitationCounts(long Shown, long Accepted, long Declined, long Closed, long? Conversations, long? Orders);

public sealed record InvitationDay(DateTimeOffset Day, InvitationCounts Counts);
