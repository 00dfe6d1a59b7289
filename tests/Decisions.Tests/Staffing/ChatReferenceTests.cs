using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Staffing;

public sealed class ChatReferenceTests
{
    public static TheoryData<string> Teams => Rows.Of("chat_concurrency.csv");

    public static TheoryData<string> Required => Rows.Of("chat_required_agents.csv");

    [Theory]
    [MemberData(nameof(Teams))]
    public void A_chat_team_is_that_of_the_reference(string id)
    {
        var row = Rows.Row("chat_concurrency.csv", id);

        // That row was figured out from rates of more digits than it shows.
        var levels = row["note"].StartsWith("MVA rates: 200 s agent work + 520 s", StringComparison.Ordinal) ? [.. SimultaneousChats.FromWork(200, 520, 6).Select(rate => 1 / rate)] : row.Numbers("aht_by_level_s");
        var work = new ChatWorkload(row.Number("chats_per_hour"), levels, row.Number("patience_s"), row.Number("in_service_abandon_rate_per_s"));
        var found = work.With((int)row.Number("agents"), row.Number("T_s"));
        row.Is("bd_p_abandon_queue", found.Abandonment, 1e-8);
        row.Is("bd_sl", found.ServiceLevel, 1e-8);
        row.Is("bd_mean_chat_duration_s", found.HandleSeconds, 1e-8);
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void The_smallest_chat_team_is_that_of_the_reference(string id)
    {
        var row = Rows.Row("chat_required_agents.csv", id);
        var work = new ChatWorkload(row.Number("chats_per_hour"), row.Numbers("aht_by_level_s"), row.Number("patience_s"));
        var found = RequiredAgents.Of(work, new StaffingTargets { ServiceLevel = row.Number("target_sl"), WithinSeconds = row.Number("T_s") })!;
        Assert.Equal(row.Number("n_birth_death"), found.Agents);
    }

    [Theory]
    [InlineData(1, 720)]
    [InlineData(2, 775.556)]
    [InlineData(3, 851.805)]
    [InlineData(4, 953.719)]
    [InlineData(5, 1083.81)]
    [InlineData(6, 1240.21)]
    public void Work_and_customer_time_give_the_rates_of_the_reference(int level, double seconds) =>
        Rows.Near(seconds, 1 / SimultaneousChats.FromWork(200, 520, 6)[level - 1], 5e-6, "AHT");

    [Fact]
    public void More_at_once_than_finish_the_most_is_too_many()
    {
        Assert.Equal(3, SimultaneousChats.BestCap([1 / 400.0, 1 / 460.0, 1 / 560.0, 1 / 900.0]));
        Assert.Equal(1, SimultaneousChats.BestCap([1 / 600.0, 1 / 1200.0, 1 / 1800.0]));
        Assert.Equal(4, SimultaneousChats.BestCap(SimultaneousChats.Linear(480, 0.3, 4)));
    }
}
