using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Staffing;

public sealed class BlendedTests
{
    static readonly CallWorkload _calls = new(60, 300, 120);
    static readonly ChatWorkload _chats = new(40, [480, 624, 768], 180);

    [Fact]
    public void Without_calls_a_team_holds_chats_only_and_without_chats_it_takes_calls_only()
    {
        var noCalls = new BlendedWorkload(_calls with { PerHour = 0 }, _chats).With(4, 20, 60).Chats;
        Rows.Near(_chats.With(4, 60).ServiceLevel, noCalls.ServiceLevel, 1e-12, "service level");
        Rows.Near(_chats.With(4, 60).Occupancy, noCalls.Occupancy, 1e-12, "occupancy");
        var noChats = new BlendedWorkload(_calls, _chats with { PerHour = 0 }).With(7, 20, 60);
        Assert.Equal(_calls.With(7, 20), noChats.Calls);
        Assert.Equal(1, noChats.Chats.ServiceLevel, 1e-12);
    }

    [Fact]
    public void Calls_come_first()
    {
        var both = new BlendedWorkload(_calls, _chats).With(9, 20, 60);
        Assert.Equal(_calls.With(9, 20).ServiceLevel, both.Calls.ServiceLevel);
        Assert.True(both.Chats.ServiceLevel < _chats.With(9, 60).ServiceLevel);
        Assert.InRange(both.Chats.Occupancy, _calls.With(9, 20).Occupancy, 1);
    }

    [Fact]
    public void Chats_are_those_of_each_number_of_calls_weighted()
    {
        // One agent: with a call or without.
        var calls = _calls.With(1, 20);
        var chats = new BlendedWorkload(_calls, _chats).With(1, 20, 60).Chats;
        Rows.Near((1 - calls.WaitShare) * _chats.With(1, 60).ServiceLevel, chats.ServiceLevel, 1e-12, "service level");
        Rows.Near((1 - calls.WaitShare) * _chats.With(1, 60).Abandonment + calls.WaitShare, chats.Abandonment, 1e-12, "leaves");
    }

    [Fact]
    public void The_smallest_team_keeps_both_targets()
    {
        var work = new BlendedWorkload(_calls, _chats);
        var (forCalls, forChats) = (new StaffingTargets { ServiceLevel = 0.8 }, new StaffingTargets { ServiceLevel = 0.8, WithinSeconds = 60 });
        var found = RequiredAgents.Of(work, forCalls, forChats, 0.25)!;
        Assert.True(forCalls.AreMet(found.Figures.Calls) && forChats.AreMet(found.Figures.Chats));
        var less = work.With(found.Agents - 1, 20, 60);
        Assert.False(forCalls.AreMet(less.Calls) && forChats.AreMet(less.Chats));
        Assert.Equal(RequiredAgents.Scheduled(found.Agents, 0.25), found.Scheduled);
        Assert.InRange(found.Agents, RequiredAgents.Of(_calls, forCalls)!.Agents + 1, RequiredAgents.Of(_calls, forCalls)!.Agents + RequiredAgents.Of(_chats, forChats)!.Agents);
    }
}
