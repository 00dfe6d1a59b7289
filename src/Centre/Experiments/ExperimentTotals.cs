using Kanal.Centre.Orders;
using Kanal.Centre.Storage;
using Kanal.Decisions.Experiments;

namespace Kanal.Centre.Experiments;

/// <summary>
/// Counts what became of the visitors of each arm, from the day each was met: read from orders and conversations themselves, so that
/// nothing can be counted twice, whatever was killed in between.
/// </summary>
sealed record ExperimentTotals(IReadOnlyList<ArmTotals> Arms, string? Currency, long OtherCurrencies, long ByPage)
{
    public static async Task<ExperimentTotals> ReadAsync(Sql sql, ExperimentRow row, DateTimeOffset until)
    {
        var asked = new { id = row.Id, site = row.SiteId, start = row.StartedAt, until, earliest = IdSource.Earliest(row.StartedAt ?? until) };
        var visitors = (await sql.QueryAsync<VisitorsRow>("select arm, count(*) as visitors from experiment_visitors where experiment_id = @id group by arm", asked)).ToDictionary(its => its.Arm, its => its.Visitors);
        var orders = (await sql.QueryAsync<OrderOf>("""
            select o.id, o.value, o.currency, o.source, v.visitor, v.arm, v.met_at
            from orders o join experiment_visitors v on v.experiment_id = @id and v.visitor = o.visitor
            where o.site_id = @site and o.ordered_at >= @start and o.ordered_at >= v.met_at and o.ordered_at <= @until
            union all
            select o.id, o.value, o.currency, o.source, v.visitor, v.arm, v.met_at
            from orders o join addresses a on a.customer_id = o.customer_id and a.kind = 'browser'
            join experiment_visitors v on v.experiment_id = @id and v.visitor = a.value
            where o.site_id = @site and o.visitor is null and o.ordered_at >= @start and o.ordered_at >= v.met_at and o.ordered_at <= @until
            """, asked))
            // Somebody with two browsers has ordered once: from the one that was met first.
            .GroupBy(order => order.Id).Select(same => same.MinBy(order => (order.MetAt, order.Visitor)) ?? same.First()).ToList();
        var contacts = await sql.QueryAsync<ContactOf>("""
            select v.visitor, v.arm, c.channel, count(*) as times
            from conversations c join experiment_visitors v on v.experiment_id = @id and v.visitor = c.visitor
            where c.site_id = @site and c.id >= @earliest and c.opened_at >= v.met_at and c.opened_at <= @until group by v.visitor, v.arm, c.channel
            """, asked);
        var currency = orders.GroupBy(order => order.Currency).MaxBy(same => same.Count())?.Key;
        var economy = Json.To<ExperimentEconomy>(row.Economy);
        var arms = row.Plans.Select((_, arm) => Of(visitors.GetValueOrDefault(arm), [.. orders.Where(order => order.Arm == arm)], [.. contacts.Where(contact => contact.Arm == arm)], currency, economy));
        return new ExperimentTotals([.. arms], currency, orders.Count(order => order.Currency != currency), orders.Count(order => order.Source == OrderSource.Page));
    }

    static ArmTotals Of(long visitors, List<OrderOf> orders, List<ContactOf> contacts, string? currency, ExperimentEconomy? economy)
    {
        var earned = new Dictionary<string, double>();
        var (revenue, cost, times) = (0.0, 0.0, 0L);
        foreach (var order in orders.Where(order => order.Currency == currency))
        {
            revenue += order.Value;
            earned[order.Visitor] = earned.GetValueOrDefault(order.Visitor) + order.Value * (economy?.MarginShare ?? 0);
        }

        foreach (var contact in contacts)
        {
            var each = (economy?.Costs.GetValueOrDefault(contact.Channel) ?? 0) * contact.Times;
            times += contact.Times;
            cost += each;
            earned[contact.Visitor] = earned.GetValueOrDefault(contact.Visitor) - each;
        }

        return new ArmTotals(visitors, orders.DistinctBy(order => order.Visitor).Count(), revenue, times, cost) { Net = earned.Values.Sum(), NetSquares = earned.Values.Sum(each => each * each) };
    }

    sealed record VisitorsRow
    {
        public int Arm { get; init; }
        public long Visitors { get; init; }
    }

    sealed record OrderOf
    {
        public Id Id { get; init; }
        public double Value { get; init; }
        public string? Currency { get; init; }
        public OrderSource Source { get; init; }
        public string Visitor { get; init; } = "";
        public int Arm { get; init; }
        public DateTimeOffset MetAt { get; init; }
    }

    sealed record ContactOf
    {
        public string Visitor { get; init; } = "";
        public int Arm { get; init; }
        public string Channel { get; init; } = "";
        public long Times { get; init; }
    }
}
