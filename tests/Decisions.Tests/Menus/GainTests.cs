using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using NodaTime;
using static Kanal.Decisions.Tests.Menus.Desk;

namespace Kanal.Decisions.Tests.Menus;

/// <summary>Is it worth it, and the calm that keeps it from flickering.</summary>
public sealed class GainTests
{
    const string Economy = ""","economy":{"marginShare":0.2,"uplift":0.05,"costs":{"chat":10},"waitCostPerMinute":2}""";

    static readonly ChannelStrategy Strategy = Offering(""" "offer":["chat","email"]""", Economy);

    // 0.05 * 0.2 * 3000 - 10 = 20.
    static Kanal.Decisions.Facts.FactValues Basket => Visitor().Put("basket.value", 3_000);

    [Theory]
    [InlineData(19.9, true)]
    [InlineData(20, false)]
    [InlineData(25, false)]
    public void Somebodys_time_is_offered_where_the_gain_is_above_zero(double price, bool offered)
    {
        var menu = Ask(Strategy, Live(Chat with { Price = price }), Basket);
        Assert.Equal(offered, menu.Channels().Contains("chat"));
        if (!offered)
        {
            Assert.Equal((WithheldFor.NoGain, new Gain(0.05, 600, 0, 10, price, 0)), (menu.Out("chat").For, menu.Out("chat").Gain));
        }
    }

    [Fact]
    public void Waiting_costs()
    {
        var menu = Ask(Strategy, Live(Chat.Waiting(300) with { Price = 10 }), Basket);
        Assert.Equal(10, menu.Out("chat").Gain!.Value.Waiting);
        Assert.Equal(0, menu.Out("chat").Gain!.Value.Total);
    }

    [Fact]
    public void A_solved_question_is_worth_what_its_topic_says_and_the_rule_has_the_last_word()
    {
        var economy = ""","economy":{"solvedValue":30,"topics":{"opening-hours":0},"costs":{"chat":10}}""";
        var strategy = Offering(""" "offer":["chat","email"]""", economy);
        Assert.Contains("chat", Ask(strategy, Live()).Channels());
        Assert.Equal(WithheldFor.NoGain, Ask(strategy, Live(), Visitor().Put("topic", "opening-hours")).Out("chat").For);
        Assert.Contains("chat", Ask(Offering(""" "offer":["chat","email"],"solvedValue":11""", economy), Live(), Visitor().Put("topic", "opening-hours")).Channels());
        Assert.Equal(WithheldFor.NoGain, Ask(Offering(""" "offer":["chat","email"],"uplift":0""", Economy), Live(), Basket).Out("chat").For);
    }

    [Fact]
    public void Where_no_value_is_known_nothing_is_withheld_for_its_price()
    {
        Assert.Contains("chat", Ask(Offering(""" "offer":["chat","email"]"""), Live(Chat with { Price = 1e6 }), Basket).Channels());
        Assert.Contains("chat", Ask(Strategy, Live(Chat with { Price = 1e6 })).Channels());
    }

    [Fact]
    public void Only_somebodys_time_has_a_price()
    {
        var menu = Ask(Offering(""" "offer":["email","help"]""", ""","economy":{"solvedValue":-5}"""), Live());
        Assert.Equal(["email", "help"], menu.Channels());
    }

    [Fact]
    public void By_chance_somebody_is_let_in_who_is_not_worth_it()
    {
        var strategy = Offering(""" "offer":["chat","email"]""", Economy + ""","holdout":{"salt":"s","share":0,"admission":0.02}""");
        var busy = Live(Chat with { Price = 100 });
        Assert.Equal(EntryBy.Admission, Ask(strategy, busy, Basket, chance: 0.019).Entries[0].By);
        Assert.DoesNotContain("chat", Ask(strategy, busy, Basket, chance: 0.02).Channels());
    }

    [Fact]
    public void What_was_shown_stays_for_that_page_view_and_no_longer()
    {
        var first = Ask(Strategy, Live(), Basket);
        var busy = Live(Chat with { Price = 100 });
        var same = Ask(Strategy, busy, Basket, first.Memory);
        Assert.Equal(first.Channels(), same.Channels());
        Assert.Equal((EntryBy.Calm, "chat"), (same.Entries[0].By, same.Recommended()));
        Assert.DoesNotContain("chat", Ask(Strategy, busy, Basket, first.Memory, view: "2").Channels());
        Assert.DoesNotContain("chat", Ask(Strategy, Live(Chat with { Staffed = false }), Basket, first.Memory).Channels());
    }

    [Fact]
    public void Another_rule_takes_nothing_away_on_the_same_page_and_adds_what_there_is_space_for()
    {
        var strategy = Kanal.Decisions.Tests.Strategy.Strategies.Read(
            Kanal.Decisions.Tests.Strategy.Strategies.Rule("pay", """{"fact":"step","operator":"is","value":"payment"}""", """ "offer":["phone","callback"],"withhold":["chat"]"""));
        var first = Ask(Offering(""" "offer":["chat","email"]"""), Live());
        var menu = Ask(strategy, Live(), Visitor().Put("step", "payment"), first.Memory);
        Assert.Equal(["chat", "email", "phone"], menu.Channels());
        Assert.Equal("chat", menu.Recommended());
        Assert.Equal(WithheldFor.Calm, menu.Out("callback").For);
    }

    [Theory]
    [InlineData(15.9, 30, true)]
    [InlineData(15.9, 29, false)]
    [InlineData(16, 3_000, false)]
    public void What_was_withheld_for_its_price_comes_back_when_it_is_clearly_worth_it_and_not_at_once(double price, int seconds, bool back)
    {
        var first = Ask(Strategy, Live(Chat with { Price = 21 }), Basket);
        var later = Ask(Strategy, Live(Chat with { Price = price }), Basket, first.Memory, now: Now + Duration.FromSeconds(seconds), view: "2");
        Assert.Equal(back, later.Channels().Contains("chat"));
        if (!back)
        {
            Assert.Equal(WithheldFor.NotYetBack, later.Out("chat").For);
            Assert.Equal(first.Memory.Withheld, later.Memory.Withheld);
        }
    }
}
