using FsCheck;
using FsCheck.Fluent;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Tests.Waits;

public sealed class WaitProperties
{
    static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    static readonly Gen<Case> Any =
        from ahead in Gen.Choose(0, 4000)
        from periods in Gen.Choose(0, 4)
        from rates in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0.0)), (4, Gen.Choose(1, 20_000).Select(it => it / 20_000.0))), periods)
        from lengths in Gen.ArrayOf(Gen.Choose(1, 7200), periods)
        from patience in Gen.Frequency((1, Gen.Constant(0.0)), (3, Gen.Choose(1, 1000).Select(it => it / 20_000.0)))
        from closing in Gen.Choose(-600, 30_000)
        select new Case(ahead / 10.0, [.. rates.Index().Select(it => new StaffPeriod(Now + Duration.FromSeconds(lengths[..it.Index].Sum()), it.Item))], patience,
            closing > 20_000 ? null : Now + Duration.FromSeconds(closing));

    [Fact]
    public void No_wait_is_negative_or_no_number() => Property.Holds(Any, count: 500, check: x =>
    {
        var wait = x.Wait(x.Ahead);
        Assert.All([wait.Mean, wait.Variance, wait.Quantile20, wait.Quantile80], number => Assert.True(number >= 0, $"{wait}"));
        Assert.Equal(wait.Kind is WaitKind.Expected, double.IsFinite(wait.Quantile80));
        Assert.True(wait.Quantile20 <= wait.Quantile80);
    });

    [Fact]
    public void More_ahead_never_wait_less() => Property.Holds(Any, count: 500, check: x =>
        Assert.True(x.Wait(x.Ahead + 0.7).Quantile80 >= x.Wait(x.Ahead).Quantile80 - 0.01));

    [Fact]
    public void Twice_the_agents_halve_the_wait_of_patient_people() => Property.Holds(Any, count: 200, check: x =>
    {
        var one = PredictedWait.After(x.Ahead, [new StaffPeriod(Now, 0.01)], 0, Now);
        var two = PredictedWait.After(x.Ahead, [new StaffPeriod(Now, 0.02)], 0, Now);
        if (one.Kind == WaitKind.Expected)
        {
            Assert.Equal(one.Mean / 2, two.Mean, 1e-6);
            Assert.Equal(one.Quantile80 / 2, two.Quantile80, 0.01);
        }
    });

    [Fact]
    public void What_is_said_is_never_less_than_four_of_five_wait() => Property.Holds(Any, count: 300, check: x =>
    {
        var wait = x.Wait(x.Ahead);
        foreach (var shown in new[] { ShownWait.Of(wait, trusted: true), ShownWait.Of(wait, trusted: false) })
        {
            Assert.True(shown.Point is null || shown.Point >= wait.Quantile80);
            Assert.True(shown.High is null || (shown.High >= shown.Point && (shown.Low is null || shown.Low < shown.High)));
        }
    });

    sealed record Case(double Ahead, IReadOnlyList<StaffPeriod> Staff, double Patience, Instant? Closing)
    {
        public WaitEstimate Wait(double ahead) => PredictedWait.After(ahead, Staff, Patience, Now, Closing);
    }
}
