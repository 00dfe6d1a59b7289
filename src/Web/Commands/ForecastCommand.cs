using System.CommandLine;
using System.Globalization;
using Kanal.Decisions.Forecasting;
using NodaTime;
using NodaTime.Text;

namespace Kanal.Web.Commands;

/// <summary>What will come, from a file of what came; or how well that would have been known.</summary>
sealed class ForecastCommand
{
    readonly Argument<string> _file = new("FILE") { Description = "A CSV file with a line of names." };
    readonly Option<string> _column = new("--column") { Description = "The column of counts.", Required = true };
    readonly Option<string> _time = new("--time") { Description = "The column of times, such as 2026-03-02 09:30; or two, of dates and of hours: dteday,hr.", Required = true };
    readonly Option<string?> _slot = new("--slot") { Description = "How long a slot is: 15m, 30m, 1h, 1d; as the rows stand unless given." };
    readonly Option<int> _days = NumberOptions.Whole("--days", "How many days to forecast; 7 unless given.", 1, 366, 7);
    readonly Option<int> _backtest = NumberOptions.Whole("--backtest", "Forecasts so many of the last days instead, each as it would have been made then, and says how far off that is.", 1, 10_000);
    readonly Option<string?> _zone = new("--zone") { Description = "The time zone, such as Europe/Copenhagen, for times with an offset and for the hour that comes twice." };
    readonly Option<string[]> _special = new("--special") { Description = "Days unlike their weekday, past and coming, such as 2025-12-24=christmas,2026-12-24=christmas.", AllowMultipleArgumentsPerToken = true };
    readonly Option<bool> _zero = new("--missing-is-zero") { Description = "A slot without a row is nobody; without this, nobody knows." };
    readonly Option<bool> _json = new("--json") { Description = "Prints one object for other programs." };

    public static Command Create() => new ForecastCommand().Build();

    Command Build()
    {
        var command = new Command("forecast", "What will come in each slot, from a file of what came, and how sure that is.")
        {
            _file, _column, _time, _slot, _days, _backtest, _zone, _special, _zero, _json,
        };
        command.SetAction(call =>
        {
            try
            {
                var special = SpecialDays(call.GetValue(_special) ?? []);
                var series = SeriesFile.Read(TextOf(call.GetRequiredValue(_file)), Question(call));
                if (call.GetResult(_backtest) is { Implicit: false })
                {
                    BacktestAnswer.Of(series, Tested(call, series), call.GetValue(_days), special).Print(call.GetValue(_json));
                }
                else
                {
                    ForecastAnswer.Of(series, call.GetValue(_days), special).Print(call.GetValue(_json));
                }

                return 0;
            }
            catch (SeriesFaultException fault)
            {
                Console.Error.WriteLine(fault.Message);
                return 2;
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{call.GetRequiredValue(_file)} can't be read: {unreadable.Message}");
                return 2;
            }
        });
        return command;
    }

    static string TextOf(string path) => Directory.Exists(path) ? throw new SeriesFaultException($"{path} is a folder; a CSV file is needed.") : File.ReadAllText(path);

    SeriesQuestion Question(ParseResult call)
    {
        var time = call.GetRequiredValue(_time).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var zone = call.GetValue(_zone) is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new SeriesFaultException($"--zone: there is no time zone \"{id}\".") : null;
        return time.Length is 1 or 2
            ? new SeriesQuestion(call.GetRequiredValue(_column), time, call.GetValue(_slot) is { } slot ? Minutes(slot) : null, zone, call.GetValue(_zero))
            : throw new SeriesFaultException("--time is the name of one column, or of two with a comma between: dates and times of day.");
    }

    int Tested(ParseResult call, Series series) => call.GetValue(_backtest) is var days && series.Days - days >= Backtest.FewestLearningDays ? days
        : throw new SeriesFaultException(series.Days <= Backtest.FewestLearningDays
            ? $"Too little data: the file has {series.Days} days, and {Backtest.FewestLearningDays} are needed before the first that is tested."
            : $"Too little data: the file has {series.Days} days, and {Backtest.FewestLearningDays} are needed before the first that is tested, so --backtest can be at most {series.Days - Backtest.FewestLearningDays}.");

    static int Minutes(string slot)
    {
        var unit = slot.EndsWith('m') ? 1 : slot.EndsWith('h') ? 60 : slot.EndsWith('d') ? 1440 : 0;
        return unit > 0 && int.TryParse(slot.AsSpan(0, slot.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1440 && (long)number * unit is >= 5 and <= 1440 and var minutes && 1440 % minutes == 0
            ? (int)minutes
            : throw new SeriesFaultException($"--slot: \"{slot}\" is not a slot such as 15m, 30m, 1h or 1d; a day must be a whole number of them, and 5m is the shortest.");
    }

    static Dictionary<LocalDate, string> SpecialDays(string[] given)
    {
        Dictionary<LocalDate, string> days = [];
        foreach (var one in given.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var (date, name) = one.Split('=', 2) is [var left, { Length: > 0 } right] ? (left, right) : ("", "");
            days[LocalDatePattern.Iso.Parse(date) is { Success: true } read ? read.Value : throw new SeriesFaultException($"--special: \"{one}\" is not a day with its name, such as 2026-12-24=christmas.")] = name;
        }

        return days;
    }
}
