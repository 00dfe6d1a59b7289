using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Staffing;

public sealed class ReadinessTests
{
    static readonly StaffingTargets _targets = new() { ServiceLevel = 0.8, WithinSeconds = 60 };
    static readonly double[] _levels = [480, 624, 768];

    [Fact]
    public void Two_people_can_open_chat_where_two_are_enough_and_a_third_is_missing_elsewhere()
    {
        // 10 to 16 o'clock is quiet, 16 to 18 is not.
        var chat = new ChannelDemand("chat", false, Enumerable.Range(20, 16).ToDictionary(slot => slot, slot => (Workload)new ChatWorkload(slot < 32 ? 14 : 30, _levels, 120)), _targets, 12);
        var answer = Readiness.Of(new ReadinessQuestion([Person("anna", "chat"), Person("bo", "chat")], [chat]));

        var found = Assert.Single(answer.Channels);
        Assert.Equal("chat", answer.Next);
        Assert.All(found.Slots, slot => Assert.Equal(slot.Slot < 32, slot.CanOpen));
        Assert.All(found.Slots.Where(slot => slot.Slot >= 32), slot => Assert.Equal((3, 1), (slot.Required, slot.Missing)));
        Assert.All(found.Slots.Where(slot => slot.CanOpen), slot => Assert.True(slot.ServiceLevel >= 0.8));
        Assert.Equal(12 * 14 / (12.0 * 14 + 4 * 30), found.ValueShare, 1e-12);
        Assert.Equal(12 * 14 / 2.0 * 12, found.ValueInside, 1e-9);
        Assert.True(found.ServiceLevel >= 0.8);
    }

    [Fact]
    public void What_is_open_keeps_its_people_and_only_the_others_can_open_more()
    {
        var phone = Demand("phone", true, new CallWorkload(10, 200, 120), 20);
        var chat = Demand("chat", false, new ChatWorkload(5, _levels, 120), 10);
        ReadinessPerson[] people = [Person("a", "phone", "chat"), Person("b", "phone"), Person("c", "phone")];
        var needed = RequiredAgents.Of(new CallWorkload(10, 200, 120), _targets)!.Scheduled;
        Assert.Equal(2, needed);

        // Those who can only answer calls are taken first, so that one is left for chat.
        var answer = Readiness.Of(new ReadinessQuestion(people, [chat, phone]));
        Assert.Equal(["phone", "chat"], answer.Channels.Select(channel => channel.Channel));
        Assert.True(answer.Channels[1].Slots[0].CanOpen);
        Assert.Equal(1, answer.Channels[1].Slots[0].Free);

        var fewer = Readiness.Of(new ReadinessQuestion(people[..2], [chat, phone]));
        Assert.False(fewer.Channels[1].Slots[0].CanOpen);
        Assert.Null(fewer.Next);
    }

    [Fact]
    public void Who_serves_several_open_channels_is_there_for_all_of_them_with_the_load_of_all()
    {
        ReadinessPerson[] people = [Person("a", "chat", "callback"), Person("b", "chat", "callback")];
        var callback = Demand("callback", true, new CallWorkload(0.6, 340, 240), 1);
        var quiet = Readiness.Of(new ReadinessQuestion(people, [Demand("chat", true, new ChatWorkload(8, _levels, 120), 1), callback]));
        Assert.All(quiet.Channels, channel => Assert.Equal((true, 2), (channel.Slots[0].CanOpen, channel.Slots[0].Free)));

        var busy = Readiness.Of(new ReadinessQuestion(people, [Demand("chat", true, new ChatWorkload(40, _levels, 120), 1), callback]));
        Assert.All(busy.Channels, channel => Assert.False(channel.Slots[0].CanOpen));
        Assert.True(busy.Channels[1].Slots[0].ServiceLevel < quiet.Channels[1].Slots[0].ServiceLevel);
    }

