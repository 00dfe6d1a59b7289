using Kanal.Centre.Menus;

namespace Kanal.Centre.StrategyRuns;

/// <summary>On which days strategies can be tried.</summary>
static class RunDays
{
    const int Most = 14;
    const int Usual = 7;

    // Further ahead a forecast says little more than that weeks are like weeks.
    const int Farthest = 60;

    // Those of whom nothing came are forgotten after that long: what is older is no picture of who came.
    const int Kept = DecisionBook.KeptDays - 1;

    /// <summary>With what is left out filled in; what is wrong with it is added to the faults.</summary>
    public static (DateOnly From, int Days) Read(Faults faults, RunTraffic traffic, DateOnly? from, int? days, DateOnly today)
    {
        var many = days ?? Usual;
        if (many is < 1 or > Most)
        {
            faults.Add("days", $"This should be 1 to {Most}.");
            return (today, Usual);
        }

        return traffic == RunTraffic.Expected ? Ahead(faults, from ?? today.AddDays(1), many, today) : Past(faults, from ?? today.AddDays(-many), many, today);
    }

    static (DateOnly From, int Days) Past(Faults faults, DateOnly from, int days, DateOnly today)
    {
        var kept = from <= today && from >= today.AddDays(-Kept);
        faults.AddIf(!kept, "from", $"Whoever came is remembered for {DecisionBook.KeptDays} days: this should be today or a day of the {Kept} before it.");
        faults.AddIf(kept && from.DayNumber + days - 1 > today.DayNumber, "days", "That many days reach beyond today: nobody has come on them yet.");
        return (from, days);
    }

    static (DateOnly From, int Days) Ahead(Faults faults, DateOnly from, int days, DateOnly today)
    {
        faults.AddIf(from <= today || from > today.AddDays(Farthest), "from", $"What is expected can be tried from tomorrow on, up to {Farthest} days ahead.");
        return (from, days);
    }
}
