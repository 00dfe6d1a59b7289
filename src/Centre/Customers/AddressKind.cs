namespace Kanal.Centre.Customers;

/// <summary>Where a customer can be reached or was recognised.</summary>
public enum AddressKind
{
    /// <summary>The digest of the token that a browser keeps.</summary>
    Browser,
    Email,
    Phone,

    /// <summary>By what the site itself knows the customer, as its server has signed it.</summary>
    Account,
}
