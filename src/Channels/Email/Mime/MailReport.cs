namespace Kanal.Channels.Email.Mime;

/// <summary>What became of a message at one of its recipients (RFC 3464).</summary>
/// <param name="Action">failed, delayed, delivered, relayed or expanded; in small letters.</param>
/// <param name="Status">Such as 5.1.1; null where it was not told.</param>
/// <param name="Diagnostic">What the other server said.</param>
public sealed record MailDelivery(string Address, string Action, string? Status, string? Diagnostic);

/// <summary>A report about a message sent earlier.</summary>
/// <param name="About">The Message-ID of that message, as far as it came back with the report.</param>
public sealed record MailReport(IReadOnlyList<MailDelivery> Deliveries, string? About);
