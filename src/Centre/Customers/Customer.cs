using Kanal.Centre.Conversations;
using Kanal.Centre.Orders;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Customers;

/// <summary>A customer in a list.</summary>
public sealed record CustomerSummary
{
    public required Id Id { get; init; }

    public required Id Site { get; init; }

    public string? Name { get; init; }

    public string? Language { get; init; }

    /// <summary>One of the addresses where they can be reached.</summary>
    public string? Address { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }
}

/// <summary>A customer with all that is known of them.</summary>
public sealed record Customer
{
    public required Id Id { get; init; }

    public required Id Site { get; init; }

    public string? Name { get; init; }

    public string? Language { get; init; }

    /// <summary>Such as "VIP"; null for most.</summary>
    public string? Group { get; init; }

    /// <summary>How much their conversations weigh against others, 1 to 10; null: as their topic or queue has it.</summary>
    public int? Value { get; init; }

    /// <summary>What agents wrote down, for agents.</summary>
    public required string Notes { get; init; }

    public required IReadOnlyList<CustomerAddress> Addresses { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The latest twenty.</summary>
    public required IReadOnlyList<OrderBrief> Orders { get; init; }

    /// <summary>The latest fifty.</summary>
    public required IReadOnlyList<ConversationSummary> Conversations { get; init; }
}

/// <summary>Where a customer can be reached or was recognised.</summary>
/// <param name="Value">Of a browser only its first letters, enough to tell two apart.</param>
/// <param name="Verified">True when it is proven to be theirs.</param>
public sealed record CustomerAddress(AddressKind Kind, string Value, bool Verified);

/// <summary>What an agent knows of a customer. What is left out stays as it is; an empty text takes it away.</summary>
/// <param name="Group">Such as "VIP".</param>
/// <param name="Value">1 to 10; 0 takes it away.</param>
public sealed record CustomerRequest(string? Name = null, string? Notes = null, string? Language = null, string? Group = null, int? Value = null);

/// <param name="Kind">Email or phone.</param>
public sealed record AddressRequest(AddressKind Kind, string Value);
