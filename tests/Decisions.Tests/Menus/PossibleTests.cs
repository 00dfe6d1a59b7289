using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;
using static Kanal.Decisions.Tests.Menus.Desk;

namespace Kanal.Decisions.Tests.Menus;

/// <summary>Can it be, and which rule.</summary>
public sealed class PossibleTests
{
    static readonly ChannelStrategy Strategy = Offering(""" "offer":["chat","email"]""");

    public static TheoryData<string, WithheldFor> Hindrances => new()
    {
        { "broken", WithheldFor.OutOfOrder }, { "closed", WithheldFor.Closed }, { "closedForToday", WithheldFor.ClosedForToday },
        { "nobody", WithheldFor.NobodyThere }, { "phone", WithheldFor.NotOnThisDevice }, { "known", WithheldFor.KnownCustomersOnly },
    };

    [Theory]
    [MemberData(nameof(Hindrances))]
    public void What_cannot_be_had_is_withheld_with_its_reason(string how, WithheldFor reason)
    {
        var opens = Now + Duration.FromHours(20);
        var chat = how switch
        {
            "broken" => Chat with { Healthy = false },
            "closed" => Chat with { Open = false, OpensAt = opens },
            "closedForToday" => Chat with { Wait = WaitKind.ClosedForToday },
            "nobody" => Chat with { Staffed = false },
            "phone" => Chat with { Devices = ["phone"] },
            _ => Chat with { KnownCustomersOnly = true },
        };
        var menu = Ask(Strategy, Live(chat), Visitor().Put("device", "desktop"));
        Assert.DoesNotContain("chat", menu.Channels());
        Assert.Equal(reason, menu.Out("chat").For);
        Assert.Equal(how == "closed" ? opens : null, menu.Out("chat").Back);
    }

    [Fact]
    public void What_takes_letters_while_closed_can_be_had_while_closed()
    {
        var menu = Ask(Offering(""" "offer":["chat","email"],"otherwise":["email"]"""), Live(Chat with { Open = false }, Email with { Open = false }));
        Assert.Equal("email", menu.Recommended());
        Assert.Equal(EntryReason.LaterAsNobodyNow, menu.Entries[0].Reason);
    }

    [Fact]
    public void Channels_for_people_who_know_us_are_for_them_and_for_strangers_whom_the_rule_welcomes()
    {
        var live = Live(Chat with { KnownCustomersOnly = true });
        Assert.Equal("chat", Ask(Strategy, live, Visitor().Put("customer.known", true)).Recommended());
        Assert.Equal("chat", Ask(Offering(""" "offer":["chat","email"],"welcomeStrangers":true"""), live).Recommended());
    }

    [Fact]
    public void The_first_rule_that_holds_decides_what_is_offered_in_which_order_and_how_urgent_it_is()
    {
        var strategy = Kanal.Decisions.Tests.Strategy.Strategies.Read(
            Kanal.Decisions.Tests.Strategy.Strategies.Rule("pay", """{"fact":"step","operator":"is","value":"payment"}""", """ "offer":["email","chat","phone"],"recommend":"phone","withhold":["callback"],"targetSeconds":20,"value":5"""));
        var menu = Ask(strategy, Live(), Visitor().Put("step", "payment"));
        Assert.Equal("pay", menu.Rule);
        Assert.Equal(["phone", "email", "chat"], menu.Channels());
        Assert.Equal("phone", menu.Recommended());
        Assert.Equal((20, 5), (menu.TargetSeconds, menu.Value));
        Assert.Equal(WithheldFor.RuleWithholds, menu.Out("callback").For);
        Assert.Equal(WithheldFor.RuleDoesNotOffer, menu.Out("help").For);
        Assert.Equal("everybody", Ask(strategy, Live()).Rule);
    }

    [Fact]
    public void A_channel_that_the_site_does_not_have_says_so() =>
        Assert.Equal(WithheldFor.NotConfigured, Ask(Offering(""" "offer":["pigeon","email"]"""), Live()).Out("pigeon").For);

    [Fact]
    public void There_are_at_most_three_and_one_of_them_is_always_there()
    {
        var live = new LiveState([Chat, Phone, new ChannelState("video", ChannelPace.Live), new ChannelState("sms", ChannelPace.Live), Help, Email]);
        var menu = Ask(Offering(""" "offer":["chat","phone","video","sms","email"]"""), live);
        Assert.Equal(["chat", "phone", "email"], menu.Channels());
        Assert.Equal(WithheldFor.Enough, menu.Out("video").For);
        Assert.Equal(WithheldFor.Enough, menu.Out("sms").For);
    }

    [Fact]
    public void Nothing_left_is_never_nothing()
    {
        var onlyLive = Offering(""" "offer":["chat"],"withhold":["email","callback","help"]""");
        var nobody = Chat with { Staffed = false };
        var menu = Ask(onlyLive, Live(nobody));
        Assert.Single(menu.Entries);
        Assert.Equal((EntryBy.AlwaysOne, true), (menu.Entries[0].By, menu.Entries[0].Recommended));
        Assert.Equal(["help"], Ask(onlyLive, new LiveState([])).Channels());
        Assert.Equal(["help"], Ask(onlyLive, new LiveState([nobody, Help with { Healthy = false }])).Channels());
        Assert.Equal(["email"], Ask(Offering(""" "offer":["chat"],"otherwise":[],"withhold":["callback"]"""), Live(nobody)).Channels());
        Assert.Equal(["chat", "callback"], Ask(onlyLive, Live()).Channels());
    }

    [Fact]
    public void Each_entry_says_why_a_visitor_should_take_it()
    {
        var menu = Ask(Offering(""" "offer":["chat","phone","help"]"""), Live(Chat.Waiting(180), Phone.Waiting(60)));
        Assert.Equal([EntryReason.AfterWait, EntryReason.Quickest, EntryReason.AtOnce], menu.Entries.Select(entry => entry.Reason));
        Assert.Equal([180, 60, null], menu.Entries.Select(entry => entry.WaitSeconds));
        Assert.Equal(EntryReason.FreeNow, Ask(Strategy, Live()).Entries[0].Reason);
        Assert.Equal(EntryReason.Later, Ask(Strategy, Live()).Entries[1].Reason);
        Assert.Equal(Email.DueBy, Ask(Strategy, Live()).Entries[1].DueBy);
    }
}
