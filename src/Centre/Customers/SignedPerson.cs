namespace Kanal.Centre.Customers;

/// <summary>Who somebody is, as the site's own server has signed it.</summary>
/// <param name="Account">By what the site knows them.</param>
/// <param name="Email">Theirs for certain; null where the site is not sure.</param>
public sealed record SignedPerson(string Account, string? Email, string? Name);
