namespace Kanal.Decisions.Menus;

/// <summary>Whether the visitor is spoken to first.</summary>
/// <param name="Standing">Why, or why not.</param>
/// <param name="Signal">The signal it answers.</param>
/// <param name="Channel">The way that is offered, where somebody is really free.</param>
/// <param name="Text">Names its text.</param>
public sealed record InvitationDecision(InvitationStanding Standing, string? Signal = null, string? Channel = null, string? Text = null)
{
    public bool Invites => Standing == InvitationStanding.Invites;

    /// <summary>As nearly always.</summary>
    internal static InvitationDecision NoSignal { get; } = new(InvitationStanding.NoSignal);

    internal static InvitationDecision NotInThisArm { get; } = new(InvitationStanding.NotInThisArm);

    internal static InvitationDecision No(InvitationStanding standing, string? signal = null) => new(standing, signal);
}

public enum InvitationStanding
{
    Invites,

    /// <summary>Nothing to answer to.</summary>
    NoSignal,

    /// <summary>The rule does not invite, or not on this signal.</summary>
    NoRule,

    /// <summary>The holdout and programs are not invited.</summary>
    NotInThisArm,

    ExcludedPage,

    /// <summary>Not long enough on the site.</summary>
    TooSoon,

    /// <summary>Invited in this visit already, without an answer.</summary>
    AlreadyInvited,

    /// <summary>Said no not long ago.</summary>
    CoolingDown,

    /// <summary>Nobody is free this moment.</summary>
    NobodyFree,
}
