using FsCheck;
using FsCheck.Fluent;
using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Staffing;

public sealed class ErlangProperties
{
    sealed record Case(double PerHour, double Handle, double Patience, int Agents, double Within)
    {
        public CallWorkload Work => new(PerHour, Handle, Patience);
    }

    static readonly Gen<Case> _any = Cases(1e-4, 1e5, 400);
    static readonly Gen<Case> _ordinary = Cases(0.05, 20, 60);

    [Fact]
    public void Erlang_a_is_what_counting_state_by_state_gives() => Property.Holds(
        _ordinary,
        it =>
        {
            var found = it.Work.With(it.Agents, it.Within);
            var slow = SlowErlang.Figures(it.PerHour / 3600, 1 / it.Handle, 1 / it.Patience, it.Agents, it.Within);
            Rows.Near(slow.Waits, found.WaitShare, 1e-9, "waits");
            Rows.Near(slow.Leaves, found.Abandonment, 1e-9, "leaves");
            Rows.Near(slow.Mean, found.MeanWait, 1e-9, "mean wait");
            Assert.Equal(slow.Level, found.ServiceLevel, 1e-9 * slow.Level + 1e-13);
        },
        60);

    [Fact]
    public void Every_figure_is_one_that_can_be() => Property.Holds(_any, it =>
    {
        foreach (var work in new[] { it.Work, it.Work with { PatienceSeconds = double.PositiveInfinity }, it.Work with { PatienceSeconds = 0 } })
        {
            var found = work.With(it.Agents, it.Within);
            Assert.All([found.WaitShare, found.Abandonment, found.ServiceLevel, found.Occupancy], share => Assert.InRange(share, 0, 1));
            Assert.All([found.SpeedOfAnswer, found.MeanWait, found.MeanQueue], time => Assert.True(time >= 0));
            Assert.True(found.ServiceLevel <= 1 - found.Abandonment + 1e-12);
            Assert.Equal(found.MeanQueue, work.PerHour / 3600 * found.MeanWait);
        }
    }, 500);

    [Fact]
    public void One_more_agent_makes_nothing_worse() => Property.Holds(_any, it =>
    {
        var (fewer, more) = (it.Work.With(it.Agents, it.Within), it.Work.With(it.Agents + 1, it.Within));
        Assert.True(more.ServiceLevel >= fewer.ServiceLevel * (1 - 1e-12));
        Assert.True(more.Abandonment <= fewer.Abandonment * (1 + 1e-12));
        Assert.True(more.WaitShare <= fewer.WaitShare * (1 + 1e-12));
        Assert.True(more.SpeedOfAnswer <= fewer.SpeedOfAnswer * (1 + 1e-10));
        Assert.True(more.Occupancy <= fewer.Occupancy * (1 + 1e-12));
    }, 500);

    [Fact]
    public void Impatience_lies_between_loss_and_endless_patience() => Property.Holds(_any, it =>
    {
        var (loss, some, endless) = (it.Work with { PatienceSeconds = 0 }, it.Work, it.Work with { PatienceSeconds = double.PositiveInfinity });
        var (b, a, c) = (loss.With(it.Agents, it.Within), some.With(it.Agents, it.Within), endless.With(it.Agents, it.Within));
        Assert.True(b.WaitShare <= a.WaitShare * (1 + 1e-9) && a.WaitShare <= c.WaitShare * (1 + 1e-9));
        Assert.True(c.Abandonment <= a.Abandonment && a.Abandonment <= b.Abandonment * (1 + 1e-9));
        Assert.True(b.MeanWait <= a.MeanWait && a.MeanWait <= c.MeanWait * (1 + 1e-9));
    }, 500);

    [Fact]
    public void Who_waits_almost_for_ever_is_served_as_by_erlang_c_and_who_hardly_waits_as_by_erlang_b() => Property.Holds(
        _any.Where(it => it.Work.Load < 0.9 * it.Agents),
        it =>
        {
            var (endless, almost) = (it.Work with { PatienceSeconds = double.PositiveInfinity }, it.Work with { PatienceSeconds = 1e13 * it.Handle });
            Rows.Near(endless.With(it.Agents, it.Within).WaitShare, almost.With(it.Agents, it.Within).WaitShare, 1e-8, "waits");
            Rows.Near(endless.With(it.Agents, it.Within).SpeedOfAnswer, almost.With(it.Agents, it.Within).SpeedOfAnswer, 1e-8, "speed of answer");
            var hardly = it.Work with { PatienceSeconds = 1e-13 * it.Handle };
            Rows.Near(ErlangB.Blocking(it.Agents, it.Work.Load), hardly.With(it.Agents, it.Within).Abandonment, 1e-8, "leaves");
        });

    [Fact]
    public void The_smallest_team_keeps_its_targets_and_one_less_does_not() => Property.Holds(
        Gen.Zip(_any, Gen.Choose(1, 99)),
        given =>
        {
            var (it, share) = given;
            foreach (var targets in new StaffingTargets[] { new() { ServiceLevel = share / 100.0, WithinSeconds = it.Within }, new() { Abandonment = share / 100.0 }, new() { Occupancy = share / 100.0, SpeedOfAnswer = it.Within + 1e-3 } })
            {
                var found = RequiredAgents.Of(it.Work, targets)!;
                Assert.True(targets.AreMet(it.Work.With(found.Agents, targets.WithinSeconds)));
                Assert.False(found.Agents > it.Work.Fewest && targets.AreMet(it.Work.With(found.Agents - 1, targets.WithinSeconds)));
            }
        });

    static Gen<Case> Cases(double impatient, double patient, int most) =>
        from agents in Gen.Choose(1, most)
        from load in Gen.Choose(1, 3000)
        from handle in Gen.Elements(0.5, 60, 300, 5000)
        from patience in Gen.Choose(0, 1000)
        from within in Gen.Elements(0, 0.01, 0.1, 1, 3)
        select new Case(load / 1000.0 * agents * 3600 / handle, handle, handle * impatient * Math.Pow(patient / impatient, patience / 1000.0), agents, within * handle);
}
