using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>Decides on an invitation, once the menu is known: only what is in it, and only where somebody is free this moment.</summary>
static class Inviting
{
    // Whatever a rule says: within the first half minute nobody wishes to be spoken to.
    const double Soonest = 30;

    /// <param name="free">A live channel of the menu in which somebody is free.</param>
    public static InvitationDecision Decide(MenuQuestion question, ChannelStrategy strategy, StrategyRule rule, string? free, Instant now)
    {
        var signals = question.Facts.Texts(MenuFacts.Signals);
        if (signals.Count == 0)
        {
            return InvitationDecision.NoSignal;
        }

        if (rule.Definition.Invite is not { } invite || SignalOf(invite, signals) is not { } signal)
        {
            return InvitationDecision.No(InvitationStanding.NoRule);
        }

        if (question.Facts.TryText(MenuFacts.Page, out var page) && strategy.Excludes(page))
        {
            return InvitationDecision.No(InvitationStanding.ExcludedPage, signal);
        }

        if (!(question.Facts.TryNumber(MenuFacts.VisitSeconds, out var seconds) && seconds >= After(invite, question.Facts)))
        {
            return InvitationDecision.No(InvitationStanding.TooSoon, signal);
        }

        if (question.Invitations.Unanswered)
        {
            return InvitationDecision.No(InvitationStanding.AlreadyInvited, signal);
        }

        if (question.Invitations.RefusedAt is { } refused && now - refused < Duration.FromHours(strategy.Definition.Invitations.CoolDownHours))
        {
            return InvitationDecision.No(InvitationStanding.CoolingDown, signal);
        }

        return free is not null
            ? new InvitationDecision(InvitationStanding.Invites, signal, free, invite.Text)
            : InvitationDecision.No(InvitationStanding.NobodyFree, signal);
    }

    static string? SignalOf(InviteDefinition invite, IReadOnlyList<string> signals)
    {
        foreach (var signal in invite.On)
        {
            if (signals.Contains(signal))
            {
                return signal;
            }
        }

        return null;
    }

    static double After(InviteDefinition invite, FactValues facts) =>
        Math.Max(Soonest, facts.Is(MenuFacts.Returning) ? invite.AfterSecondsReturning : invite.AfterSeconds);
}
