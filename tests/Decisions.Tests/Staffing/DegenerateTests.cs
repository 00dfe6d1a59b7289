using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Staffing;

public sealed class DegenerateTests
{
    const double Forever = double.PositiveInfinity;

    static readonly double[] _levels = [480, 624, 768];

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Where_nobody_comes_everything_is_zero_and_everybody_is_served(int agents)
    {
        foreach (var work in new Workload[] { new CallWorkload(0, 180), new CallWorkload(0, 180, 60), new CallWorkload(0, 180, 0), new ChatWorkload(0, _levels, 60), new ChatWorkload(0, _levels) })
        {
            var found = work.With(agents, 20);
            Assert.Equal((0, 0, 1, 0, 0, 0), (found.WaitShare, found.Abandonment, found.ServiceLevel, found.SpeedOfAnswer, found.MeanWait, found.Occupancy));
            Assert.Equal(0, RequiredAgents.Of(work, new StaffingTargets { ServiceLevel = 0.8 })!.Agents);
        }
    }

    [Fact]
    public void Without_agents_the_patient_are_never_served_and_the_impatient_all_leave()
    {
        foreach (var work in new Workload[] { new CallWorkload(10, 180), new ChatWorkload(10, _levels) })
        {
            var found = work.With(0, 20);
            Assert.Equal((1, 0, 0, Forever, Forever, 1), (found.WaitShare, found.Abandonment, found.ServiceLevel, found.SpeedOfAnswer, found.MeanWait, found.Occupancy));
        }

        foreach (var work in new Workload[] { new CallWorkload(10, 180, 60), new ChatWorkload(10, _levels, 60) })
        {
            var found = work.With(0, 20);
            Assert.Equal((1, 1, 0, 60), (found.WaitShare, found.Abandonment, found.ServiceLevel, found.MeanWait));
            Assert.Equal(double.NaN, found.SpeedOfAnswer);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(9)]
    public void A_team_that_the_patient_outnumber_never_catches_up(int agents)
    {
        var found = new CallWorkload(200, 180).With(agents, 20);
        Assert.Equal((1, 0, 0, Forever, Forever, 1), (found.WaitShare, found.Abandonment, found.ServiceLevel, found.SpeedOfAnswer, found.MeanWait, found.Occupancy));
    }

    [Fact]
    public void Chats_that_exactly_fill_their_team_never_catch_up_either()
    {
        var found = new ChatWorkload(3 * 3 * 3600 / 768.0, _levels).With(3, 60);
        Assert.Equal((1, 0, Forever), (found.WaitShare, found.ServiceLevel, found.MeanWait));
        Assert.True(new ChatWorkload(3 * 3 * 3600 / 768.0, _levels).With(4, 60).ServiceLevel > 0);
    }

    [Fact]
    public void Without_patience_a_queue_is_a_loss_system()
    {
        var found = new CallWorkload(200, 180, 0).With(14, 20);
        Assert.Equal(ErlangB.Blocking(14, 10), found.Abandonment);
        Assert.Equal(1 - found.Abandonment, found.ServiceLevel, 1e-15);
        Assert.Equal((0, 0), (found.MeanWait, found.SpeedOfAnswer));
        Assert.Equal(10 * found.ServiceLevel / 14, found.Occupancy, 1e-15);
        var chats = new ChatWorkload(50, _levels, 0).With(4, 20);
        Assert.Equal(chats.WaitShare, chats.Abandonment);
        Assert.Equal(new ChatWorkload(50, _levels, 1e-7).With(4, 20).Abandonment, chats.Abandonment, 1e-9);
    }

    [Fact]
    public void Within_no_time_are_those_who_do_not_wait_and_within_endless_time_all_who_stay()
    {
        foreach (var patience in new[] { 60, Forever })
        {
            var work = new CallWorkload(200, 180, patience);
            Assert.Equal(1 - work.With(14, 0).WaitShare, work.With(14, 0).ServiceLevel, 1e-15);
            Assert.Equal(1 - work.With(14, 1e12).Abandonment, work.With(14, 1e12).ServiceLevel, 1e-14);
            Assert.Equal(1 - work.With(14, Forever).Abandonment, work.With(14, Forever).ServiceLevel, 1e-14);
        }
    }

    [Fact]
    public void One_chat_at_a_time_is_a_call()
    {
        foreach (var patience in new[] { 0, 5, 120, 1e6, Forever })
        {
            var (chat, call) = (new ChatWorkload(200, [180], patience).With(14, 20), new CallWorkload(200, 180, patience).With(14, 20));
            Rows.Near(call.ServiceLevel, chat.ServiceLevel, 1e-12, "service level");
            Rows.Near(call.SpeedOfAnswer, chat.SpeedOfAnswer, 1e-11, "speed of answer");
            Rows.Near(call.Occupancy, chat.Occupancy, 1e-12, "occupancy");
            Rows.Near(call.HandleSeconds, chat.HandleSeconds, 1e-12, "handle time");
        }
    }

    [Fact]
    public void Chats_that_slow_nobody_down_are_calls_with_as_many_places()
    {
        var (chats, calls) = (new ChatWorkload(290, [480, 480, 480, 480], 120).With(10, 60), new CallWorkload(290, 480, 120).With(40, 60));
        Rows.Near(calls.Abandonment, chats.Abandonment, 1e-12, "leaves");
        Rows.Near(calls.ServiceLevel, chats.ServiceLevel, 1e-12, "service level");
    }

    [Theory]
    [InlineData(-1, 180, 60, 3, 20)]
    [InlineData(double.NaN, 180, 60, 3, 20)]
    [InlineData(Forever, 180, 60, 3, 20)]
    [InlineData(10, 0, 60, 3, 20)]
    [InlineData(10, -5, 60, 3, 20)]
    [InlineData(10, double.NaN, 60, 3, 20)]
    [InlineData(10, Forever, 60, 3, 20)]
    [InlineData(10, 180, -1, 3, 20)]
    [InlineData(10, 180, double.NaN, 3, 20)]
    [InlineData(10, 180, 60, -1, 20)]
    [InlineData(10, 180, 60, 3, -1)]
    [InlineData(10, 180, 60, 3, double.NaN)]
    public void What_cannot_be_is_refused(double perHour, double handle, double patience, int agents, double within)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallWorkload(perHour, handle, patience).With(agents, within));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChatWorkload(perHour, [handle, 900], patience).With(agents, within));
    }

    [Theory]
    [InlineData(1, null, null)]
    [InlineData(-0.1, null, null)]
    [InlineData(double.NaN, null, null)]
    [InlineData(0.8, 0.0, null)]
    [InlineData(0.8, null, -1.0)]
    public void Targets_that_cannot_be_kept_are_refused(double level, double? occupancy, double? lost) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        RequiredAgents.Of(new CallWorkload(200, 180, 60), new StaffingTargets { ServiceLevel = level, Occupancy = occupancy, Abandonment = lost }));

    [Theory]
    [InlineData(14, 0.3, 20)]
    [InlineData(14, 0, 14)]
    [InlineData(9, 0.1, 10)]
    [InlineData(0, 0.5, 0)]
    public void Shrinkage_is_planned_for(int there, double shrinkage, int planned) => Assert.Equal(planned, RequiredAgents.Scheduled(there, shrinkage));

    [Fact]
    public void A_team_that_loses_time_inside_the_half_hour_needs_more()
    {
        var work = new CallWorkload(200, 180);
        Assert.Equal(14, RequiredAgents.Of(work, new StaffingTargets { ServiceLevel = 0.8 })!.Agents);
        Assert.Equal((16, 20), (RequiredAgents.Of(work, new StaffingTargets { ServiceLevel = 0.8 }, 0.2, 0.9)!.Agents, RequiredAgents.Of(work, new StaffingTargets { ServiceLevel = 0.8 }, 0.2, 0.9)!.Scheduled));
    }

    [Fact]
    public void A_part_of_an_agent_is_a_part_of_the_difference()
    {
        var work = new CallWorkload(200, 180, 120);
        Assert.Equal((work.With(12, 20).Abandonment * 0.25) + (work.With(13, 20).Abandonment * 0.75), work.With(12.75, 20).Abandonment, 1e-15);
        Assert.Equal(work.With(12, 20), work.With(12.0, 20));
    }
}
