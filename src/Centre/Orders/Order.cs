using Kanal.Centre.Storage;

namespace Kanal.Centre.Orders;

/// <summary>What a customer has ordered.</summary>
public sealed record Order
{
    public required Id Id { get; init; }

    /// <summary>The business's own number for it.</summary>
    public required string Number { get; init; }

    public required double Value { get; init; }

    /// <summary>ISO 4217; null where nobody said.</summary>
    public string? Currency { get; init; }

    public int? Items { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who told us.</summary>
    public required OrderSource Source { get; init; }

    public Id? Customer { get; init; }

    /// <summary>Whether we know from which browser.</summary>
    public required bool FromVisitor { get; init; }

    /// <summary>The conversations with this customer of the seven days before it.</summary>
    public required IReadOnlyList<Id> Conversations { get; init; }
}

public enum OrderSource
{
    /// <summary>The visitor's own page, which anybody can make say anything.</summary>
    Page,

    /// <summary>The business's own server.</summary>
    Business,
}

/// <summary>An order as it is told, already checked.</summary>
/// <param name="At">When it was ordered; null where that was not said.</param>
/// <param name="Visitor">Digest of the browser's token.</param>
public sealed record OrderReport(string Number, double Value, string? Currency, int? Items, DateTimeOffset? At, OrderSource Source, string? Visitor)
{
    public Id? Customer { get; init; }

    /// <summary>An address of the customer's.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the visitor agreed to be known from visit to visit; without it only a browser that has written to us is kept with the order.</summary>
    public bool MayKeepVisitor { get; init; }
}

/// <summary>What a conversation or a customer's card tells of an order.</summary>
public sealed record OrderBrief
{
    public required string Number { get; init; }

    public required double Value { get; init; }

    public string? Currency { get; init; }

    public int? Items { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>page: told by the visitor's page, and not confirmed by the business.</summary>
    public required OrderSource Source { get; init; }
}
