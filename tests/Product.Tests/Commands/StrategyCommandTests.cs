using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Commands;

[OnOneEngine]
public sealed class StrategyCommandTests
{
    [Fact]
    public async Task A_team_learns_whom_to_let_in_and_what_a_slot_costs()
    {
        var answer = await JsonAsync("price --agents 5 --concurrency 3 --aht 480 --alpha 0.3 --rates 10,30,40 --values 40,12,-3 --json");
        Assert.Equal("[15,15,0]", string.Concat(answer.GetProperty("limits").GetRawText().Where(letter => !char.IsWhiteSpace(letter))));
        Assert.Equal(756.724958, answer.GetProperty("value_per_hour").GetDouble(), 1e-6);
        Assert.Equal(504.452156, answer.GetProperty("accept_all_value_per_hour").GetDouble(), 1e-6);
        Assert.Equal(15, answer.GetProperty("prices").GetArrayLength());
    }

    [Fact]
    public async Task An_experiment_tells_its_difference_its_intervals_and_its_verdict()
    {
        var answer = await JsonAsync("experiment --treated 1120/36000 --holdout 100/4000 --expected 0.003 --shares 0.9/0.1 --visitors-per-day 2000 --json");
        Assert.Equal(0.006111111111, answer.GetProperty("diff").GetDouble(), 1e-11);
        Assert.Equal(0.3309297192, answer.GetProperty("p_always_valid").GetDouble(), 1e-9);
        Assert.Equal(0.01526091207, answer.GetProperty("cs95")[1].GetDouble(), 1e-10);
        Assert.Equal("too early", answer.GetProperty("verdict").GetString());
        Assert.True(answer.GetProperty("weeks_to_go").GetInt32() > 1);

        var nothing = await JsonAsync("experiment --treated 0/1000 --holdout 0/1000 --expected 0.003 --json");
        Assert.Equal("no evidence", nothing.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, nothing.GetProperty("p_always_valid").ValueKind);
    }

    [Theory]
    [InlineData("price --agents 5 --aht 480 --rates 10,30 --values 40", "--rates has 2 numbers and --values has 1")]
    [InlineData("price --agents 5 --aht 0 --rates 10 --values 40", "--aht: \"0\" is not a number of")]
    [InlineData("experiment --treated 5/4 --holdout 1/4 --expected 0.01", "the first no larger than the second")]
    [InlineData("experiment --treated 5 --holdout 1/4", "--treated: \"5\" is not two numbers with a stroke between")]
    public Task A_wrong_call_is_told_in_one_sentence(string call, string sentence) => KanalCommand.RefusedAsync(call, sentence);

    [Fact]
    public async Task A_strategy_goes_out_as_a_file_and_comes_in_as_a_version()
    {
        await using var here = await Fjordrejser.FoundAsync();
        (string, string)[] settings = [("KANAL_DATA", here.Kanal.Storage.Folder), ("KANAL_DATABASE", here.Kanal.Storage.Database ?? "")];
        var file = Path.Combine(here.Kanal.Storage.Folder, "strategy.json");
        Assert.Equal(0, (await KanalCommand.RunAsync($"strategy export {file} --site {Organisation.Site}", settings)).ExitCode);
        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, written.Replace("\"callback\",", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var import = await KanalCommand.RunAsync($"strategy import {file} --site {Organisation.Site} --publish --note 'No calls'", settings);
        Assert.True(import.ExitCode == 0, import.Said);
        Assert.Contains("version 1 of", import.Said, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, """{ "name": "X", "rulez": [] }""", TestContext.Current.CancellationToken);
        var check = await KanalCommand.RunAsync($"strategy check {file} --site {Organisation.Site}", settings);
        Assert.Equal((2, true), (check.ExitCode, check.Said.Contains("rulez", StringComparison.Ordinal)));
    }

    static async Task<JsonElement> JsonAsync(string call)
    {
        var run = await KanalCommand.RunAsync(call);
        Assert.Equal(0, run.ExitCode);
        return JsonElement.Parse(run.Said);
    }
}
