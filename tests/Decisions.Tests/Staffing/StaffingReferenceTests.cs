using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Staffing;

public sealed class StaffingReferenceTests
{
    public static TheoryData<string> B => Rows.Of("erlang_b.csv");

    public static TheoryData<string> C => Rows.Of("erlang_c.csv");

    public static TheoryData<string> A => Rows.Of("erlang_a.csv");

    public static TheoryData<string> Required => Rows.Of("required_agents.csv");

    [Theory]
    [MemberData(nameof(B))]
    public void Erlang_b_is_that_of_the_reference(string id)
    {
        var row = Rows.Row("erlang_b.csv", id);
        row.Is("blocking", ErlangB.Blocking((int)row.Number("n"), row.Number("load_erlang")));
        row.Is("blocking", ErlangB.Figures((int)row.Number("n"), row.Number("load_erlang")).Blocking);
    }

    [Theory]
    [MemberData(nameof(C))]
    public void Erlang_c_is_that_of_the_reference(string id)
    {
        var row = Rows.Row("erlang_c.csv", id);
        var found = new CallWorkload(row.Number("lambda_per_hour"), row.Number("aht_s")).With((int)row.Number("n"), row.Number("T_s"));
        row.Is("p_wait", found.WaitShare);
        row.Is("service_level", found.ServiceLevel);
        row.Is("asa_s", found.SpeedOfAnswer);
        row.Is("asa_s", found.MeanWait);
        row.Is("mean_queue", found.MeanQueue);
        row.Is("occupancy", found.Occupancy);
    }

    [Theory]
    [MemberData(nameof(A))]
    public void Erlang_a_is_that_of_the_reference(string id)
    {
        var row = Rows.Row("erlang_a.csv", id);
        var found = new CallWorkload(row.Number("lambda_per_hour"), row.Number("aht_s"), row.Number("patience_s")).With((int)row.Number("n"), row.Number("T_s"));
        row.Is("p_wait", found.WaitShare);
        row.Is("p_abandon", found.Abandonment);
        row.Is("sl_answered_in_T_over_offered", found.ServiceLevel);
        row.Is("mean_wait_all_s", found.MeanWait);
        row.Is("asa_served_s", found.SpeedOfAnswer);
        row.Is("mean_queue", found.MeanQueue);
        row.Is("occupancy", found.Occupancy);
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void The_smallest_team_is_that_of_the_reference(string id)
    {
        var row = Rows.Row("required_agents.csv", id);
        double? Given(string name) => row[name] == "" ? null : row.Number(name);
        var work = new CallWorkload(row.Number("lambda_per_hour"), row.Number("aht_s"), Given("patience_s") ?? double.PositiveInfinity);
        var targets = new StaffingTargets
        {
            ServiceLevel = Given("target_sl"),
            WithinSeconds = Given("T_s") ?? 20,
            SpeedOfAnswer = Given("target_asa_s"),
            Abandonment = Given("max_abandon"),
            Occupancy = Given("max_occupancy"),
        };

        var found = RequiredAgents.Of(work, targets, row.Number("shrinkage"))!;

        Assert.Equal(row.Number("n_min"), found.Agents);
        Assert.Equal(row.Number("n_scheduled"), found.Scheduled);
        row.Is("metric_at_n", Metric(found.Figures));
        row.Is("metric_at_n_minus_1", Metric(work.With(found.Agents - 1, targets.WithinSeconds)));

        double Metric(QueueFigures its) => row["metric"] switch
        {
            "asa_s" => its.SpeedOfAnswer,
            "p_abandon" => its.Abandonment,
            _ => its.ServiceLevel,
        };
    }
}
