using Kanal.Centre.Simulations;
using Kanal.Centre.Simulations.Files;
using Kanal.Product.Tests.Architecture;
using Kanal.Product.Tests.Hosting;
using NodaTime;

namespace Kanal.Product.Tests.Simulations;

[OnOneEngine]
public sealed class ScenarioFileTests
{
    const string Small = """
        from: 2026-10-25
        for: 1d
        timeZone: Europe/Copenhagen
        channels: { phone: { handle: 60, patience: 2m } }
        agents: [{ count: 2, channels: [phone], shifts: 08:00-16:00, breaks: ["12:00-12:30"] }]
        visitors: [{ channel: phone, perHour: 60 }]
        """;

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Repository.At("samples/scenarios")).Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_can_be_played(string sample)
    {
        var scenario = ScenarioFile.Read(Repository.At($"samples/scenarios/{sample}"));
        var result = SimulationRuns.Run([scenario], new SimulationPlan(1, 1), null, TestContext.Current.CancellationToken)[0];
        Assert.True(result.House("visitors").Value > 100);
    }

    [Fact]
    public void A_day_on_which_clocks_are_set_back_is_one_of_25_hours_with_a_shift_of_eight_less_the_break()
    {
        var scenario = Read(Small);
        Assert.Equal(Duration.FromHours(25), scenario.Length);
        Assert.Equal(7.5, scenario.Agents[0].Present.Sum(stretch => stretch.Duration.TotalHours));
    }

    [Fact]
    public void Two_threads_come_to_what_one_comes_to()
    {
        var scenario = ScenarioFile.Read(Repository.At("samples/scenarios/travel-agency.yaml"));
        var (one, two) = (Play(1), Play(2));
        Assert.Equal(one.House(), two.House());
        Assert.Equal(one.Channel(0), two.Channel(0));

        Kanal.Decisions.Simulation.SimulationResult Play(int threads) =>
            SimulationRuns.Run([scenario], new SimulationPlan(3, 9) { Threads = threads }, null, TestContext.Current.CancellationToken)[0];
    }

    [Fact]
    public void Nobody_is_kept_from_stopping_it()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SimulationRuns.Run([Read(Small)], new SimulationPlan(100, 1), null, stop.Token));
    }

    [Theory]
    [InlineData("patience: 2m", "patients: 2m", "line 4, channels.phone.patients: \"patients\" is not known here")]
    [InlineData("perHour: 60", "perHour: -1", "line 6, visitors[0].perHour: \"-1\" should be a number of 0 to 200000.")]
    [InlineData("perHour: 60", "perHour: 1000000", "line 6, visitors[0].perHour: \"1000000\" should be a number")]
    [InlineData("perHour: 60", "perHour: \"60\"", "line 6, visitors[0].perHour: \"60\" should be a number")]
    [InlineData("perHour: 60", "perHour: .nan", "should be a number")]
    [InlineData("perHour: 60", "perDay: 4000000", "2,000,000 is the most")]
    [InlineData("perHour: 60", "asks: 1", "need one of perHour, perDay and times")]
    [InlineData("handle: 60", "handle: { mean: 60, wide: 2 }", "\"wide\" is not known here")]
    [InlineData("channel: phone,", "channel: fax,", "line 6, visitors[0].channel: There is no channel \"fax\" in this scenario.")]
    [InlineData("[phone]", "[chat]", "There is no channel \"chat\"")]
    [InlineData("08:00-16:00", "8-16", "\"8-16\" should be two times such as 08:00-16:00.")]
    [InlineData("count: 2", "count: 6000", "should be a number of 0 to 5000")]
    [InlineData("Europe/Copenhagen", "Europe/Atlantis", "line 3, timeZone: There is no time zone")]
    [InlineData("2026-10-25", "2026-02-30", "line 1, from")]
    [InlineData("for: 1d", "for: 400d", "line 2, for")]
    [InlineData("for: 1d", "for: 1d\nfor: 2d", "line 3, for: This is there twice.")]
    [InlineData("for: 1d", "for: *x", "line 2, for: References (& and *) can't be used here.")]
    [InlineData("for: 1d", "warmUp: 2d", "Nothing is left after the warm-up.")]
    [InlineData("for: 1d", "strategy: nowhere", "line 2, strategy: \"nowhere\" is neither")]
    [InlineData("for: 1d", "strategy: { name: a, rules: [{ id: a, name: a, offer: [] }] }", "line 2, strategy: rules[0].offer")]
    [InlineData("for: 1d", "[", "This is not well-formed YAML")]
    public void What_is_wrong_is_said_in_a_sentence_with_its_place(string right, string wrong, string said)
    {
        var fault = Assert.Throws<ScenarioException>(() => Read(Small.Replace(right, wrong)));
        Assert.Contains(said, fault.Message);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory]
    [InlineData("{ \"channels\": {\n \"phone\": { \"handle\": \"x\" } } }", "line 2, channels.phone.handle: \"x\" should be a number")]
    [InlineData("{ \"channels\": }", "line 1: This is not well-formed JSON")]
    [InlineData("{ \"name\": \"\\ud800\" }", "half a letter")]
    [InlineData("{ \"name\": \"a\" } x", "not well-formed JSON")]
    [InlineData("", "not well-formed JSON")]
    [InlineData("[]", "This should be a map")]
    public void And_of_JSON_as_well(string json, string said) => Assert.Contains(said, Assert.Throws<ScenarioException>(() => Read(json, "scenario.json")).Message);

    [Fact]
    public async Task The_command_prints_one_object_or_a_table_and_compares_on_the_same_visitors()
    {
        var (phone, agency, all) = (Repository.At("samples/scenarios/phone-team.json"), Repository.At("samples/scenarios/travel-agency.yaml"), Repository.At("samples/scenarios/travel-agency-chat-for-all.yaml"));
        var printed = await KanalCommand.RunAsync($"simulate {phone} --runs 2 --seed 7 --json");
        Assert.Equal(0, printed.ExitCode);
        var json = System.Text.Json.JsonElement.Parse(printed.Said);
        Assert.InRange(json.GetProperty("channels").GetProperty("phone").GetProperty("p_abandon").GetProperty("value").GetDouble(), 0.01, 0.4);
        Assert.Equal(18, json.GetProperty("intervals").GetArrayLength());

        var compared = await KanalCommand.RunAsync($"simulate {all} --compare {agency} --runs 2 --csv");
        Assert.Equal(0, compared.ExitCode);
        Assert.Contains("\ndifference,,house,visitors,0,0,0\n", compared.Said);

        var refused = await KanalCommand.RunAsync($"simulate {phone} --runs 0");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--runs", refused.Said);

        var missing = await KanalCommand.RunAsync("simulate nowhere.yaml");
        Assert.Equal((2, "There is no file nowhere.yaml.\n"), (missing.ExitCode, missing.Said));
    }

    static Kanal.Decisions.Simulation.Scenario Read(string text, string name = "scenario.yaml")
    {
        var folder = Directory.CreateTempSubdirectory("kanal-scenario-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            return ScenarioFile.Read(Path.Combine(folder, name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
