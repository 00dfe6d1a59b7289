using Kanal.Decisions.Simulation;
using NodaTime;

namespace Kanal.Decisions.Tests.Simulation;

/// <summary>Where a formula knows what comes out, the simulator comes to the same.</summary>
public sealed class ErlangTests
{
    [Fact]
    public void Fifty_agents_lose_and_keep_waiting_as_many_as_Erlang_A_says()
    {
        var scenario = Trials.Team(Trials.Phone(60, 120), 50, 2_880, Duration.FromHours(5), Duration.FromMinutes(30));
        var result = Trials.Play(scenario, 20);
        IsNear(0.030912, result.Channel("phone", "p_abandon"));
        IsNear(3.7095, result.Channel("phone", "mean_wait_s"));
        IsNear(3.6159, result.Channel("phone", "asa_s"));
        IsNear(0.943019, result.Channel("phone", "service_level"));
        IsNear(2.96758, result.Channel("phone", "mean_queue"));
        IsNear(0.930324, result.House("occupancy"));
    }

    // An interval of 95 of 100 is about two standard errors wide on either side.
    static void IsNear(double expected, Estimate estimate)
    {
        var error = (estimate.High - estimate.Low) / 2 / 2.09;
        Assert.True(Math.Abs(estimate.Value - expected) <= 3 * error, $"{estimate.Value} is {(estimate.Value - expected) / error:0.0} standard errors of {error} from {expected}");
    }
}
