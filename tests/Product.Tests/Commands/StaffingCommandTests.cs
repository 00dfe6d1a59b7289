using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Commands;

[OnOneEngine]
public sealed class StaffingCommandTests
{
    [Fact]
    public async Task A_team_learns_how_it_gets_along_and_how_large_it_must_be()
    {
        var there = await JsonAsync("staffing erlang-a --arrivals 2880 --aht 60 --patience 120 --agents 50 --within 20 --json");
        Assert.Equal(0.0309122491622, there.GetProperty("p_abandon").GetDouble(), 1e-12);
        Assert.Equal(3.61590023955, there.GetProperty("asa_s").GetDouble(), 1e-10);
        Assert.Equal(3.70946989946, there.GetProperty("mean_wait_s").GetDouble(), 1e-10);
        Assert.Equal(JsonValueKind.Null, there.GetProperty("blocking").ValueKind);

        var needed = await JsonAsync("staffing erlang-a --arrivals 200 --aht 180 --patience 300 --target 0.8 --within 20 --max-occupancy 0.85 --max-abandon 0.05 --shrinkage 0.3 --json");
        Assert.Equal((13, 19), (needed.GetProperty("agents").GetInt32(), needed.GetProperty("scheduled").GetInt32()));

        var drowned = await JsonAsync("staffing erlang-c --load 10 --aht 180 --agents 10 --json");
        Assert.Equal("Infinity", drowned.GetProperty("asa_s").GetString());
        Assert.Equal(0, drowned.GetProperty("service_level").GetDouble());

        var chats = await KanalCommand.RunAsync("staffing chat --arrivals 115 --aht-by-level 400,460,560,900 --concurrency 4 --agents 6 --patience 120 --within 60");
        Assert.Contains("let them hold no more than 3", chats.Said, StringComparison.Ordinal);
        Assert.Contains("80.77 %", chats.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staffing erlang-d --arrivals 1 --aht 1 --agents 1", "\"erlang-d\" is not a model")]
    [InlineData("staffing erlang-c --arrivals 10 --aht -5 --agents 1", "--aht: \"-5\" is not a number of")]
    [InlineData("staffing erlang-a --arrivals 10 --aht 5 --agents 1", "erlang-a needs --patience")]
    [InlineData("staffing erlang-c --arrivals 10 --aht 5", "How many --agents, or which --target?")]
    [InlineData("staffing erlang-c --arrivals 10 --aht 5 --agents 3 --target 0.8", "exclude each other")]
    [InlineData("staffing chat --arrivals 10 --aht-by-level 480,,624 --agents 3", "is not a number")]
    [InlineData("staffing chat --arrivals 10 --aht-by-level 480,624 --concurrency 3 --agents 3", "each level needs one")]
    [InlineData("forecast nothing.csv --column n --time t", "can't be read")]
    public Task A_wrong_call_is_told_in_one_sentence(string call, string sentence) => KanalCommand.RefusedAsync(call, sentence);

    [Fact]
    public async Task A_file_of_counts_is_forecast_and_tried_on_its_own_past()
    {
        var file = Path.GetTempFileName();
        try
        {
            // Semicolons, a byte order mark, decimal commas, and the last day first.
            var rows = Enumerable.Range(0, 60 * 24).Reverse().Select(i => $"{new DateTime(2026, 1, 5).AddHours(i):yyyy-MM-dd HH:mm};{i % 24 * (1 + i / 24 % 7)},5");
            await File.WriteAllTextAsync(file, $"\uFEFFtime;calls\n{string.Join('\n', rows)}\n", TestContext.Current.CancellationToken);
            var forecast = await JsonAsync($"forecast {file} --column calls --time time --slot 1h --days 2 --json");
            Assert.Equal(48, forecast.GetProperty("forecast").GetArrayLength());
            Assert.Equal("2026-03-06T00:00", forecast.GetProperty("forecast")[0].GetProperty("start").GetString());
            Assert.Equal(0, forecast.GetProperty("naive_wape").GetDouble());
            Assert.Equal("naive_is_better", forecast.GetProperty("reasons")[0].GetProperty("reason").GetString());

            var tried = await JsonAsync($"forecast {file} --column calls --time time --backtest 20 --json");
            Assert.Equal((20, 40), (tried.GetProperty("test_days").GetInt32(), tried.GetProperty("learning_days").GetInt32()));
            Assert.False(tried.GetProperty("beats_naive").GetBoolean());
            await KanalCommand.RefusedAsync($"forecast {file} --column calls --time time --backtest 50", "so --backtest can be at most 32");
            await KanalCommand.RefusedAsync($"forecast {file} --column calls --time time --slot 30m", "--slot 1h can");

            // As a spreadsheet saves it in Denmark.
            await File.WriteAllTextAsync(file, "Tid;Opkald\r\n02-03-2026 09:00;3\r\n02-03-2026 09:30;4,5\r\n03-03-2026 9.00;6\r\n", TestContext.Current.CancellationToken);
            Assert.Equal("2026-03-04T00:00", (await JsonAsync($"forecast {file} --column opkald --time tid --days 1 --json")).GetProperty("forecast")[0].GetProperty("start").GetString());
            await File.WriteAllTextAsync(file, "time,calls\n03/02/2026 09:00,3\n", TestContext.Current.CancellationToken);
            await KanalCommand.RefusedAsync($"forecast {file} --column calls --time time", "Line 2, column \"time\": \"03/02/2026 09:00\" is not a time");
            await File.WriteAllTextAsync(file, "time,calls\n2026-03-02 09:00,\"1,234\"\n", TestContext.Current.CancellationToken);
            await KanalCommand.RefusedAsync($"forecast {file} --column calls --time time", "Line 2, column \"calls\": \"1,234\" is not a number.");
            await KanalCommand.RefusedAsync($"forecast {Path.GetTempPath()} --column calls --time time", "is a folder; a CSV file is needed.");

            await File.WriteAllTextAsync(file, "time,calls\n2026-03-02 09:00,3\n", TestContext.Current.CancellationToken);
            await KanalCommand.RefusedAsync($"forecast {file} --column calls --time time --slot 30m", "Too little data: the file has a single row.");

            await File.WriteAllTextAsync(file, "day,hr,n\n2026-03-02,9,3\n2026-03-02,10,4\n2026-03-03,9,6\n2026-03-04,9,five\n", TestContext.Current.CancellationToken);
            await KanalCommand.RefusedAsync($"forecast {file} --column n --time day,hr", "Line 5, column \"n\": \"five\" is not a number.");
            await File.WriteAllTextAsync(file, "day,hr,n\n2026-03-02,9,3\n2026-03-02,10,4\n2026-03-03,9,6\n2026-03-04,9,5\n", TestContext.Current.CancellationToken);
            var little = await JsonAsync($"forecast {file} --column n --time day --days 1 --json");
            Assert.False(little.GetProperty("enough_data").GetBoolean());
            Assert.Contains("Too little data: 3 days", little.GetProperty("reasons")[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static async Task<JsonElement> JsonAsync(string call)
    {
        var run = await KanalCommand.RunAsync(call);
        Assert.True(run.ExitCode == 0, run.Said);
        return JsonElement.Parse(run.Said);
    }
}
