using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using NodaTime;
using static Kanal.Decisions.Tests.Menus.Desk;

namespace Kanal.Decisions.Tests.Menus;

public sealed class InvitationTests
{
    static readonly ChannelStrategy Strategy = Offering(
        """ "offer":["chat","email"],"invite":{"on":["formError","hesitation"],"text":"checkout"}""",
        ""","invitations":{"coolDownHours":24,"excludedPages":["*/terms*"]}""");

    static FactValues Hesitant => Visitor().Put("signals", [Signals.Hesitation]).Put("visit.seconds", 120).Put("page", "/pay");

    [Fact]
    public void A_signal_that_the_rule_names_invites_to_whoever_is_free()
    {
        var decided = Invited(Hesitant);
        Assert.Equal(new InvitationDecision(InvitationStanding.Invites, "hesitation", "chat", "checkout"), decided);
        Assert.Equal("formError", Invited(Hesitant.Put("signals", [Signals.Hesitation, Signals.FormError])).Signal);
    }

    [Fact]
    public void Without_a_signal_or_a_rule_for_it_nobody_is_invited()
    {
        Assert.Equal(InvitationStanding.NoSignal, Invited(Visitor().Put("visit.seconds", 500)).Standing);
        Assert.Equal(InvitationStanding.NoRule, Invited(Hesitant.Put("signals", [Signals.Leaving])).Standing);
        Assert.Equal(InvitationStanding.NoRule, Ask(Offering(""" "offer":["chat"]"""), Live(), Hesitant).Invitation.Standing);
    }

    [Fact]
    public void Only_where_somebody_in_the_menu_is_really_free_now()
    {
        Assert.Equal(InvitationStanding.NobodyFree, Invited(Hesitant, Live(Chat.Waiting(60))).Standing);
        Assert.Equal(InvitationStanding.NobodyFree, Invited(Hesitant, Live(Chat with { Staffed = false })).Standing);
    }

    [Fact]
    public void Never_within_the_first_half_minute_and_sooner_for_those_who_come_again()
    {
        Assert.Equal(InvitationStanding.TooSoon, Invited(Hesitant.Put("visit.seconds", 119)).Standing);
        Assert.Equal(InvitationStanding.Invites, Invited(Hesitant.Put("visit.seconds", 60).Put("visit.returning", true)).Standing);
        Assert.Equal(InvitationStanding.TooSoon, Invited(Visitor().Put("signals", [Signals.Hesitation])).Standing);
        var eager = Kanal.Decisions.Tests.Strategy.Strategies.Of("");
        var rule = eager.Rules[0]! with { Invite = new InviteDefinition { On = [Signals.Hesitation], Text = "x", AfterSeconds = 30 } };
        Assert.Equal(InvitationStanding.TooSoon, Ask(Kanal.Decisions.Tests.Strategy.Strategies.Read(eager with { Rules = [rule] }), Live(), Hesitant.Put("visit.seconds", 29)).Invitation.Standing);
    }

    [Fact]
    public void Once_a_visit_unless_answered() =>
        Assert.Equal(InvitationStanding.AlreadyInvited, Invited(Hesitant, history: new InvitationHistory { Unanswered = true }).Standing);

    [Theory]
    [InlineData(23.9, InvitationStanding.CoolingDown)]
    [InlineData(24, InvitationStanding.Invites)]
    public void Never_within_a_day_of_a_no(double hours, InvitationStanding standing) =>
        Assert.Equal(standing, Invited(Hesitant, history: new InvitationHistory { RefusedAt = Now - Duration.FromHours(hours) }).Standing);

    [Fact]
    public void Never_on_pages_that_the_site_excludes() =>
        Assert.Equal(InvitationStanding.ExcludedPage, Invited(Hesitant.Put("page", "/da/terms.html")).Standing);

    static InvitationDecision Invited(FactValues facts, LiveState? live = null, InvitationHistory? history = null) =>
        Strategy.Decide(new MenuQuestion("v", "1", facts) { Invitations = history ?? new() }, live ?? Live(), 0.5, Now).Invitation;
}
