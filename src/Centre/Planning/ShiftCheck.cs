using Kanal.Centre.Texts;

namespace Kanal.Centre.Planning;

/// <summary>Shifts on their way in.</summary>
static class ShiftCheck
{
    const int MostShifts = 6;
    const int MostBreaks = 10;

    /// <summary>One agent's day in order of time; what is wrong with it is added to the faults.</summary>
    public static List<ShiftTimes> Read(Faults faults, IReadOnlyList<Shift?> given)
    {
        faults.AddIf(given.Count > MostShifts, "shifts", $"A day has at most {MostShifts} shifts.");
        var shifts = new List<(ShiftTimes Times, string Place)>();
        foreach (var (at, shift) in given.Take(MostShifts).Index())
        {
            var place = $"shifts[{at}]";
            if (Span(faults, place, shift?.From, shift?.To) is var (from, to))
            {
                shifts.Add((new ShiftTimes(from, to, Breaks(faults, place, from, to, shift?.Breaks ?? [])), place));
            }
        }

        shifts.Sort((one, other) => one.Times.From.CompareTo(other.Times.From));
        foreach (var (earlier, later) in shifts.Zip(shifts.Skip(1)).Where(pair => pair.Second.Times.From < pair.First.Times.To))
        {
            faults.Add(later.Place, $"This overlaps with the shift from {Clock.Text(earlier.Times.From)} to {Clock.Text(earlier.Times.To)}.");
        }

        faults.AddIf(shifts.Sum(shift => shift.Times.To - shift.Times.From) > Clock.Day, "shifts", "That is more than 24 hours of work for one day.");
        return shifts.ConvertAll(shift => shift.Times);
    }

    static (int From, int To)? Span(Faults faults, string place, string? from, string? to)
    {
        if (Clock.Read(from) is not { } start || start == Clock.Day)
        {
            faults.Add($"{place}.from", "A time is written like 08:30.");
            return null;
        }

        if (Clock.Read(to) is not { } end)
        {
            faults.Add($"{place}.to", "A time is written like 08:30.");
            return null;
        }

        return (start, end > start ? end : end + Clock.Day);
    }

    static List<BreakTimes> Breaks(Faults faults, string shift, int from, int to, IReadOnlyList<ShiftBreak?> given)
    {
        faults.AddIf(given.Count > MostBreaks, $"{shift}.breaks", $"A shift has at most {MostBreaks} breaks.");
        var breaks = new List<(BreakTimes Times, string Place)>();
        foreach (var (at, one) in given.Take(MostBreaks).Index())
        {
            var place = $"{shift}.breaks[{at}]";
            if (Span(faults, place, one?.From, one?.To) is not var (start, end))
            {
                continue;
            }

            // After midnight, of a shift that began before it.
            var later = start < from ? Clock.Day : 0;
            if (start + later < from || end + later > to)
            {
                faults.Add(place, $"A break lies within its shift, which is from {Clock.Text(from)} to {Clock.Text(to)}.");
            }
            else
            {
                breaks.Add((new BreakTimes(start + later, end + later), place));
            }
        }

        breaks.Sort((one, other) => one.Times.From.CompareTo(other.Times.From));
        foreach (var (_, later) in breaks.Zip(breaks.Skip(1)).Where(pair => pair.Second.Times.From < pair.First.Times.To))
        {
            faults.Add(later.Place, "Two breaks overlap.");
        }

        faults.AddIf(breaks.Sum(one => one.Times.To - one.Times.From) >= to - from, $"{shift}.breaks", "There is nothing left of this shift but breaks.");
        return breaks.ConvertAll(one => one.Times);
    }

    /// <summary>Where a day overlaps with what the same agent does on the days around it, or at another site.</summary>
    public static Sentence? Overlap(IReadOnlyList<WorkSpan> day, IReadOnlyList<WorkSpan> others)
    {
        foreach (var span in day)
        {
            if (others.FirstOrDefault(other => other.Start < span.End && span.Start < other.End) is { } other)
            {
                return other.Site == span.Site
                    ? Sentence.Of($"This overlaps with the shift that began on {other.Date} at {Clock.Text(other.From)}.")
                    : $"{other.Agent} is at work for {other.SiteName} at that time.";
            }
        }

        return null;
    }
}
