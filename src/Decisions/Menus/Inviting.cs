using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>Decides on an invitation, once the menu is known: only what is in it, and only where somebody is free this moment.</summary>
static class Inviting
{
    // Whatever a rule says: within the first half minute nobody wishes to be spoken to.
    const double Soonest = 30;

    public static InvitationDecision Decide(MenuQuestion question, ChannelStrategy strategy, StrategyRule rule, IReadOnlyList<DecidedEntry> entries, Instant now)
    {
        var signals = question.Facts.Texts("signals");
        if (signals.Count == 0)
        {
            return InvitationDecision.No(InvitationStanding.NoSignal);
        }

        if (rule.Definition.Invite is not { } invite || SignalOf(invite, signals) is not { } signal)
        {
            return InvitationDecision.No(InvitationStanding.NoRule);
        }

        if (question.Facts.Text("page") is { } page && strategy.Excludes(page))
        {
            return InvitationDecision.No(InvitationStanding.ExcludedPage, signal);
        }

        if (!(question.Facts.Number("visit.seconds") >= After(invite, question.Facts)))
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

        return entries.FirstOrDefault(entry => entry.Wait == WaitKind.Now) is { } free
            ? new InvitationDecision(InvitationStanding.Invites, signal, free.Channel, invite.Text)
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
        Math.Max(Soonest, facts.Is("visit.returning") ? invite.AfterSecondsReturning : invite.AfterSeconds);
}
