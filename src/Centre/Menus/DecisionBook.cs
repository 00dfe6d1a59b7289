using Kanal.Centre.Storage;

namespace Kanal.Centre.Menus;

/// <summary>Decisions in the table.</summary>
public sealed class DecisionBook(Database database, TimeProvider time)
{
    /// <summary>How long what nothing came of is kept.</summary>
    internal const int KeptDays = 30;

    static readonly TimeSpan _kept = TimeSpan.FromDays(KeptDays);

    internal Task WriteAsync(IReadOnlyList<KeptDecision> decisions, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        foreach (var (menu, mark, conversation) in decisions)
        {
            var (visitor, view) = (menu.Question.Visitor, menu.Question.PageView);
            await sql.ExecuteAsync("""
                insert into decisions (id, site_id, decided_at, version, visitor, page_view, digest, arm, experiment_id, experiment_arm, rule, page, channels, recommended, invitation, record)
                values (@Id, @site, @At, @version, @visitor, @view, @mark, @arm, @experiment, @experimentArm, @rule, @page, @channels, @recommended, @invitation, @record)
                on conflict (visitor, page_view, digest) do nothing
                """, new
            {
                menu.Id,
                site = menu.Now.Site.Id,
                menu.At,
                version = menu.Strategy.Version,
                visitor,
                view,
                mark,
                arm = menu.Decision.Arm.Text(),
                experiment = menu.Experiment?.Experiment,
                experimentArm = menu.Experiment?.Arm,
                rule = menu.Decision.Rule,
                page = menu.Question.Facts.Text("page"),
                channels = string.Join(',', menu.Decision.Entries.Select(entry => entry.Channel)),
                recommended = menu.Decision.Entries.First(entry => entry.Recommended).Channel,
                invitation = menu.Decision.Invitation.Standing.Text(),
                record = menu.ToRecord().ToJson(),
            });
            if (conversation is not null)
            {
                await sql.ExecuteAsync("""
                    insert into conversation_decisions (conversation_id, decision_id)
                    select @conversation, id from decisions where visitor = @visitor and page_view = @view and digest = @mark
                    on conflict (conversation_id) do nothing
                    """, new { conversation, visitor, view, mark });
            }
        }
    }, ct);

    /// <summary>Takes away what is old and led to nothing.</summary>
    internal Task ForgetAsync(CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        "delete from decisions where decided_at < @before and not exists (select 1 from conversation_decisions c where c.decision_id = decisions.id)", new { before = time.GetUtcNow() - _kept }), ct);

    /// <summary>Null where it did not come from a menu.</summary>
    internal Task<DecisionRow?> OfConversationAsync(Id conversation, CancellationToken ct) => database.ReadAsync(async sql =>
        await sql.FirstAsync<Id?>("select id from conversations where id = @conversation", new { conversation }) is null
            ? throw RefusedException.NotFound("conversation")
            : await sql.FirstAsync<DecisionRow>($"{DecisionRow.Select} join conversation_decisions c on c.decision_id = d.id where c.conversation_id = @conversation", new { conversation }), ct);

    /// <summary>The last one that was shown to a visitor; null where none was kept.</summary>
    internal Task<DecisionRow?> LatestAsync(Id site, string visitor, DateTimeOffset since, CancellationToken ct) => database.ReadAsync(sql => sql.FirstAsync<DecisionRow>(
        $"{DecisionRow.Select} where d.visitor = @visitor and d.site_id = @site and d.decided_at >= @since order by d.decided_at desc, d.id desc limit 1", new { visitor, site, since }), ct);

    /// <summary>A conversation came of it.</summary>
    internal Task JoinAsync(Id decision, Id conversation, CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync(
        "insert into conversation_decisions (conversation_id, decision_id) values (@conversation, @decision) on conflict (conversation_id) do nothing", new { conversation, decision }), ct);

    internal Task<DecisionRow?> FindAsync(Id id, CancellationToken ct) => database.ReadAsync(sql => sql.FirstAsync<DecisionRow>($"{DecisionRow.Select} where d.id = @id", new { id }), ct);

    /// <summary>What a customer was shown, the latest first.</summary>
    public async Task<List<BriefDecision>> OfCustomerAsync(Id customer, Id? before, int limit, CancellationToken ct) => (await database.ReadAsync(sql => sql.QueryAsync<DecisionRow>(
        $"""
        {DecisionRow.Select} where (@before is null or d.id < @before) and d.id in (
            select s.id from decisions s join addresses a on a.value = s.visitor and a.kind = 'browser' and a.site_id = s.site_id where a.customer_id = @customer
            union select j.decision_id from conversation_decisions j join conversations c on c.id = j.conversation_id where c.customer_id = @customer)
        order by d.id desc limit @limit
        """, new { customer, before = before?.Value, limit }), ct)).ConvertAll(row => row.ToBrief());
}
