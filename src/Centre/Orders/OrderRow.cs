using Kanal.Centre.Storage;

namespace Kanal.Centre.Orders;

/// <summary>An order as the table has it.</summary>
sealed record OrderRow
{
    public const string Columns = "id, site_id, number, value, currency, items, visitor, customer_id, source, ordered_at, told_at";

    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public string Number { get; init; } = "";
    public double Value { get; init; }
    public string? Currency { get; init; }
    public int? Items { get; init; }
    public string? Visitor { get; init; }
    public Id? CustomerId { get; init; }
    public OrderSource Source { get; init; }
    public DateTimeOffset OrderedAt { get; init; }
    public DateTimeOffset ToldAt { get; init; }

    public Order ToOrder(IReadOnlyList<Id> conversations) => new()
    {
        Id = Id,
        Number = Number,
        Value = Value,
        Currency = Currency,
        Items = Items,
        At = OrderedAt,
        Source = Source,
        Customer = CustomerId,
        FromVisitor = Visitor is not null,
        Conversations = conversations,
    };
}
