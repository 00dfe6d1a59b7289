using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Tests.Menus;

public sealed class MenuProperties
{
    [Fact]
    public void A_menu_has_one_to_three_ways_with_one_recommended_and_one_always_there() => Property.Holds(RandomMenu.Cases, x => Each(x, (menu, live) =>
    {
        Assert.InRange(menu.Entries.Count, 1, 3);
        Assert.Single(menu.Entries, entry => entry.Recommended);
        Assert.Contains(menu.Entries, entry => live.Channels.FirstOrDefault(its => its.Channel == entry.Channel)?.Pace != ChannelPace.Live);
        Assert.Equal(menu.Entries.Count, menu.Entries.Select(entry => entry.Channel).Distinct().Count());
    }), count: 2_000);

    [Fact]
    public void Every_channel_is_in_the_menu_or_has_one_reason_why_not() => Property.Holds(RandomMenu.Cases, x => Each(x, (menu, live) =>
    {
        string[] said = [.. menu.Entries.Select(entry => entry.Channel), .. menu.Withheld.Select(withheld => withheld.Channel)];
        Assert.Equal(said.Length, said.Distinct().Count());
        var rule = x.Strategy.Rules.FirstOrDefault(rule => rule.Id == menu.Rule);
        Assert.Empty(live.Channels.Select(its => its.Channel).Concat(rule?.Offer ?? []).Except(said));
        Assert.All(menu.Withheld, withheld => Assert.True(withheld.For is not (WithheldFor.NoGain) || withheld.Gain is not null));
    }), count: 2_000);

    [Fact]
    public void Nothing_is_shown_that_cannot_be_had() => Property.Holds(RandomMenu.Cases, x => Each(x, (menu, live) =>
    {
        foreach (var entry in menu.Entries)
        {
            var state = live.Channels.FirstOrDefault(its => its.Channel == entry.Channel);
            if (state is null || entry is { By: EntryBy.AlwaysOne, Channel: "help" })
            {
                Assert.Equal((EntryBy.AlwaysOne, "help"), (entry.By, entry.Channel));
                continue;
            }

            Assert.True(state.Healthy && (state.Open || state.TakesWhenClosed));
            Assert.True(state.Pace != ChannelPace.Live || (state.Staffed && state.Wait != WaitKind.ClosedForToday));
            Assert.True(entry.By is not EntryBy.Rule || entry.Gain is null or { Total: > 0 });
        }
    }), count: 2_000);

    [Fact]
    public void An_invitation_is_to_somebody_in_the_menu_who_is_free() => Property.Holds(RandomMenu.Cases, x => Each(x, (menu, _) =>
        Assert.True(!menu.Invitation.Invites || menu.Entries.Single(entry => entry.Channel == menu.Invitation.Channel).Wait == WaitKind.Now)), count: 1_000);

    [Fact]
    public void What_was_shown_and_can_still_be_had_stays_for_the_page_view() => Property.Holds(RandomMenu.Cases, x =>
    {
        var (first, second) = Both(x);
        var possible = x.Later.Channels.Where(its => its.Healthy && (its.Open || its.TakesWhenClosed) && (its.Pace != ChannelPace.Live || (its.Staffed && its.Wait != WaitKind.ClosedForToday)) && !its.KnownCustomersOnly);
        var kept = first.Entries.Select(entry => entry.Channel).Intersect(possible.Select(its => its.Channel)).ToList();
        var missing = kept.Except(second.Entries.Select(entry => entry.Channel)).ToList();

        // One may have to make space for what is always there.
        Assert.True(missing.Count == 0 || (missing.Count == 1 && second.Entries.Any(entry => entry.By != EntryBy.Calm && x.Later.Channels.FirstOrDefault(its => its.Channel == entry.Channel)?.Pace != ChannelPace.Live)));
    }, count: 2_000);

    [Fact]
    public void The_same_question_has_the_same_answer_also_from_a_record_that_was_kept() => Property.Holds(RandomMenu.Cases, x =>
    {
        var (first, second) = Both(x);
        var later = Desk.Now + Duration.FromSeconds(20);
        var record = DecisionRecord.Of(7, x.Question with { Before = first.Memory }, x.Later, x.Chance, second, later);
        var kept = DecisionRecord.From(record.ToJson());
        Assert.Equal(record.ToJson(), kept.ToJson());
        Assert.Equal(DecisionJson.Write(second), DecisionJson.Write(kept.Replay(x.Strategy)));
    }, count: 1_000);

    static void Each(RandomMenu x, Action<MenuDecision, LiveState> check)
    {
        var (first, second) = Both(x);
        check(first, x.Live);
        check(second, x.Later);
    }

    static (MenuDecision First, MenuDecision Second) Both(RandomMenu x)
    {
        var first = x.Strategy.Decide(x.Question, x.Live, x.Chance, Desk.Now);
        return (first, x.Strategy.Decide(x.Question with { Before = first.Memory }, x.Later, x.Chance, Desk.Now + Duration.FromSeconds(20)));
    }
}
