using Kanal.Centre.Storage;

namespace Kanal.Centre.Planning;

/// <summary>When somebody is at work, by the site's clock.</summary>
/// <param name="From">Such as <c>08:00</c>.</param>
/// <param name="To">Such as <c>16:00</c>; not after <paramref name="From"/> means on the day after, <c>24:00</c> is midnight.</param>
/// <param name="Breaks">Away from work in between.</param>
public sealed record Shift(string From, string To, IReadOnlyList<ShiftBreak>? Breaks = null);

/// <param name="From">By the clock, within the shift.</param>
public sealed record ShiftBreak(string From, string To);

/// <summary>An agent's shifts that begin on one day, whole.</summary>
/// <param name="Version">0 where nothing was ever set.</param>
public sealed record ShiftDay(DateOnly Date, long Version, IReadOnlyList<Shift> Shifts);

/// <param name="Hours">At work, breaks not counted.</param>
public sealed record AgentShifts(Id Agent, string Name, double Hours, IReadOnlyList<ShiftDay> Days);

/// <summary>Who is to be there when.</summary>
/// <param name="Agents">By name: everyone who works here, and those who have left but have shifts on these days.</param>
public sealed record ShiftWeek(Id Site, string TimeZone, DateOnly From, int Days, IReadOnlyList<AgentShifts> Agents);

/// <summary>One agent's day as it is to be: an empty list for a day off.</summary>
/// <param name="Version">The one that was read; the change is refused where somebody was quicker. Left out: whatever is there.</param>
public sealed record ShiftRequest(Id Site, Id Agent, DateOnly Date, IReadOnlyList<Shift> Shifts, long? Version = null);

/// <summary>Copies a week of shifts to the weeks from another day on.</summary>
/// <param name="From">First day of the week that is copied.</param>
/// <param name="To">First day of the first week that it is copied to: the same weekday.</param>
/// <param name="Weeks">To how many weeks in a row, 1 to 26.</param>
/// <param name="Agents">Left out: everyone.</param>
/// <param name="Replace">Also where there are shifts already.</param>
public sealed record ShiftCopy(Id Site, DateOnly From, DateOnly To, int? Weeks = null, IReadOnlyList<Id>? Agents = null, bool Replace = false);

/// <param name="Copied">Days of somebody's that were written.</param>
/// <param name="Skipped">Days that had shifts already, or that would have overlapped with others.</param>
public sealed record ShiftsCopied(int Copied, int Skipped);

/// <summary>A shift in minutes after midnight; what is beyond 1440 is on the next day.</summary>
sealed record ShiftTimes(int From, int To, IReadOnlyList<BreakTimes> Breaks)
{
    public int Worked => To - From - Breaks.Sum(pause => pause.To - pause.From);

    public Shift ToShift() => new(Clock.Text(From), Clock.Text(To), [.. Breaks.Select(pause => new ShiftBreak(Clock.Text(pause.From), Clock.Text(pause.To)))]);
}

sealed record BreakTimes(int From, int To);
