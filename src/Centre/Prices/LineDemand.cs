using Kanal.Centre.Storage;
using Kanal.Decisions.Prices;
using NodaTime;

namespace Kanal.Centre.Prices;

/// <summary>What recent menus brought to a line, for any thread.</summary>
sealed class LineDemand(Instant begun)
{
    readonly Lock _gate = new();
    readonly Demand _demand = new(begun);

    /// <param name="value">What serving the visitor is worth before the slot is paid for.</param>
    /// <param name="offered">The line was in the menu.</param>
    public void Shown(Id menu, double value, bool offered, Instant now)
    {
        lock (_gate)
        {
            _demand.Shown(menu.Value, value, offered, now);
        }
    }

    /// <summary>A conversation came of a menu: from now on it is in line or in somebody's hands.</summary>
    /// <param name="value">As it was when the menu was shown.</param>
    public void Taken(Id menu, double value, Instant now)
    {
        lock (_gate)
        {
            _demand.Taken(menu.Value, value, now);
        }
    }

    /// <summary>Of those who are shown it, the share that takes it.</summary>
    public double Acceptance(Instant now)
    {
        lock (_gate)
        {
            return _demand.Acceptance(now);
        }
    }

    /// <summary>How many of those who look at a menu now will take what it offers.</summary>
    public double Outstanding(Instant now)
    {
        lock (_gate)
        {
            return _demand.Outstanding(now);
        }
    }

    /// <summary>Those who would take a slot, the most valuable first.</summary>
    public List<ValueClass> Classes(Instant now)
    {
        lock (_gate)
        {
            return _demand.Classes(now);
        }
    }
}
