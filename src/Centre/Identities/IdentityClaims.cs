using Kanal.Decisions.Facts;

namespace Kanal.Centre.Identities;

/// <summary>What a site's own server has signed about its visitor.</summary>
/// <param name="Subject">By what the site knows the customer; never another's.</param>
public sealed record IdentityClaims(string Subject)
{
    public string? Email { get; init; }

    /// <summary>The site has made sure that the address is theirs.</summary>
    public bool EmailVerified { get; init; }

    public string? Name { get; init; }

    /// <summary>Such as "gold".</summary>
    public string? Group { get; init; }

    /// <summary>What the customer is worth to the business, in its money.</summary>
    public double? Value { get; init; }

    /// <summary>beginner or expert.</summary>
    public string? Expertise { get; init; }

    /// <summary>How many orders the business has of them.</summary>
    public double? Orders { get; init; }

    /// <summary>What of it can't be believed and is not known.</summary>
    public IReadOnlyList<FactFault> Faults { get; init; } = [];

    // An address in a log is one too many.
    public override string ToString() => $"identity of {Subject.Length} letters";
}
