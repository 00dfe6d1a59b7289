using Kanal.Centre.Storage;

namespace Kanal.Centre.Orders;

/// <summary>The orders that a conversation or a customer's card tells of.</summary>
static class OrderList
{
    const int Most = 20;
    const string Columns = "o.number, o.value, o.currency, o.items, o.ordered_at as at, o.source";

    public static Task<List<OrderBrief>> OfConversationAsync(Sql sql, Id conversation) => sql.QueryAsync<OrderBrief>(
        $"select {Columns} from order_contacts t join orders o on o.id = t.order_id where t.conversation_id = @conversation order by o.ordered_at desc, o.id desc limit {Most}", new { conversation });

    public static Task<List<OrderBrief>> OfCustomerAsync(Sql sql, Id customer) => sql.QueryAsync<OrderBrief>(
        $"select {Columns} from orders o where o.customer_id = @customer order by o.ordered_at desc, o.id desc limit {Most}", new { customer });
}
