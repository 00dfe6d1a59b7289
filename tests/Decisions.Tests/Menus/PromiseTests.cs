using Kanal.Decisions.Experiments;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;
using static Kanal.Decisions.Tests.Menus.Desk;

namespace Kanal.Decisions.Tests.Menus;

/// <summary>Can the promise be kept, and who takes no part.</summary>
public sealed class PromiseTests
{
    static readonly ChannelStrategy Strategy = Offering(""" "offer":["chat","email"],"waitLimitSeconds":60,"otherwise":["callback","email"]""");

    [Fact]
    public void A_wait_beyond_the_limit_is_replaced_by_the_next_best_way()
    {
        var menu = Ask(Strategy, Live(Chat.Waiting(61)));
        Assert.Equal(["callback", "email"], menu.Channels());
        Assert.Equal((EntryBy.Replacement, "chat", "callback"), (menu.Entries[0].By, menu.Entries[0].InsteadOf, menu.Recommended()));
        Assert.Equal(Callback.DueBy, menu.Entries[0].DueBy);
        Assert.Equal(new Withheld("chat", WithheldFor.WaitTooLong, null, 61, 60), menu.Out("chat"));
        Assert.Equal(["chat", "email"], Ask(Strategy, Live(Chat.Waiting(60))).Channels());
    }

    [Fact]
    public void It_is_the_predicted_wait_that_counts_and_not_the_rounded_one() =>
        Assert.Equal("chat", Ask(Offering(""" "offer":["chat","email"],"waitLimitSeconds":20"""), Live(Chat.Waiting(60) with { PredictedWaitSeconds = 15 })).Recommended());

    [Theory]
    [InlineData(WaitKind.Unknown)]
    [InlineData(WaitKind.Expected)]
    public void A_wait_that_cannot_be_told_can_be_no_promise(WaitKind kind)
    {
        var chat = Chat with { Wait = kind, WaitSeconds = null };
        Assert.DoesNotContain("chat", Ask(Strategy, Live(chat)).Channels());
        Assert.Contains("chat", Ask(Offering(""" "offer":["chat","email"]"""), Live(chat)).Channels());
    }

    [Fact]
    public void Somebody_who_can_be_had_comes_before_what_stands_in_for_somebody_who_cannot() =>
        Assert.Equal(["phone", "callback", "help"], Ask(Offering(""" "offer":["chat","phone","help"],"waitLimitSeconds":60"""), Live(Chat.Waiting(600))).Channels());

    [Fact]
    public void What_can_be_had_takes_the_place_only_once_and_never_what_the_rule_withholds()
    {
        var both = Live(Chat.Waiting(600), Phone.Waiting(600));
        Assert.Equal(["callback", "email", "help"], Ask(Offering(""" "offer":["chat","phone","help"],"waitLimitSeconds":60"""), both).Channels());
        Assert.Equal(["email", "help"], Ask(Offering(""" "offer":["chat","phone"],"withhold":["callback"],"waitLimitSeconds":60"""), both).Channels());
    }

    [Fact]
    public void A_shown_chat_whose_line_has_grown_stays_with_its_wait_and_is_recommended_no_more()
    {
        var first = Ask(Strategy, Live());
        var menu = Ask(Strategy, Live(Chat.Waiting(900)), before: first.Memory);
        Assert.Equal(["chat", "email", "callback"], menu.Channels());
        Assert.Equal(("email", 900), (menu.Recommended(), menu.Entries[0].WaitSeconds));
    }

    [Fact]
    public void What_is_recommended_stays_so_while_its_promise_can_be_kept()
    {
        var busy = Ask(Strategy, Live(Chat.Waiting(900)), before: Ask(Strategy, Live()).Memory);
        var free = Ask(Strategy, Live(), before: busy.Memory);
        Assert.Equal(busy.Channels(), free.Channels());
        Assert.Equal("email", free.Recommended());
        Assert.Equal("chat", Ask(Strategy, Live(), before: busy.Memory, view: "2", now: Now + Duration.FromSeconds(30)).Recommended());
    }

    [Fact]
    public void What_was_waited_for_too_long_does_not_flicker()
    {
        var first = Ask(Strategy, Live(Chat.Waiting(61)));
        Assert.DoesNotContain("chat", Ask(Strategy, Live(), before: first.Memory, view: "2", now: Now + Duration.FromSeconds(29)).Channels());
        Assert.Contains("chat", Ask(Strategy, Live(), before: first.Memory, view: "2", now: Now + Duration.FromSeconds(30)).Channels());
    }

    [Fact]
    public void The_holdout_gets_the_plain_menu_before_any_rule_is_asked()
    {
        var strategy = Offering(""" "offer":["chat"],"waitLimitSeconds":0""", ""","plain":["phone","email"],"holdout":{"share":0.1,"salt":"s"},"economy":{"solvedValue":-1}""");
        var held = Enumerable.Range(0, 10_000).Select(i => $"v{i}").Where(visitor => Ask(strategy, Live(), visitor: visitor).Arm == MenuArm.Holdout).ToList();
        Assert.InRange(held.Count, 900, 1_100);
        Assert.All(held, visitor => Assert.True(ArmChoice.Place(visitor, "s") < 0.1));
        var menu = Ask(strategy, Live(Phone.Waiting(3_000)), visitor: held[0]);
        Assert.Null(menu.Rule);
        Assert.Equal(["phone", "email"], menu.Channels());
        Assert.Equal(InvitationStanding.NotInThisArm, menu.Invitation.Standing);
        Assert.Equal(["chat", "phone", "callback"], Ask(Offering(""" "offer":["email"]""", ""","holdout":{"share":0.1,"salt":"s"}"""), Live(), visitor: held[0]).Channels());
    }

    [Fact]
    public void Programs_take_no_part()
    {
        var strategy = Offering(""" "offer":["chat"]""", ""","holdout":{"share":0.5,"salt":"s"}""");
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(MenuArm.Bot, Ask(strategy, Live(), Visitor().Put("bot", true), visitor: $"{i}").Arm));
    }
}
