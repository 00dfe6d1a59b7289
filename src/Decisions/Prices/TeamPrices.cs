using Kanal.Decisions.Staffing;
using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Prices;

/// <summary>What the slots of those who serve a line cost.</summary>
public static class TeamPrices
{
    public static SlotPrices Of(LineTeam team, IReadOnlyList<ValueClass> classes) => SlotPrices.Of(Completions(team), classes);

    /// <summary>Completions in an hour with 0, 1, 2 ... in service.</summary>
    // Agents may hold more or fewer than their colleagues; the team is taken for as many alike, and what is beyond its slots is cut.
    public static double[] Completions(LineTeam team)
    {
        var level = (int)Math.Ceiling((double)team.Slots / team.Agents);
        var perHour = new double[level];
        for (var held = 0; held < level; held++)
        {
            perHour[held] = team.Handle[Math.Min(held, team.Handle.Count - 1)] * 3_600;
        }

        return SimultaneousChats.CompletionRates(team.Agents, perHour)[..(team.Slots + 1)];
    }
}
