namespace Kanal.Decisions.Routing;

/// <summary>A conversation that is to be queued, and what the rules in force say of it.</summary>
/// <param name="Since">When its waiting began, in ticks.</param>
readonly record struct Newcomer(long Id, Matter Matter, Treatment Treatment, long Since, CallbackTerms? Callback)
{
    public long? PreferredAgent { get; init; }

    public long? NotAgent { get; init; }

    /// <summary>Nobody has heard of it before: it neither waits nor is anybody's.</summary>
    public bool IsNew { get; init; }

    /// <summary>Anybody may have it, at once.</summary>
    public bool IsPlain => Callback is null && PreferredAgent is null && NotAgent is null;
}
