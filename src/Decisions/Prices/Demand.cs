using NodaTime;

namespace Kanal.Decisions.Prices;

/// <summary>
/// What recent menus brought to a line: visitors by what serving them is worth, and how many of them took it. Not safe for use
/// from several threads at once.
/// </summary>
public sealed class Demand(Instant begun)
{
    // Values that differ by less than a half are one class.
    const int MostBands = 40;
    const int Bands = 2 * MostBands + 1;

    // As if a few had been shown it before, and one in twenty taken it; and as many of each band, who took it like all others.
    const double PriorShown = 10;
    const double PriorTaken = 0.5;

    // What is summed up of those who came: of each band how many, and their values.
    const int Values = Bands;

    // What is summed up of those who were shown it: of each band how many, and how many took it; and of all together.
    const int ShownIt = 0;
    const int TookIt = Bands;
    const int AllShownIt = 2 * Bands;
    const int AllTookIt = AllShownIt + 1;

    static readonly double _band = Math.Log(1.5);

    /// <summary>Whoever takes up what a menu offers does so within this.</summary>
    const long Window = 90 * NodaConstants.TicksPerSecond;

    // How many come changes from hour to hour; what they make of an offer does not.
    readonly Recent _coming = new(2 * Bands, begun, Duration.FromMinutes(30));
    readonly Recent _answers = new(AllTookIt + 1, begun, Duration.FromDays(1));
    readonly Queue<(long Menu, long At, double Expected)> _young = [];
    readonly HashSet<long> _taken = [];

    // Of the young, how many more will take it.
    double _outstanding;

    /// <param name="menu">Its id.</param>
    /// <param name="value">What serving the visitor is worth before the slot is paid for.</param>
    /// <param name="offered">The line was in the menu.</param>
    public void Shown(long menu, double value, bool offered, Instant now)
    {
        if (value > 0 && double.IsFinite(value))
        {
            var band = BandOf(value);
            _coming.Add(band, 1, now);
            _coming.Add(Values + band, value, now);
        }

        if (offered)
        {
            var band = BandOf(value);
            _answers.Add(ShownIt + band, 1, now);
            _answers.Add(AllShownIt, 1, now);
            var expected = AcceptanceOf(band, Acceptance(now), now);
            _young.Enqueue((menu, now.ToUnixTimeTicks(), expected));
            _outstanding += expected;
            Forget(now);
        }
    }

    /// <summary>A conversation came of a menu: from now on it is in line or in somebody's hands.</summary>
    /// <param name="value">As it was when the menu was shown.</param>
    public void Taken(long menu, double value, Instant now)
    {
        _answers.Add(TookIt + BandOf(value), 1, now);
        _answers.Add(AllTookIt, 1, now);
        // Few are taken, so these are kept and not all the others; of those that are too old nothing is to be known.
        foreach (var young in _young)
        {
            if (young.Menu == menu)
            {
                _outstanding -= _taken.Add(menu) ? young.Expected : 0;
                break;
            }
        }
    }

    /// <summary>Of those who are shown it, the share that takes it.</summary>
    public double Acceptance(Instant now) => Math.Min(1, (_answers.At(AllTookIt, now) + PriorTaken) / (_answers.At(AllShownIt, now) + PriorShown));

    /// <summary>How many of those who look at a menu now will take what it offers.</summary>
    public double Outstanding(Instant now)
    {
        Forget(now);
        // What sums leave behind is not to last.
        _outstanding = _young.Count == _taken.Count ? 0 : _outstanding;
        return _outstanding;
    }

    /// <summary>Those who would take a slot, the most valuable first.</summary>
    public List<ValueClass> Classes(Instant now)
    {
        var classes = new List<ValueClass>();
        var (all, hours) = (Acceptance(now), _coming.Hours(now));
        for (var band = Bands - 1; band >= 0; band--)
        {
            if (_coming.At(band, now) is > 0.01 and var count)
            {
                classes.Add(new ValueClass(AcceptanceOf(band, all, now) * count / hours, _coming.At(Values + band, now) / count));
            }
        }

        return classes;
    }

    // Who only looks, however much is in their basket, is no reason to turn others away.
    double AcceptanceOf(int band, double all, Instant now) =>
        Math.Min(1, (_answers.At(TookIt + band, now) + (PriorShown * all)) / (_answers.At(ShownIt + band, now) + PriorShown));

    static int BandOf(double value) =>
        value > 0 && double.IsFinite(value) ? MostBands + (int)Math.Clamp(Math.Floor(Math.Log(value) / _band), -MostBands, MostBands) : 0;

    void Forget(Instant now)
    {
        var oldest = now.ToUnixTimeTicks() - Window;
        while (_young.TryPeek(out var its) && its.At < oldest)
        {
            _young.Dequeue();
            if (_taken.Count == 0 || !_taken.Remove(its.Menu))
            {
                _outstanding -= its.Expected;
            }
        }
    }
}
