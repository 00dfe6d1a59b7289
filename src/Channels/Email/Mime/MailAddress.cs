namespace Kanal.Channels.Email.Mime;

/// <summary>One mailbox of an address field.</summary>
/// <param name="Name">As it would be shown; null where there is none.</param>
/// <param name="Address">Without angle brackets, comments and route; as it was written, so compare without regard to case.</param>
public sealed record MailAddress(string? Name, string Address);
