using Kanal.Decisions.Simulation;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Tests.Staffing;
using NodaTime;

namespace Kanal.Decisions.Tests.Simulation;

/// <summary>Where a formula knows what comes out, the simulator comes to the same.</summary>
public sealed class ErlangTests
{
    const int Runs = 32;

    [Fact]
    public void Fifty_agents_lose_and_keep_waiting_as_many_as_Erlang_A_says()
    {
        var scenario = Trials.Team(Trials.Phone(60, 120), 50, 2_880, Duration.FromHours(3), Duration.FromMinutes(15));
        var result = Trials.Play(scenario, Runs);
        IsNear(0.030912, result.Channel("phone", "p_abandon"));
        IsNear(3.7095, result.Channel("phone", "mean_wait_s"));
        IsNear(3.6159, result.Channel("phone", "asa_s"));
        IsNear(0.943019, result.Channel("phone", "service_level"));
        IsNear(2.96758, result.Channel("phone", "mean_queue"));
        IsNear(0.930324, result.House("occupancy"));
    }

    // Others come from the same table with another rule of who gets what, which is not ours.
    public static TheoryData<string> Cases =>
        [.. Reference.Rows("chat_concurrency.csv").Where(row => row["routing"] == "LLF" && row.Number("chats_per_hour") >= 6).Select(row => row["id"])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Chats_in_parallel_come_within_the_bands_of_the_exact_chain(string id)
    {
        var row = Rows.Row("chat_concurrency.csv", id);
        var levels = row.Numbers("aht_by_level_s");
        var leaving = row.Number("in_service_abandon_rate_per_s");
        var perHour = row.Number("chats_per_hour");
        var channel = new SimulatedChannel("chat", ChannelPace.Live)
        {
            Handle = Draw.Exponential(levels[0]),
            Stretch = [.. levels.Select(level => level / levels[0])],
            Patience = Draw.Exponential(row.Number("patience_s")),
            Stay = leaving > 0 ? Draw.Exponential(1 / leaving) : Draw.Never,
            AtOnce = (int)row.Number("max_concurrency"),
            TargetSeconds = row.Number("T_s"),
        };
        var result = Trials.Play(Trials.Team(channel, (int)row.Number("agents"), perHour, Duration.FromHours(1 + 500 / perHour), Duration.FromHours(1)), 6, seed: 3);
        var offered = result.Channel("chat", "offered").Value * 6;
        IsWithin(row["sim_p_abandon_queue"], result.Channel("chat", "p_abandon"), offered);
        IsWithin(row["sim_sl"], result.Channel("chat", "service_level"), offered);
        IsWithin($"{row["mean_chats_in_service"]}+-0", Estimate.Of([.. result.Runs.Select(run => run.Channel(0).HeldSeconds)], [.. result.Runs.Select(run => run.Channel(0).Seconds)]), 0);
    }

    // An interval of 95 of 100 of so few runs is so many standard errors wide.
    static double ErrorOf(Estimate estimate, int runs) => (estimate.High - estimate.Low) / 2 / MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, runs - 1, 0.975);

    static void IsNear(double expected, Estimate estimate)
    {
        var error = ErrorOf(estimate, Runs);
        Assert.True(Math.Abs(estimate.Value - expected) <= 3 * error, $"{estimate.Value} is {(estimate.Value - expected) / error:0.0} standard errors of {error} from {expected}");
    }

    // The band of a long simulation by somebody else, widened by our own chance.
    static void IsWithin(string band, Estimate estimate, double offered)
    {
        var parts = band.Split("+-").Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        // Where hardly anybody gives up, six runs may see nobody do so.
        var ofShare = offered > 0 ? Math.Sqrt(Math.Max(0, parts[0] * (1 - parts[0])) / offered) : 0;
        Assert.True(Math.Abs(estimate.Value - parts[0]) <= parts[1] + 3.5 * Math.Max(ofShare, ErrorOf(estimate, 6)), $"{estimate.Value} ({estimate.Low} to {estimate.High}) is not {band}");
    }
}
