using System.Globalization;
using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Staffing;

/// <summary>
/// January 1999 at a bank, by half hours. An agent is there from call to call as long as no more than half an hour lies
/// between; callers are as patient as all waiting together divided by all who gave up.
/// </summary>
static class BankCalls
{
    public const int HalfHour = 1800;

    public sealed record Call(string Date, double Arrived, double Waited, double Served, string Agent)
    {
        public bool Abandoned => Agent == "";

        public (string Date, int Slot) InSlot => (Date, (int)Arrived / HalfHour);
    }

    /// <summary>All that waited for an agent.</summary>
    public static List<Call> Read() => [.. Data.Lines("bank_calls_1999_01.csv").Skip(1).Select(line => line.Split(',')).Where(cells => cells[5] != "left_in_menu")
        .Select(cells => new Call(cells[0], Number(cells[1]), Number(cells[4]), cells[5] == "served" ? Number(cells[6]) : 0, cells[7]))];

    public static IReadOnlyList<StaffedInterval> Intervals() => Intervals(Read());

    public static IReadOnlyList<StaffedInterval> Intervals(List<Call> calls)
    {
        var patience = calls.Sum(call => call.Waited) / calls.Count(call => call.Abandoned);
        var handle = calls.Sum(call => call.Served) / calls.Count(call => !call.Abandoned);
        var there = Presence(calls);
        return
        [
            .. from its in calls.GroupBy(call => call.InSlot)
               let agents = there.GetValueOrDefault(its.Key)
               where agents >= 0.5
               select new StaffedInterval(new CallWorkload(its.Count() * 3600.0 / HalfHour, handle, patience), agents, its.Count(), its.Count(call => call.Abandoned)),
        ];
    }

    /// <summary>When each agent was there, in seconds of the day.</summary>
    public static IEnumerable<(string Date, string Agent, double From, double Until)> Stretches(List<Call> calls)
    {
        foreach (var own in calls.Where(call => !call.Abandoned).GroupBy(call => (call.Date, call.Agent)))
        {
            var (from, until) = (-1.0, -1.0);
            foreach (var call in own.OrderBy(call => call.Arrived + call.Waited))
            {
                var start = call.Arrived + call.Waited;
                if (start - until > HalfHour)
                {
                    if (from >= 0)
                    {
                        yield return (own.Key.Date, own.Key.Agent, from, until);
                    }

                    from = start;
                }

                until = Math.Max(until, start + call.Served);
            }

            yield return (own.Key.Date, own.Key.Agent, from, until);
        }
    }

    /// <summary>How many agents were there on average, by half hours.</summary>
    public static Dictionary<(string Date, int Slot), double> Presence(List<Call> calls)
    {
        var there = new Dictionary<(string Date, int Slot), double>();
        foreach (var (date, _, from, until) in Stretches(calls))
        {
            for (var slot = (int)from / HalfHour; slot * HalfHour < until; slot++)
            {
                var within = Math.Min(until, (slot + 1) * HalfHour) - Math.Max(from, slot * HalfHour);
                there[(date, slot)] = there.GetValueOrDefault((date, slot)) + within / HalfHour;
            }
        }

        return there;
    }

    static double Number(string text) => text == "" ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
}
