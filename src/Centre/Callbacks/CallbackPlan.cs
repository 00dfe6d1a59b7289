using Kanal.Centre.Sites;

namespace Kanal.Centre.Callbacks;

/// <summary>When a call is made: kept back until a time, and before the line from another.</summary>
/// <param name="DueAt">Null where it takes its place in line.</param>
sealed record CallbackPlan(CallbackKind Kind, DateTimeOffset? SlotAt, DateTimeOffset NotBefore, DateTimeOffset? DueAt)
{
    /// <summary>A booked time is kept where the call is on somebody's desk some minutes into its quarter.</summary>
    static readonly TimeSpan _grace = TimeSpan.FromMinutes(5);

    public static CallbackPlan For(Site site, DateTimeOffset? slot, DateTimeOffset now) => slot is { } start
        ? new(CallbackKind.Slot, start, start, start + _grace)
        : new(CallbackKind.KeepPlace, null, site.OpenFrom(now) ?? now, null);

    /// <summary>The next attempt, in opening hours.</summary>
    public static (DateTimeOffset NotBefore, DateTimeOffset DueAt) Again(Site site, DateTimeOffset now)
    {
        var wanted = now.AddMinutes(site.Callback.PauseMinutes);
        var next = site.OpenFrom(wanted) ?? wanted;
        return (next, next + _grace);
    }

    public bool IsLater(DateTimeOffset now) => NotBefore > now;
}
