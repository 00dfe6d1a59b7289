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
        var arm = ArmOf(strategy, question);
        if (arm != MenuArm.Treated)
        {
            return new MenuDraft(question, live, strategy.PlainRule).Plain(arm);
        }

        var rule = strategy.RuleFor(question.Facts);
        var weighing = new Weighing(strategy, rule, question, chance, now);
        var draft = new MenuDraft(question, live, rule).Offer(weighing);
        return draft with { Invitation = Inviting.Decide(question, strategy, rule, draft.Entries, now) };
    }

    // Before any rule, so that nothing that rules see can have a hand in it.
    static MenuArm ArmOf(ChannelStrategy strategy, MenuQuestion question) =>
        question.Facts.Is("bot") ? MenuArm.Bot
        : strategy.Definition.Holdout is { } holdout && ArmChoice.Place(question.Visitor, holdout.Salt) < holdout.Share ? MenuArm.Holdout
        : MenuArm.Treated;
}
