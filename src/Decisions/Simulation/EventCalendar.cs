namespace Kanal.Decisions.Simulation;

/// <summary>What is still to happen besides comings and <see cref="Deadlines"/>, soonest first; of equals, what was put in first.</summary>
sealed class EventCalendar
{
    readonly List<object?> _news = [];
    readonly Stack<int> _free = new();
    readonly Agenda _agenda = new();

    /// <summary>Something of which the calendar keeps what there is to say.</summary>
    public void Add(long at, Happening what, object news)
    {
        if (!_free.TryPop(out var place))
        {
            place = _news.Count;
            _news.Add(null);
        }

        _news[place] = news;
        Add(at, what, place);
    }

    /// <summary>What there is to say of something that has come.</summary>
    public object? NewsOf(in Coming coming)
    {
        var news = _news[coming.Which];
        _news[coming.Which] = null;
        _free.Push(coming.Which);
        return news;
    }

    public void Add(long at, Happening what, int which) => _agenda.Add(at, (which << Coming.WhatBits) | (int)what);

    /// <summary>When the first comes; <see cref="long.MaxValue"/> for never.</summary>
    public long Next => _agenda.Next;

    /// <summary>The first, after <see cref="Next"/> has said that there is one.</summary>
    public Coming Take() => new(Next, _agenda.Take());
}

/// <summary>
/// Something that is to happen, without references, since so much of it comes and goes. Whether it still holds is
/// for the one to whom it happens to say, by the time.
/// </summary>
/// <param name="At">Ticks since 1970.</param>
readonly record struct Coming(long At, int Subject)
{
    public const int WhatBits = 4;

    public Happening What => (Happening)(Subject & ((1 << WhatBits) - 1));

    /// <summary>Of those it can happen to.</summary>
    public int Which => Subject >> WhatBits;
}

enum Happening : byte
{
    /// <summary>An agent finishes what comes next on one of their channels.</summary>
    Work,

    /// <summary>Somebody leaves while being served.</summary>
    Departure,

    /// <summary>The router's own timer.</summary>
    Timer,

    /// <summary>An agent takes what rings.</summary>
    Answer,

    /// <summary>A visitor asks again.</summary>
    Again,

    /// <summary>An agent comes, pauses or goes.</summary>
    Shift,

    /// <summary>An agent who let something ring is back.</summary>
    Back,
}