    [Fact]
    public void The_channel_that_wins_the_most_comes_next()
    {
        var answer = Readiness.Of(new ReadinessQuestion(
            [Person("a", "chat", "phone"), Person("b", "chat", "phone")],
            [Demand("chat", false, new ChatWorkload(8, _levels, 120), 10), Demand("phone", false, new CallWorkload(8, 200, 120), 30)]));
        Assert.Equal("phone", answer.Next);
    }

    [Fact]
    public void One_person_alone_can_be_enough_although_they_are_away_at_times()
    {
        var demand = Demand("chat", true, new ChatWorkload(2, _levels, 120), 1);
        var alone = Readiness.Of(new ReadinessQuestion([Person("lone", "chat")], [demand], 0.15)).Channels[0].Slots[0];
        Assert.Equal((true, 2, 0), (alone.CanOpen, alone.Required, alone.Missing));
        Assert.InRange(alone.ServiceLevel, 0.8, 0.85);

        var half = Readiness.Of(new ReadinessQuestion([Person("lone", "chat")], [demand], 0.5)).Channels[0].Slots[0];
        Assert.Equal((false, 1), (half.CanOpen, half.Missing));
    }

    [Fact]
    public void Shrinkage_and_the_team_s_own_factor_count()
    {
        var demand = Demand("phone", false, new CallWorkload(60, 200, 120), 1);
        ReadinessPerson[] people = [.. Enumerable.Range(0, 6).Select(i => Person($"{i}", "phone"))];
        var required = RequiredAgents.Of(demand.BySlot[0], _targets)!.Agents;
        var plain = Readiness.Of(new ReadinessQuestion(people, [demand])).Channels[0].Slots[0];
        var real = Readiness.Of(new ReadinessQuestion(people, [demand], 0.3, 0.9)).Channels[0].Slots[0];
        Assert.Equal(required, plain.Required);
        Assert.Equal(RequiredAgents.Scheduled(Math.Ceiling(required / 0.9), 0.3), real.Required);
    }

    [Fact]
    public void Of_a_channel_that_nobody_has_used_it_is_known_how_much_it_could_carry()
    {
        ReadinessPerson[] people = [Person("a", "chat", "phone"), Person("b", "phone"), Person("c", "phone")];
        var like = new ChatWorkload(1, _levels, 120);
        var question = new ReadinessQuestion(people, [Demand("phone", true, new CallWorkload(10, 200, 120), 20)]) { Unknown = [new UnknownDemand("chat", like, _targets, [0, 50])] };
        var room = Assert.Single(Readiness.Of(question).Room).Slots;
        Assert.Equal((1, 0), (room[0].Free, room[1].Free));
        Assert.Equal(0, room[1].PerHour);
        Assert.Equal(1, RequiredAgents.Of(like with { PerHour = room[0].PerHour }, _targets)!.Scheduled);
        Assert.Equal(2, RequiredAgents.Of(like with { PerHour = room[0].PerHour + 1 }, _targets)!.Scheduled);
    }

    [Fact]
    public void Nobody_and_nothing_are_answered_too()
    {
        Assert.Null(Readiness.Of(new ReadinessQuestion([], [])).Next);
        var alone = Readiness.Of(new ReadinessQuestion([], [Demand("chat", false, new ChatWorkload(5, _levels, 120), 10)])).Channels[0];
        Assert.Equal((0, 1), (alone.Slots[0].Free, alone.Slots[0].Missing));
        Assert.Equal(double.NaN, alone.ServiceLevel);
        var quiet = Readiness.Of(new ReadinessQuestion([], [Demand("chat", false, new ChatWorkload(0, _levels, 120), 10)])).Channels[0];
        Assert.True(quiet.Slots[0].CanOpen);
    }

    static ReadinessPerson Person(string id, params string[] channels) => new(id, channels.ToHashSet(), Enumerable.Range(0, 48).ToHashSet());

    static ChannelDemand Demand(string channel, bool open, Workload work, double value) => new(channel, open, new Dictionary<int, Workload> { [0] = work }, _targets, value);
}
