using Kanal.Decisions.Facts;
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

    [Fact]
    public void A_question_that_was_packed_is_the_same_question() => Property.Holds(RandomMenu.Cases, x =>
    {
        var (first, _) = Both(x);
        var question = x.Question with { Before = first.Memory, Invitations = new() { Unanswered = x.Chance < 0.5, RefusedAt = x.Chance < 0.3 ? Desk.Now - Duration.FromMilliseconds(7) : null } };
        Assert.Equal(Record(x, question), Record(x, Repacked(question)));
        Assert.Null(Repacked(question with { Before = null }).Before);
    }, count: 1_000);

    [Fact]
    public void Long_and_foreign_texts_lists_and_numbers_come_out_of_a_packed_question_as_they_went_in()
    {
        var title = string.Concat(Enumerable.Repeat("Zażółć gęślą jaźń \U0001F6A2 ", 9));
        var facts = new FactValues(FactCatalogue.Standard).Put("title", title).Put("basket.value", 0.1 + 0.2).Put("bot", false).Put("load.waiting", 0).Put("signals", [Signals.All[0], Signals.All[1]]);
        var back = Repacked(new MenuQuestion("visitor", "", facts)).Facts;
        Assert.Equal((title, 0.1 + 0.2, 0.0), (back.Text("title"), back.Number("basket.value"), back.Number("load.waiting")));
        Assert.Equal([Signals.All[0], Signals.All[1]], back.Texts("signals"));
        Assert.Equal((true, false, null), (back.Knows(FactCatalogue.Standard.Find("bot")!.Value), back.Is("bot"), back.Text("page")));
    }

    static string Record(RandomMenu x, MenuQuestion question) => DecisionRecord.Of(7, question, x.Later, x.Chance, x.Strategy.Decide(question, x.Later, x.Chance, Desk.Now), Desk.Now).ToJson();

    static MenuQuestion Repacked(MenuQuestion question)
    {
        // Too small at first, so that it has to grow.
        var bytes = new byte[8];
        var length = PackedQuestion.Pack(question, ref bytes);
        return PackedQuestion.Unpack(bytes.AsSpan(0, length), question.Facts.Catalogue);
    }

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
