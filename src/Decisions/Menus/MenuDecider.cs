using Kanal.Decisions.Experiments;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>Decides which ways of contact a visitor is shown. The same question in the same state has the same answer.</summary>
public static class MenuDecider
{
    /// <param name="chance">From 0 to 1, drawn or hashed for this visitor: who is let in though not worth it.</param>
    public static MenuDecision Decide(this ChannelStrategy strategy, MenuQuestion question, LiveState live, double chance, Instant now)
    {
        var draft = new MenuDraft();
        Draft(strategy, draft, question, live, chance, now);
        return draft.Decision(Invitation(strategy, draft, question, now));
    }

    /// <summary>The same, as far as it is known before it is written down: for who wants to know what is in it and not why.</summary>
    internal static void Draft(this ChannelStrategy strategy, MenuDraft draft, MenuQuestion question, LiveState live, double chance, Instant now)
    {
        var arm = ArmOf(strategy, question);
        if (arm != MenuArm.Treated)
        {
            draft.Plain(question, live, strategy.PlainRule, arm);
        }
        else
        {
            var rule = strategy.RuleFor(question.Facts);
            draft.Offer(question, live, rule, new Weighing(strategy, rule, question, chance, now));
        }
    }

    internal static InvitationDecision Invitation(this ChannelStrategy strategy, MenuDraft draft, MenuQuestion question, Instant now) =>
        draft.By is { } rule ? Inviting.Decide(question, strategy, rule, draft.FreeNow, now) : InvitationDecision.NotInThisArm;

    // Before any rule, so that nothing that rules see can have a hand in it.
    static MenuArm ArmOf(ChannelStrategy strategy, MenuQuestion question) =>
        question.Facts.Is(MenuFacts.Bot) ? MenuArm.Bot
        : strategy.Definition.Holdout is { } holdout && ArmChoice.Place(question.Visitor, holdout.Salt) < holdout.Share ? MenuArm.Holdout
        : MenuArm.Treated;
}
