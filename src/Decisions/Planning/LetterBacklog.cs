namespace Kanal.Decisions.Planning;

/// <summary>What comes to a line of letters in one slot.</summary>
/// <param name="OpenSeconds">How much of the slot is open: promises run on the open clock, and work is done in it.</param>
/// <param name="Letters">How many come in the slot.</param>
/// <param name="People">How many work on letters; need not be whole.</param>
public readonly record struct LetterSlot(double OpenSeconds, double Letters, double People);

/// <summary>How a slot of letters fares.</summary>
/// <param name="Needed">People who must work on letters for all of them to be answered in time, spread as evenly as the promise allows.</param>
/// <param name="ServiceLevel">Of the letters that come in the slot, the share answered in time; NaN where none come, or it is not seen.</param>
/// <param name="Backlog">Letters unanswered at the end of the slot.</param>
/// <param name="Wait">Open seconds until what comes in the slot is answered; NaN where that is beyond what is seen.</param>
/// <param name="Occupancy">The share of its people's time that letters take.</param>
public readonly record struct LetterFate(double Needed, double ServiceLevel, double Backlog, double Wait, double Occupancy);

/// <summary>Letters wait until there is time for them: a backlog that flows in and is worked off in order.</summary>
public static class LetterBacklog
{
    const double Nothing = 1e-9;

    /// <param name="slots">In order.</param>
    /// <param name="handleSeconds">How long a letter takes.</param>
    /// <param name="targetSeconds">Within how much open time each is to be answered.</param>
    /// <param name="waiting">Letters that wait when the first slot begins; they have waited for half their time.</param>
    public static IReadOnlyList<LetterFate> Of(IReadOnlyList<LetterSlot> slots, double handleSeconds, double targetSeconds, double waiting)
    {
        var needed = Needed(slots, handleSeconds, targetSeconds, waiting);
        var done = new double[slots.Count + 1];
        var come = waiting;
        var fates = new LetterFate[slots.Count];
        for (var i = 0; i < slots.Count; i++)
        {
            come += slots[i].Letters;
            var capacity = Math.Max(0, slots[i].People) * slots[i].OpenSeconds / handleSeconds;
            var worked = Math.Min(capacity, Math.Max(0, come - done[i]));
            done[i + 1] = done[i] + worked;
            fates[i] = new LetterFate(needed[i], double.NaN, come - done[i + 1], double.NaN, capacity > Nothing ? worked / capacity : 0);
        }

        Finish(slots, done, fates, targetSeconds, waiting);
        return fates;
    }

    // Work spread evenly over the time that it may take is done in time; what comes is spread over the open time from its slot on.
    static double[] Needed(IReadOnlyList<LetterSlot> slots, double handleSeconds, double targetSeconds, double waiting)
    {
        var needed = new double[slots.Count];
        if (waiting > 0)
        {
            Spread(slots, needed, 0, waiting * handleSeconds, targetSeconds / 2);
        }

        for (var i = 0; i < slots.Count; i++)
        {
            Spread(slots, needed, i, slots[i].Letters * handleSeconds, targetSeconds);
        }

        return needed;
    }

    static void Spread(IReadOnlyList<LetterSlot> slots, double[] needed, int from, double work, double over)
    {
        if (work <= 0)
        {
            return;
        }

        // The first open slot takes it in whole, however short the promise is.
        while (from < slots.Count && slots[from].OpenSeconds <= 0)
        {
            from++;
        }

        var window = Math.Max(over, from < slots.Count ? slots[from].OpenSeconds : over);
        var left = window;
        for (var i = from; i < slots.Count && left > 0; i++)
        {
            var here = Math.Min(left, slots[i].OpenSeconds);
            if (here > 0)
            {
                needed[i] += work * here / window / slots[i].OpenSeconds;
                left -= here;
            }
        }
    }

    // The last letter of a slot is answered when as many are done as had come by then; the first of it when those before it are.
    static void Finish(IReadOnlyList<LetterSlot> slots, double[] done, LetterFate[] fates, double targetSeconds, double waiting)
    {
        var before = waiting;
        for (var i = 0; i < slots.Count; i++)
        {
            var letters = slots[i].Letters;
            if (letters > Nothing)
            {
                var (first, last) = (OpenUntil(slots, done, before, i), OpenUntil(slots, done, before + letters, i));
                // Who comes waits from the middle of the slot on average, by the open clock.
                var (low, high) = (Math.Max(0, first - (slots[i].OpenSeconds / 2)), Math.Max(0, last - (slots[i].OpenSeconds / 2)));
                fates[i] = fates[i] with { ServiceLevel = Share(low, high, targetSeconds, OpenFrom(slots, i)), Wait = double.IsFinite(high) ? (low + high) / 2 : double.NaN };
            }

            before += letters;
        }
    }

    // In between, letters are answered evenly. What is answered beyond the slots that are seen is late only if its time is over by then.
    static double Share(double low, double high, double target, double seen) =>
        high <= target ? 1
        : double.IsInfinity(high) && seen < target ? double.NaN
        : low >= target ? 0
        : (target - low) / (Math.Min(high, seen) - low);

    static double OpenFrom(IReadOnlyList<LetterSlot> slots, int from) => slots.Skip(from).Sum(slot => slot.OpenSeconds) - (slots[from].OpenSeconds / 2);

    /// <summary>Open seconds from the beginning of a slot until so many are done; infinity where that is not seen.</summary>
    static double OpenUntil(IReadOnlyList<LetterSlot> slots, double[] done, double letters, int from)
    {
        var open = 0.0;
        for (var i = from; i < slots.Count; i++)
        {
            if (done[i + 1] >= letters - Nothing)
            {
                var (worked, missing) = (done[i + 1] - done[i], letters - done[i]);
                return open + (worked > Nothing ? Math.Clamp(missing / worked, 0, 1) * slots[i].OpenSeconds : 0);
            }

            open += slots[i].OpenSeconds;
        }

        return double.PositiveInfinity;
    }
}
