using Kanal.Centre.Customers;
using Kanal.Centre.Storage;
using Kanal.Decisions.Facts;

namespace Kanal.Centre.Identities;

/// <summary>A visitor whose identity the site has signed, with what we know of them ourselves.</summary>
/// <param name="Customer">Theirs, where they have one here already.</param>
public sealed record VisitorIdentity(IdentityClaims Claims, Id? Customer)
{
    internal CustomerPast Past { get; init; } = new();

    internal DateTimeOffset Now { get; init; }

    /// <summary>What of the identity can't be believed; the rest holds.</summary>
    public IReadOnlyList<FactFault> Faults => Claims.Faults;

    /// <summary>Whom the conversation belongs to that starts with it.</summary>
    public SignedPerson Person => new(Claims.Subject, Claims.EmailVerified ? Claims.Email : null, Claims.Name);

    /// <summary>Puts all that is known under <c>customer.</c>; what the site signed comes before what we wrote down.</summary>
    public FactValues Put(FactValues facts)
    {
        facts.Put("customer.known", true)
            .Put("customer.group", Claims.Group ?? Past.Group)
            .Put("customer.expertise", Claims.Expertise)
            .Put("customer.orders", Claims.Orders ?? Past.Orders)
            .Put("customer.contacts", Past.Contacts)
            .Put("customer.openConversations", Past.OpenConversations)
            .Put("customer.lastOutcome", Past.LastOutcome)
            .Put("customer.channels", Past.Channels);
        if (Claims.Value is { } value)
        {
            facts.Put("customer.value", value);
        }

        return Past.LastAt is { } last ? facts.Put("customer.lastContactHours", Math.Max(0, (Now - last).TotalHours)) : facts;
    }
}

/// <summary>What a customer has had to do with us.</summary>
sealed record CustomerPast
{
    public string? Group { get; init; }
    public long Orders { get; init; }
    public long Contacts { get; init; }
    public long OpenConversations { get; init; }
    public DateTimeOffset? LastAt { get; init; }
    public string? LastOutcome { get; init; }
    public IReadOnlyList<string> Channels { get; init; } = [];
}
