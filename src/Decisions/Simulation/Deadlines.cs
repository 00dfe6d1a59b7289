namespace Kanal.Decisions.Simulation;

/// <summary>
/// What will happen to those who wait if nobody takes them, soonest first; of equals, who came first. They are taken out again:
/// nearly all are served before anything happens, and few wait at once.
/// </summary>
sealed class Deadlines
{
    readonly Agenda _agenda = new();
    // By slot; -1 where it does not wait.
    int[] _places = [];

    public int Count => _agenda.Count;

    /// <summary>When the first comes; <see cref="long.MaxValue"/> for never.</summary>
    public long Next => _agenda.Next;

    public int First => _agenda.First;

    /// <summary>Puts it in, or changes its time.</summary>
    public void Set(int slot, long at)
    {
        if (slot >= _places.Length)
        {
            var known = _places.Length;
            Array.Resize(ref _places, Math.Max(64, 2 * (slot + 1)));
            Array.Fill(_places, -1, known, _places.Length - known);
        }

        var place = _places[slot];
        if (place < 0)
        {
            _places[slot] = _agenda.Add(at, slot);
        }
        else
        {
            _agenda.Move(place, at);
        }
    }

    public void Remove(int slot)
    {
        if (slot < _places.Length && _places[slot] is >= 0 and var place)
        {
            _places[slot] = -1;
            _agenda.Remove(place);
        }
    }
}
