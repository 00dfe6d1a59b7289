using NodaTime;

namespace Kanal.Decisions.Prices;

/// <summary>
/// What recent menus brought to a line: visitors by what serving them is worth, and how many of them took it. Not safe for use
/// from several threads at once.
/// </summary>
public sealed class Demand(Instant begun)
{
    // Values that differ by less than a half are one class.
    const double Band = 1.5;
    const int MostBands = 40;

    // As if a few had been shown it before, and one in twenty taken it.
    const double PriorShown = 40;
    const double PriorTaken = 2;

    /// <summary>Whoever takes up what a menu offers does so within this.</summary>
    static readonly Duration _window = Duration.FromSeconds(90);

    readonly Dictionary<int, (Recent Count, Recent Value)> _bands = [];
    readonly Queue<(long Menu, Instant At)> _order = [];
    readonly HashSet<long> _young = [];
    Recent _shown;
    Recent _taken;

    /// <param name="menu">Its id.</param>
    /// <param name="value">What serving the visitor is worth before the slot is paid for.</param>
    /// <param name="offered">The line was in the menu.</param>
    public void Shown(long menu, double value, bool offered, Instant now)
    {
        if (value > 0 && double.IsFinite(value))
        {
            var band = (int)Math.Clamp(Math.Floor(Math.Log(value, Band)), -MostBands, MostBands);
            var (count, values) = _bands.GetValueOrDefault(band);
            count.Add(1, now);
            values.Add(value, now);
            _bands[band] = (count, values);
        }

        if (offered)
        {
            _shown.Add(1, now);
            _young.Add(menu);
            _order.Enqueue((menu, now));
            Forget(now);
        }
    }

    /// <summary>A conversation came of a menu: from now on it is in line or in somebody's hands.</summary>
    public void Taken(long menu, Instant now)
    {
        _taken.Add(1, now);
        _young.Remove(menu);
    }

    /// <summary>Of those who are shown it, the share that takes it.</summary>
    public double Acceptance(Instant now) => Math.Min(1, (_taken.At(now) + PriorTaken) / (_shown.At(now) + PriorShown));

    /// <summary>How many of those who look at a menu now will take what it offers.</summary>
    public double Outstanding(Instant now)
    {
        Forget(now);
        return _young.Count == 0 ? 0 : _young.Count * Acceptance(now);
    }

    /// <summary>Those who would take a slot, the most valuable first.</summary>
    public List<ValueClass> Classes(Instant now)
    {
        var acceptance = Acceptance(now);
        return [.. from band in _bands
            let count = band.Value.Count.At(now)
            where count > 0.01
            orderby band.Key descending
            select new ValueClass(acceptance * band.Value.Count.PerHour(now, begun), band.Value.Value.At(now) / count)];
    }

    void Forget(Instant now)
    {
        while (_order.TryPeek(out var oldest) && now - oldest.At > _window)
        {
            _order.Dequeue();
            _young.Remove(oldest.Menu);
        }
    }
}
