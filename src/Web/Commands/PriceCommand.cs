using System.CommandLine;
using System.Globalization;
using Kanal.Decisions.Prices;
using Kanal.Decisions.Staffing;

namespace Kanal.Web.Commands;

/// <summary>What a team's slots cost, and whom it should let in.</summary>
static class PriceCommand
{
    const int MostSlots = 100_000;
    const int MostClasses = 1_000;
    const double Most = 1e12;

    public static Command Create()
    {
        var agents = NumberOptions.Whole("--agents", "How many agents there are.", 1, MostSlots);
        var concurrency = NumberOptions.Whole("--concurrency", "How many conversations an agent holds at most; 1 unless given.", 1, 1_000, 1);
        var handleTime = NumberOptions.Number("--aht", "Seconds that one conversation alone takes, from accepting to wrap-up.", 1e-3, 1e9);
        var slowdown = NumberOptions.Number("--alpha", "How much longer each further conversation makes all of them; 0.3 unless given.", 0, 1e6, 0.3);
        var rates = NumberOptions.Numbers("--rates", "For each class of visitors, how many come in an hour, such as 40,80.", 0, Most);
        var values = NumberOptions.Numbers("--values", "For each class, what serving one of them is worth, such as 50,5.", -Most, Most);
        var json = new Option<bool>("--json") { Description = "Prints one object for other programs." };
        (agents.Required, handleTime.Required, rates.Required, values.Required) = (true, true, true, true);
        var command = new Command("price", "What one more conversation costs a team that could be needed by somebody else, and whom to let in.") { agents, concurrency, handleTime, slowdown, rates, values, json };
        command.SetAction(call =>
        {
            var (perHour, worth, people, each) = (call.GetRequiredValue(rates), call.GetRequiredValue(values), call.GetValue(agents), call.GetValue(concurrency));
            if (Wrong(perHour, worth, (long)people * each) is { } wrong)
            {
                Console.Error.WriteLine(wrong);
                return 2;
            }

            var completions = SimultaneousChats.CompletionRates(people, SimultaneousChats.Linear(call.GetValue(handleTime) / 3600, call.GetValue(slowdown), each));
            ValueClass[] classes = [.. perHour.Zip(worth, (rate, value) => new ValueClass(rate, value))];
            Print(SlotPrices.Of(completions, classes), SlotPrices.AcceptAll(completions, classes), classes, call.GetValue(json));
            return 0;
        });
        return command;
    }

    static string? Wrong(double[] rates, double[] values, long slots) =>
        rates.Length == 0 ? "--rates needs at least one number."
        : rates.Length != values.Length ? $"--rates has {rates.Length} numbers and --values has {values.Length}; each class needs one of both."
        : rates.Length > MostClasses ? $"There are {rates.Length} classes; {MostClasses} is the most."
        : slots > MostSlots ? $"--agents times --concurrency is {slots}; {MostSlots} is the most."
        : null;

    static void Print(SlotPrices prices, double acceptAll, ValueClass[] classes, bool json)
    {
        if (json)
        {
            Printing.Json(("limits", prices.Limits), ("value_per_hour", prices.ValuePerHour), ("accept_all_value_per_hour", acceptAll), ("prices", prices.Prices));
            return;
        }

        var slots = prices.Prices.Count;
        foreach (var (place, its) in classes.Index())
        {
            var limit = prices.Limits[place];
            Say($"Class {place + 1}, {its.PerHour:0.##} an hour worth {its.Value:0.##}: {(limit == 0 ? "never let in" : limit == slots ? "always let in" : $"let in while fewer than {limit} of {slots} are in service")}");
        }

        Say($"Earned in an hour: {prices.ValuePerHour:N2}; letting everybody in would earn {acceptAll:N2}");
        foreach (var busy in new[] { 0, slots / 2, slots - 1 }.Distinct())
        {
            Say($"One more with {busy} in service costs {prices.Prices[busy]:N4}");
        }
    }

    static void Say(FormattableString sentence) => Console.WriteLine(sentence.ToString(CultureInfo.InvariantCulture));
}
