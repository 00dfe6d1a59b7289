using Kanal.Decisions.Staffing;

namespace Kanal.Centre.Planning;

/// <summary>Reads windows of the week out of half hours: runs of them, and the days on which they are the same.</summary>
static class AdviceWeek
{
    public const int SlotsPerDay = 48;
    const int Minutes = 30;

    static readonly string[] _days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The longest run of each day in which it can be open, alike days together.</summary>
    /// <param name="value">What comes in a slot is worth.</param>
    public static List<OpenWindow> Windows(ChannelReadiness channel, Func<ReadySlot, double> value)
    {
        var whole = channel.Slots.Sum(value);
        return [.. Enumerable.Range(0, 7)
            .Select(day => (Day: day, Run: Longest(Runs(channel, day, slot => slot.CanOpen), value)))
            .Where(day => day.Run.Count > 0)
            .GroupBy(day => (From: day.Run[0].Slot % SlotsPerDay, To: (day.Run[^1].Slot % SlotsPerDay) + 1))
            .OrderByDescending(same => same.Sum(day => day.Run.Sum(value)))
            .Select(same => new OpenWindow([.. same.Select(day => _days[day.Day])], Time(same.Key.From), Time(same.Key.To),
                Level([.. same.SelectMany(day => day.Run)]), whole > 0 ? Math.Round(same.Sum(day => day.Run.Sum(value)) / whole, 4) : 0))];
    }

    /// <summary>Runs in which customers come and there are too few people.</summary>
    public static List<ShortWindow> TooFew(ChannelReadiness channel) =>
        [.. Enumerable.Range(0, 7)
            .SelectMany(day => Runs(channel, day, slot => !slot.CanOpen && slot.PerHour > 2 * HalfHours.Nobody).Select(run => (Day: day, Run: run)))
            .GroupBy(day => (From: day.Run[0].Slot % SlotsPerDay, To: (day.Run[^1].Slot % SlotsPerDay) + 1, Missing: day.Run.Max(slot => slot.Missing)))
            .OrderByDescending(same => same.Sum(day => day.Run.Sum(slot => slot.PerHour)))
            .Select(same => new ShortWindow([.. same.Select(day => _days[day.Day])], Time(same.Key.From), Time(same.Key.To), same.Key.Missing))];

    /// <summary>Whether a half hour of the week lies in a window.</summary>
    public static bool IsIn(OpenWindow window, int slot) =>
        window.Days.Contains(_days[slot / SlotsPerDay])
        && string.CompareOrdinal(window.From, Time(slot % SlotsPerDay)) <= 0
        && string.CompareOrdinal(Time(slot % SlotsPerDay), window.To) < 0;

    static List<ReadySlot> Longest(List<List<ReadySlot>> runs, Func<ReadySlot, double> value) => runs.MaxBy(run => (run.Sum(value), run.Count)) ?? [];

    static List<List<ReadySlot>> Runs(ChannelReadiness channel, int day, Func<ReadySlot, bool> holds)
    {
        var runs = new List<List<ReadySlot>>();
        foreach (var slot in channel.Slots.Where(slot => slot.Slot / SlotsPerDay == day && holds(slot)).OrderBy(slot => slot.Slot))
        {
            if (runs is [.., var run] && run[^1].Slot + 1 == slot.Slot)
            {
                run.Add(slot);
            }
            else
            {
                runs.Add([slot]);
            }
        }

        return runs;
    }

    static double? Level(List<ReadySlot> slots)
    {
        var come = slots.FindAll(slot => slot.PerHour > 0 && double.IsFinite(slot.ServiceLevel));
        var many = come.Sum(slot => slot.PerHour);
        return many > 0 ? Math.Round(come.Sum(slot => slot.PerHour * slot.ServiceLevel) / many, 4) : null;
    }

    static string Time(int slot) => Clock.Text(slot * Minutes);
}
