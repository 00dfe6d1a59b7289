using Kanal.Centre.Conversations;
using Kanal.Centre.Customers;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Orders;

/// <summary>Takes down what customers order, each order once, and says which conversations went before it.</summary>
public sealed class OrderBook(Database database, IdSource ids, Lines lines, TimeProvider time)
{
    /// <summary>An order within this after a contact is told on the conversation.</summary>
    public static readonly TimeSpan After = TimeSpan.FromDays(7);

    const int Most = 200;

    /// <summary>
    /// Told again, an order stays the one it is. The business's own word stands above that of a page, and above an earlier one of its own.
    /// </summary>
    /// <returns>The order, and whether it is new.</returns>
    public async Task<(Order Order, bool IsNew)> TakeAsync(Site site, OrderReport report, CancellationToken ct)
    {
        List<Line> told = [];
        var (order, isNew) = await database.WriteAsync(async sql =>
        {
            told = [];
            var now = time.GetUtcNow();
            var customer = await CustomerAsync(sql, site.Id, report);
            var before = await FindAsync(sql, site.Id, report.Number);
            if (before is not null && report.Source == OrderSource.Page)
            {
                return (before.ToOrder(await ContactsAsync(sql, before.Id)), false);
            }

            var id = before?.Id ?? ids.Next(now);
            await sql.ExecuteAsync("""
                insert into orders (id, site_id, number, value, currency, items, visitor, customer_id, source, ordered_at, told_at)
                values (@id, @site, @Number, @Value, @Currency, @Items, @Visitor, @customer, @source, @At, @now)
                on conflict (site_id, number) do update set value = excluded.value, currency = coalesce(excluded.currency, orders.currency),
                    items = coalesce(excluded.items, orders.items), visitor = coalesce(excluded.visitor, orders.visitor),
                    customer_id = coalesce(excluded.customer_id, orders.customer_id), source = excluded.source, ordered_at = case when @dated then excluded.ordered_at else orders.ordered_at end
                """, new { id, site = site.Id, report.Number, report.Value, report.Currency, report.Items, Visitor = report.MayKeepVisitor || customer is not null ? report.Visitor : null, customer, source = report.Source.Text(), At = report.At ?? now, dated = report.At is not null, now });
            var order = await FindAsync(sql, site.Id, report.Number) ?? throw new InvalidOperationException("An order written a moment ago is not there.");
            told = await LinkAsync(sql, order);
            return (order.ToOrder(await ContactsAsync(sql, order.Id)), before is null);
        }, ct);
        told.ForEach(lines.Tell);
        return (order, isNew);
    }

    /// <summary>The latest first.</summary>
    public Task<List<Order>> ListAsync(Id site, int limit, Id? before, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var rows = await sql.QueryAsync<OrderRow>(
            $"select {OrderRow.Columns} from orders where site_id = @site and id < @before order by id desc limit @limit",
            new { site, before = before ?? new Id(long.MaxValue), limit = Math.Clamp(limit, 1, Most) });
        List<Order> orders = [];
        foreach (var row in rows)
        {
            orders.Add(row.ToOrder(await ContactsAsync(sql, row.Id)));
        }

        return orders;
    }, ct);

    static Task<OrderRow?> FindAsync(Sql sql, Id site, string number) =>
        sql.FirstAsync<OrderRow>($"select {OrderRow.Columns} from orders where site_id = @site and number = @number", new { site, number });

    static Task<List<Id>> ContactsAsync(Sql sql, Id order) =>
        sql.QueryAsync<Id>("select conversation_id from order_contacts where order_id = @order order by conversation_id", new { order });

    static async Task<Id?> CustomerAsync(Sql sql, Id site, OrderReport report)
    {
        if (report.Customer is { } named)
        {
            return await sql.FirstAsync<Id?>("select id from customers where id = @named and site_id = @site", new { named, site })
                ?? throw RefusedException.Invalid("customer", "There is no such customer on this site.");
        }

        return (report.Email is { } email ? await CustomerDirectory.FindAsync(sql, site, AddressKind.Email, email) : null)
            ?? (report.Visitor is { } visitor ? await CustomerDirectory.FindAsync(sql, site, AddressKind.Browser, visitor) : null);
    }

    // By the customer, and by the browser: whoever wrote from it before they signed in is the same buyer.
    async Task<List<Line>> LinkAsync(Sql sql, OrderRow order)
    {
        var contacts = await sql.QueryAsync<Id>("""
            select c.id from conversations c
            where (c.customer_id = @CustomerId or (c.site_id = @SiteId and c.visitor = @Visitor)) and c.opened_at <= @OrderedAt
                and exists (select 1 from messages m where m.conversation_id = c.id and m.sent_at >= @earliest and m.sent_at <= @OrderedAt)
            order by c.id
            """, new { order.CustomerId, order.SiteId, order.Visitor, order.OrderedAt, earliest = order.OrderedAt - After });
        List<Line> told = [];
        foreach (var conversation in contacts)
        {
            if (await sql.ChangesOneAsync("insert into order_contacts (order_id, conversation_id) values (@Id, @conversation) on conflict do nothing", new { order.Id, conversation }))
            {
                told.Add(await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Ordered) { Order = Brief(order) })));
            }
        }

        return told;
    }

    static OrderBrief Brief(OrderRow row) => new() { Number = row.Number, Value = row.Value, Currency = row.Currency, Items = row.Items, At = row.OrderedAt, Source = row.Source };
}
