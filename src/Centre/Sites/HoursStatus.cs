namespace Kanal.Centre.Sites;

/// <summary>Open or not, at one moment.</summary>
/// <param name="OpensAt">The next opening, while closed; null where none is in sight (400 days).</param>
/// <param name="ClosesAt">The next closing, while open; null where none is in sight.</param>
/// <param name="Reason">Why it is closed, where that has a name: a holiday, a special day or the switch "close now".</param>
public sealed record HoursStatus(bool Open, DateTimeOffset? OpensAt = null, DateTimeOffset? ClosesAt = null, string? Reason = null);
